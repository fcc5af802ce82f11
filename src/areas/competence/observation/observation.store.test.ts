import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { answered, groupBooked, observationWorld, planned } from '../../../../test/worlds/observation.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import {
  addComment,
  addReceipt,
  findAhead,
  findObservation,
  findObservations,
  findOwnConsent,
  findReceived,
} from './observation.store.ts'
import type { ObservationId } from './observation.ts'

const database = await testDatabase()
const { world } = await observationWorld(database)
const { one, id } = await arranged()
const tables = ['observation', 'observation_consent', 'observation_comment', 'observation_receipt']
const countIn = async (work: Work, table: string) =>
  (await sql.raw(`select from ${table}`).execute(work.db)).rows.length

async function arranged() {
  const one = await world()
  const observation = await planned(one, await groupBooked(one))
  await answered(one, observation, [one.dora])
  return { one, id: observation.split('/').at(-1) as ObservationId }
}

describe('an observation', () => {
  it('comes back with its session and the two counts, for its supervisor, observer and session', async () => {
    const found = await one.inside(one.noor, (work) => findObservation(work, id))
    expect(found).toMatchObject({ supervisor: one.amina, observer: one.noor, agreed: 3, refused: 1, comment: null })
    expect(found?.session).toMatchObject({ people: 4, minutes: 120, state: 'booked' })
    const by = [{ supervisor: one.amina }, { observer: one.noor }, { since: day('2026-01-01') }] as const
    for (const of of by)
      expect(await one.inside(one.noor, (work) => findObservations(work, of))).toMatchObject([{ id }])
    for (const person of [one.ben, one.amina])
      expect(await one.inside(person, (work) => findAhead(work, person))).toMatchObject([{ id }])
    expect(await one.inside(one.grace, (work) => findAhead(work, one.grace))).toEqual([])
  })

  it('shows what somebody answered to them alone, by the database too', async () => {
    expect(await one.inside(one.dora, (work) => findOwnConsent(work, id))).toBe(false)
    expect(await one.inside(one.ben, (work) => findOwnConsent(work, id))).toBe(true)
    expect(await one.inside(one.noor, (work) => findOwnConsent(work, id))).toBeNull()
    for (const person of [one.amina, one.dora])
      expect(await one.inside(person, (work) => countIn(work, 'observation_consent'))).toBe(1)
    expect(await one.inside(one.noor, (work) => countIn(work, 'observation_consent'))).toBe(0)
  })

  it('takes a comment from its supervisor and from nobody else', async () => {
    const comment = () => ({ id: newId<'observation comment'>(), version: 1, outcome: 'agreed' as const })
    await expect(one.inside(one.noor, (work) => addComment(work, id, comment()))).rejects.toThrow(/row-level security/)
    await one.inside(one.amina, (work) => addComment(work, id, comment()))
    const found = await one.inside(one.noor, (work) => findObservation(work, id))
    expect(found?.comment).toMatchObject({ outcome: 'agreed', version: 1 })
  })

  it('is received once by each', async () => {
    await one.inside(one.otto, (work) => addReceipt(work, id))
    await one.inside(one.otto, (work) => addReceipt(work, id))
    expect([...(await one.inside(one.otto, findReceived))]).toEqual([id])
    expect([...(await one.inside(one.noor, findReceived))]).toEqual([])
  })
})

it('is not seen by the neighbour', async () => {
  const neighbour = await newOrganisation(database, 'Next door')
  for (const person of [one.amina, one.otto, one.noor])
    await as(testComposition(database), neighbour, person, async (work) => {
      expect(await findObservation(work, id)).toBeNull()
      for (const table of tables) expect([table, await countIn(work, table)]).toEqual([table, 0])
    })
})
