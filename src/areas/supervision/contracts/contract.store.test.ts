import { describe, expect, it } from 'vitest'
import { contractsInForce, withoutContracts } from '../../../../test/worlds/contracts.ts'
import { caseWorkWith } from '../../../../test/worlds/case-work.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { findDealings, findDealingsOf, findMetBefore } from './contract.store.ts'

const database = await testDatabase()
const { trust, ...deeds } = await supervisionWorld(database)
const { heldWith } = caseWorkWith(deeds)
const world = await trust()
await heldWith(world, { people: [world.ben], cases: [] })
await withoutContracts(database, world.organisation)
await contractsInForce(database, world.organisation, {
  supervisors: [world.ben, world.amina],
  supervisees: [world.ben, world.amina],
  years: [2026],
})
const template = 'safeguarding-contract'

describe('contracts read for booking', () => {
  it('are those in which this one supervises and that one is supervised, by the template', async () => {
    const found = await world.inside(world.ben, (work) =>
      findDealings(work, { template, supervisor: world.amina, supervisees: [world.ben, world.dora] }),
    )
    expect(found).toMatchObject([{ supervisee: world.ben, state: 'replaced', from: '2026-01-01', until: '2027-01-01' }])
  })

  it('are listed for either of the two, whichever side they are on', async () => {
    const found = await world.inside(world.ben, (work) => findDealingsOf(work, world.ben))
    expect(found.map((one) => [one.template, one.supervisor === world.ben]).sort()).toEqual([
      ['one-to-one-contract', false],
      ['one-to-one-contract', true],
      ['safeguarding-contract', false],
      ['safeguarding-contract', true],
    ])
    expect(await world.inside(world.dora, (work) => findDealingsOf(work, world.dora))).toEqual([])
  })

  it('the neighbour cannot see it', async () => {
    const neighbour = await trust()
    await withoutContracts(database, neighbour.organisation)
    const of = { template, supervisor: world.amina, supervisees: [world.ben] }
    expect(await neighbour.inside(neighbour.ben, (work) => findDealings(work, of))).toEqual([])
    expect(await neighbour.inside(neighbour.ben, (work) => findDealingsOf(work, world.ben))).toEqual([])
    const met = { type: 'child-protection-case-work', supervisor: world.amina, supervisees: [world.ben] }
    expect((await neighbour.inside(neighbour.ben, (work) => findMetBefore(work, met))).size).toBe(0)
  })
})

it('those who have met before are known by what was held', async () => {
  const met = { type: 'child-protection-case-work', supervisor: world.amina, supervisees: [world.ben, world.dora] }
  expect([...(await world.inside(world.amina, (work) => findMetBefore(work, met)))]).toEqual([world.ben])
  const other = { ...met, type: 'one-to-one-clinical' }
  expect((await world.inside(world.amina, (work) => findMetBefore(work, other))).size).toBe(0)
})
