import { describe, expect, it } from 'vitest'
import { inForce } from '../../../../test/worlds/agreement.ts'
import { clinical, supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import { choosePair } from '../pair/pair.changes.ts'
import { endSupervision } from './ending.changes.ts'
import {
  addChoice,
  findActionsLeft,
  findChoices,
  findEnding,
  findEndingOf,
  findEndingsSince,
  findSessionsAhead,
  findUnsupervised,
  saveSuccessor,
  wasBuiltOn,
} from './ending.store.ts'

const database = await testDatabase()
const { bareTrust: trust, setClock } = await supervisionWorld(database)

async function ended() {
  setClock()
  const world = await trust()
  const contract = await inForce(world.inside, { supervisee: world.ben, supervisor: world.amina })
  setClock()
  const ending = await world.inside(world.ben, async (work) => {
    const two = { supervisee: world.ben, supervisor: world.amina }
    await choosePair(work, { ...two, type: clinical })
    const talked = { on: day('2026-11-19') }
    const what = { ...two, on: work.today, talked, kind: 'moved', parts: [clinical], successor: null } as const
    const done = await endSupervision(work, what)
    if (!done.ok) throw new Error(done.reason)
    return done.value
  })
  return { world, ending, contract }
}

const session = newId<'session'>()
const chosen = { about: session, kind: 'session', choice: 'keep', became: null } as const

describe('an ending', () => {
  it('is kept with what ended, and found by the two', async () => {
    const { world, ending, contract } = await ended()
    for (const person of [world.ben, world.amina]) {
      const [found, since, of] = await world.inside(person, async (work) => [
        await findEnding(work, ending.id),
        await findEndingsSince(work, addMinutes(work.moment, -60)),
        await findEndingOf(work, contract),
      ])
      expect(found).toEqual(ending)
      expect(since).toEqual([ending])
      expect(of).toBe(ending.id)
    }
    expect(ending).toMatchObject({ types: [clinical], agreements: [contract], talked: { on: '2026-11-19' } })
  })

  it('is read by nobody else, in the database as well, nor by the neighbour', async () => {
    const { world, ending, contract } = await ended()
    await world.inside(world.ben, (work) => addChoice(work, ending.id, chosen))
    const nothing = async (one: Trust, person: Trust['ben']) =>
      one.inside(person, async (work) => {
        expect(await findEnding(work, ending.id)).toBeNull()
        expect(await findEndingOf(work, contract)).toBeNull()
        expect(await findChoices(work, ending.id)).toEqual([])
        expect(await findEndingsSince(work, addMinutes(work.moment, -60))).toEqual([])
        await saveSuccessor(work, ending.id, one.grace)
      })
    for (const person of [world.grace, world.noor, world.dora]) await nothing(world, person)
    const next = await trust()
    await nothing(next, next.ben)
    expect(await next.inside(next.grace, (work) => findUnsupervised(work, [world.ben], day('2026-01-01')))).toEqual([])
    expect(await world.inside(world.ben, (work) => findEnding(work, ending.id))).toEqual(ending)
  })

  it('keeps one decision for each thing', async () => {
    const { world, ending } = await ended()
    await world.inside(world.ben, async (work) => {
      expect(await addChoice(work, ending.id, chosen)).toBe(true)
      expect(await addChoice(work, ending.id, { ...chosen, choice: 'cancel' })).toBe(false)
      expect(await findChoices(work, ending.id)).toMatchObject([{ about: session, choice: 'keep', by: world.ben }])
      expect(await findSessionsAhead(work, ending)).toEqual([])
      expect(await findActionsLeft(work, ending)).toEqual([])
    })
  })

  it('leaves a person without a supervisor until somebody is asked or chosen', async () => {
    const { world, ending } = await ended()
    const without = () => world.inside(world.grace, (work) => findUnsupervised(work, [world.ben], day('2026-11-01')))
    expect(await without()).toEqual([{ person: world.ben, type: clinical, on: '2026-11-20' }])
    expect(await world.inside(world.ben, (work) => wasBuiltOn(work, ending))).toBe(false)
    setClock('2026-11-20T11:00:00Z')
    const next = { supervisee: world.ben, supervisor: world.grace, type: clinical }
    await world.inside(world.ben, (work) => choosePair(work, next))
    expect(await without()).toEqual([])
    expect(await world.inside(world.ben, (work) => wasBuiltOn(work, ending))).toBe(true)
  })
})
