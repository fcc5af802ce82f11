import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'
import { newId } from '../../../platform/ids.ts'
import type { Reflection } from './reflection.ts'
import { findReflections, insertReflection, saveReflection } from './reflection.store.ts'

const database = await testDatabase()
const { withMeetings } = await learningMeetingWorld(database)

async function written(shared = 0) {
  const { world, set } = await withMeetings()
  const one = await world.inside(world.ben, async (work) => {
    const about = { set, meeting: null, person: world.ben }
    const fresh: Reflection = { id: work.newId(), ...about, shared, sharedAbout: work.newId(), save: 1 }
    await insertReflection(work, fresh)
    return fresh
  })
  return { world, set, one, of: { set, meeting: null } }
}

describe('what people learned', () => {
  it('is its author’s, and known to the set only when some of it is shared', async () => {
    const { world, one, of } = await written()
    const seen = (who: typeof world.ben) => world.inside(who, (work) => findReflections(work, of))
    expect(await seen(world.ben)).toEqual([one])
    expect(await seen(world.dora)).toEqual([])
    const shared = { ...one, shared: 2, sharedAbout: newId<'shared reflection'>(), save: 2 }
    expect(await world.inside(world.ben, (work) => saveReflection(work, shared))).toBe(true)
    expect(await seen(world.dora)).toEqual([shared])
    for (const who of [world.noor, world.grace]) expect(await seen(who)).toEqual([])
  })

  it('is saved from its newest, by its author, once for each meeting and once for the set', async () => {
    const { world, one } = await written(1)
    expect(await world.inside(world.ben, (work) => saveReflection(work, { ...one, save: 3 }))).toBe(false)
    expect(await world.inside(world.dora, (work) => saveReflection(work, { ...one, save: 2 }))).toBe(false)
    const second = { ...one, id: newId<'reflection'>() }
    await expect(world.inside(world.ben, (work) => insertReflection(work, second))).rejects.toThrow(/unique/)
    const foreign = { ...second, person: world.dora }
    await expect(world.inside(world.ben, (work) => insertReflection(work, foreign))).rejects.toThrow(/row-level/)
  })

  it('the neighbour cannot see or change', async () => {
    const { world, one, of } = await written(1)
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.ben, body)
    expect(await theirs((work) => findReflections(work, of))).toEqual([])
    expect(await theirs((work) => saveReflection(work, { ...one, save: 2 }))).toBe(false)
    await expect(theirs((work) => insertReflection(work, { ...one, id: newId() }))).rejects.toThrow()
  })
})
