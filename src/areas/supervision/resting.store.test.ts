import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { caseWorkWith } from '../../../test/worlds/case-work.ts'
import { supervisionWorld } from '../../../test/worlds/supervision.ts'
import { restsOn } from './resting.store.ts'

const database = await testDatabase()
const { trust, ...deeds } = await supervisionWorld(database)
const { brought } = caseWorkWith(deeds)

describe('what rests on people and units', () => {
  it('is a session on either side, or one of the unit; nothing of anybody else', async () => {
    const world = await trust()
    const rests = (of: Parameters<typeof restsOn>[1]) => world.inside(world.noor, (work) => restsOn(work, of))
    expect(await rests({ people: [world.ben, world.amina], units: [world.team] })).toBe(false)
    await brought(world, { people: [world.ben, world.dora], cases: [], unit: world.team })
    for (const person of [world.ben, world.amina]) expect(await rests({ people: [person], units: [] })).toBe(true)
    expect(await rests({ people: [], units: [world.team] })).toBe(true)
    expect(await rests({ people: [world.otto, world.femi], units: [] })).toBe(false)
    expect(await rests({ people: [], units: [] })).toBe(false)
  })

  it('is not seen by the neighbour', async () => {
    const [world, neighbour] = [await trust(), await trust()]
    await brought(world, { people: [world.ben], cases: [] })
    expect(await neighbour.inside(neighbour.noor, (work) => restsOn(work, { people: [world.ben], units: [] }))).toBe(
      false,
    )
  })
})
