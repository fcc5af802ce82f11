import { describe, expect, it } from 'vitest'
import { contractsInForce, withoutContracts } from '../../../../test/worlds/contracts.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { findContracts, findNeeding, findPlaces, findSupervisedIn } from './contracts.store.ts'

const database = await testDatabase()
const { trust, setClock } = await supervisionWorld(database)
const world = await trust()
setClock()
await world
  .visit(world.ben)
  .post('/supervision/supervisors', { type: 'one-to-one-clinical', side: 'they', with: world.amina })
await withoutContracts(database, world.organisation)
await contractsInForce(database, world.organisation, {
  supervisors: [world.ben, world.amina],
  supervisees: [world.ben, world.amina],
  years: [2026],
})

const type = 'one-to-one-clinical'
const template = 'one-to-one-contract'

describe('who needs a contract', () => {
  it('is whoever has a supervisor for a kind that needs one on the day', async () => {
    const on = (day: string) =>
      world.inside(world.noor, (work) => findNeeding(work, { types: [type], day: day as never, people: null }))
    expect(await on('2026-11-20')).toEqual([{ person: world.ben, name: 'Ben Carter', unit: world.team, type }])
    expect(await on('2026-11-19')).toEqual([])
  })

  it('is found for some people, and for one supervisor', async () => {
    const some = { types: [type], day: '2026-11-20' as never, people: [world.dora] }
    expect(await world.inside(world.noor, (work) => findNeeding(work, some))).toEqual([])
    const of = (who: typeof world.amina) =>
      world.inside(who, (work) => findSupervisedIn(work, { supervisor: who, types: [type] }))
    expect(await of(world.amina)).toEqual([{ person: world.ben, type }])
    expect(await of(world.grace)).toEqual([])
  })
})

describe('contracts for figures', () => {
  it('are those in which people are supervised, with whichever supervisor or with one', async () => {
    const all = { templates: [template], people: [world.ben, world.amina, world.dora], supervisor: null }
    const found = await world.inside(world.noor, (work) => findContracts(work, all))
    expect(found.map((one) => one.person).sort()).toEqual([world.ben, world.amina].sort())
    const hers = await world.inside(world.noor, (work) => findContracts(work, { ...all, supervisor: world.amina }))
    expect(hers.map((one) => one.person)).toEqual([world.ben])
  })

  it('the neighbour cannot see it', async () => {
    const neighbour = await trust()
    await withoutContracts(database, neighbour.organisation)
    const as = <T>(body: Parameters<typeof neighbour.inside<T>>[1]) => neighbour.inside(neighbour.noor, body)
    expect(
      await as((work) => findContracts(work, { templates: [template], people: [world.ben], supervisor: null })),
    ).toEqual([])
    expect(await as((work) => findNeeding(work, { types: [type], day: '2026-11-20' as never, people: null }))).toEqual(
      [],
    )
    expect(await as((work) => findSupervisedIn(work, { supervisor: world.amina, types: [type] }))).toEqual([])
    expect(await as((work) => findPlaces(work, [world.ben]))).toEqual([])
  })
})
