import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition, testMoment } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { letRead, sealTexts, thing } from '../../records/index.ts'
import {
  addConcern,
  addEntry,
  findConcern,
  findConcernsBy,
  findConcernsNaming,
  findConcernsOfOthers,
} from './concern.store.ts'
import type { Concern } from './concern.ts'

const database = await testDatabase()
const service = testComposition(database)
const [ben, noor, dora] = [newId<'person'>(), newId<'person'>(), newId<'person'>()]

async function trust() {
  const organisation = await newOrganisation(database)
  const inside = <T>(who: PersonId, body: Parameters<typeof as<T>>[3]) => as(service, organisation, who, body)
  const id = newId<'concern'>()
  const concern: Omit<Concern, 'entries'> = {
    id,
    about: { kind: 'case', id: newId() },
    kind: 'practice',
    routeKey: 'practice-concern',
    raisedBy: ben,
    raisedAt: testMoment,
    outcome: 'told',
    toldAt: testMoment,
    toldHow: 'phone',
    named: dora,
    telling: 'not yet',
  }
  await inside(ben, async (work) => {
    await addConcern(work, concern)
    await addEntry(work, id, 'passed on')
  })
  return { organisation, inside, concern }
}

describe('a concern', () => {
  it('comes back with its entries, numbered in order', async () => {
    const { inside, concern } = await trust()
    expect(await inside(noor, (work) => addEntry(work, concern.id, 'added'))).toBe(2)
    const found = await inside(noor, (work) => findConcern(work, concern.id))
    expect(found).toEqual({
      ...concern,
      entries: [
        { number: 1, kind: 'passed on', by: ben, at: testMoment },
        { number: 2, kind: 'added', by: noor, at: testMoment },
      ],
    })
  })

  it('is found by who passed it on, by whom it names, and by its readers', async () => {
    const { inside, concern } = await trust()
    const ids = async (found: Promise<readonly Concern[]>) => (await found).map((one) => one.id)
    expect(await inside(ben, (work) => ids(findConcernsBy(work, ben)))).toEqual([concern.id])
    expect(await inside(dora, (work) => ids(findConcernsNaming(work, dora)))).toEqual([concern.id])
    expect(await inside(noor, (work) => ids(findConcernsOfOthers(work, testMoment)))).toEqual([])
    const about = thing('concern', concern.id)
    await inside(ben, async (work) => {
      await sealTexts(work, { kind: 'concern', about, version: 1, texts: { concern: 'A worry' } })
      await letRead(work, about, [{ person: noor, because: 'safeguarding lead', until: null }])
    })
    expect(await inside(noor, (work) => ids(findConcernsOfOthers(work, testMoment)))).toEqual([concern.id])
    expect(await inside(ben, (work) => ids(findConcernsOfOthers(work, testMoment)))).toEqual([])
  })

  it('can be neither written in another’s name nor changed nor removed', async () => {
    const { inside, concern } = await trust()
    const other = { ...concern, id: newId<'concern'>() }
    await expect(inside(noor, (work) => addConcern(work, other))).rejects.toThrow(/row-level security/)
    for (const deed of ['update concern set outcome = outcome', 'delete from concern', 'delete from concern_entry'])
      await expect(inside(ben, (work) => sql.raw(deed).execute(work.db))).rejects.toThrow(/permission denied/)
  })
})

describe('the neighbour', () => {
  it('sees no concern and no entry', async () => {
    const { concern } = await trust()
    const neighbour = await newOrganisation(database, 'Next door')
    await as(service, neighbour, ben, async (work) => {
      expect(await findConcern(work, concern.id)).toBeNull()
      expect(await findConcernsBy(work, ben)).toEqual([])
      for (const table of ['concern', 'concern_entry'])
        expect((await sql.raw(`select from ${table}`).execute(work.db)).rows).toEqual([])
    })
    await expect(as(service, neighbour, ben, (work) => addEntry(work, concern.id, 'added'))).rejects.toThrow(/violates/)
  })
})
