import { expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'
import { newId } from '../../../platform/ids.ts'
import type { SharedTopic } from './shared-topic.ts'
import { deleteSharedTopic, findSharedTopics, insertSharedTopic } from './shared-topic.store.ts'

const database = await testDatabase()
const { openedMeeting } = await learningMeetingWorld(database)

async function shared() {
  const { world, id, set } = await openedMeeting()
  const one: SharedTopic = {
    topic: newId<'topic'>(),
    meeting: id,
    set,
    person: world.ben,
    about: newId<'shared topic'>(),
  }
  expect(await world.inside(world.ben, (work) => insertSharedTopic(work, one))).toBe(true)
  return { world, id, one }
}

it('a waiting topic that is shared is known to the people of its set, and taken back by its author', async () => {
  const { world, id, one } = await shared()
  expect(await world.inside(world.ben, (work) => insertSharedTopic(work, { ...one, about: newId() }))).toBe(false)
  expect(await world.inside(world.dora, (work) => findSharedTopics(work, id))).toEqual([one])
  for (const who of [world.noor, world.grace])
    expect(await world.inside(who, (work) => findSharedTopics(work, id))).toEqual([])
  const forOther = { ...one, topic: newId<'topic'>(), person: world.femi }
  await expect(world.inside(world.dora, (work) => insertSharedTopic(work, forOther))).rejects.toThrow(/row-level/)
  const outside = { ...one, topic: newId<'topic'>(), person: world.noor }
  await expect(world.inside(world.noor, (work) => insertSharedTopic(work, outside))).rejects.toThrow(/row-level/)
  await world.inside(world.dora, (work) => deleteSharedTopic(work, one.topic))
  expect(await world.inside(world.ben, (work) => findSharedTopics(work, id))).toEqual([one])
  await world.inside(world.ben, (work) => deleteSharedTopic(work, one.topic))
  expect(await world.inside(world.ben, (work) => findSharedTopics(work, id))).toEqual([])
})

it('the neighbour cannot see or change one', async () => {
  const { world, id, one } = await shared()
  const neighbour = await newOrganisation(database, 'Next door')
  const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.ben, body)
  expect(await theirs((work) => findSharedTopics(work, id))).toEqual([])
  await theirs((work) => deleteSharedTopic(work, one.topic))
  await expect(theirs((work) => insertSharedTopic(work, one))).rejects.toThrow()
  expect(await world.inside(world.ben, (work) => findSharedTopics(work, id))).toEqual([one])
})
