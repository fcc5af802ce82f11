import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningHeldWorld } from '../../../../test/worlds/learning-held.ts'
import { newId } from '../../../platform/ids.ts'
import type { Release } from './release.ts'
import {
  findRelease,
  findReleasesOf,
  findReleasesToRead,
  insertRelease,
  markRead,
  markTakenBack,
} from './release.store.ts'

const database = await testDatabase()
const { heldMeeting } = await learningHeldWorld(database)

async function given() {
  const { world, id } = await heldMeeting()
  const release = await world.inside(world.ben, async (work) => {
    const people = { presenter: world.ben, recipient: world.noor }
    const facts = { releasedAt: work.moment, readAt: null, takenBackAt: null }
    const one: Release = { id: work.newId(), meeting: id, item: 'contribution 1', ...people, ...facts }
    await insertRelease(work, one)
    return one
  })
  return { world, id, release }
}

describe('what presenters give away', () => {
  it('is known to the two of them and to those who were in the meeting, and read or taken back once', async () => {
    const { world, id, release } = await given()
    for (const who of [world.ben, world.noor, world.dora])
      expect(await world.inside(who, (work) => findRelease(work, release.id))).toEqual(release)
    for (const who of [world.grace, world.otto])
      expect(await world.inside(who, (work) => findRelease(work, release.id))).toBeNull()
    expect(await world.inside(world.amina, (work) => findReleasesOf(work, id))).toEqual([release])
    expect(await world.inside(world.noor, findReleasesToRead)).toEqual([release])
    expect(await world.inside(world.dora, (work) => markRead(work, release.id))).toBe(false)
    await expect(world.inside(world.noor, (work) => markTakenBack(work, release.id))).rejects.toThrow(/row-level/)
    await expect(world.inside(world.ben, (work) => markRead(work, release.id))).rejects.toThrow(/row-level/)
    expect(await world.inside(world.noor, (work) => markRead(work, release.id))).toBe(true)
    expect(await world.inside(world.ben, (work) => markTakenBack(work, release.id))).toBe(false)
    expect(await world.inside(world.noor, findReleasesToRead)).toEqual([])
  })

  it('is given in nobody else’s name, and by nobody who was not in the meeting', async () => {
    const { world, release } = await given()
    const other = { ...release, id: newId<'release'>() }
    await expect(world.inside(world.dora, (work) => insertRelease(work, other))).rejects.toThrow(/row-level/)
    const outside = { ...other, presenter: world.grace }
    await expect(world.inside(world.grace, (work) => insertRelease(work, outside))).rejects.toThrow(/row-level/)
  })

  it('the neighbour cannot see or change', async () => {
    const { world, id, release } = await given()
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.noor, body)
    expect(await theirs((work) => findRelease(work, release.id))).toBeNull()
    expect(await theirs((work) => findReleasesOf(work, id))).toEqual([])
    expect(await theirs(findReleasesToRead)).toEqual([])
    expect(await theirs((work) => markRead(work, release.id))).toBe(false)
    await expect(theirs((work) => insertRelease(work, { ...release, id: newId() }))).rejects.toThrow()
  })
})
