import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'
import type { Announcement } from './announcement.ts'
import {
  deleteAgreed,
  findAgreed,
  findAnnouncement,
  findAnnouncementsOf,
  findReadersOf,
  findToAgree,
  findToRead,
  insertAgreed,
  insertAnnouncement,
  insertReading,
  lockAnnouncement,
  saveAnnouncement,
} from './announcement.store.ts'

const database = await testDatabase()
const { withMeetings } = await learningMeetingWorld(database)
const [hash, other] = ['a'.repeat(64), 'b'.repeat(64)]

async function proposed() {
  const { world, set } = await withMeetings()
  const one = await world.inside(world.ben, async (work) => {
    const fresh: Announcement = {
      id: work.newId(),
      set,
      proposedBy: world.ben,
      proposedAt: work.moment,
      version: 1,
      textHash: hash,
      recipients: [world.noor],
      state: 'proposed',
      endedBy: null,
      endedAt: null,
    }
    await insertAnnouncement(work, fresh)
    await insertAgreed(work, fresh.id, hash)
    return fresh
  })
  return { world, set, one }
}

describe('changes that sets want to be told', () => {
  it('are known to the people of the set, and once told to those they name', async () => {
    const { world, set, one } = await proposed()
    expect(await world.inside(world.dora, (work) => findAnnouncement(work, one.id))).toEqual(one)
    expect(await world.inside(world.dora, (work) => findToAgree(work, [set]))).toEqual([one])
    expect(await world.inside(world.ben, (work) => findToAgree(work, [set]))).toEqual([])
    for (const who of [world.noor, world.grace])
      expect(await world.inside(who, (work) => findAnnouncement(work, one.id))).toBeNull()
    const told = await world.inside(world.ben, async (work) => {
      const held = await lockAnnouncement(work, one.id)
      if (!held) throw new Error('not there')
      const ended: Announcement = { ...held, state: 'told', endedBy: world.ben, endedAt: work.moment }
      await saveAnnouncement(work, ended)
      return ended
    })
    expect(await world.inside(world.noor, findToRead)).toEqual([told])
    await world.inside(world.noor, (work) => insertReading(work, one.id))
    expect(await world.inside(world.noor, findToRead)).toEqual([])
    expect(await world.inside(world.femi, (work) => findReadersOf(work, one.id))).toEqual([world.noor])
    expect(await world.inside(world.grace, findToRead)).toEqual([])
  })

  it('are agreed to in one’s own name, to the text as it reads now', async () => {
    const { world, one } = await proposed()
    await world.inside(world.dora, (work) => insertAgreed(work, one.id, hash))
    await world.inside(world.dora, (work) => insertAgreed(work, one.id, hash))
    const agreed = await world.inside(world.ben, (work) => findAgreed(work, one.id))
    expect(agreed.map((each) => each.person).toSorted()).toEqual([world.ben, world.dora].toSorted())
    await expect(world.inside(world.femi, (work) => insertAgreed(work, one.id, other))).rejects.toThrow(/row-level/)
    await expect(world.inside(world.noor, (work) => insertAgreed(work, one.id, hash))).rejects.toThrow(/row-level/)
    await world.inside(world.dora, (work) => deleteAgreed(work, one.id))
    expect(await world.inside(world.ben, (work) => findAgreed(work, one.id))).toHaveLength(1)
  })

  it('the neighbour cannot see or change', async () => {
    const { world, set, one } = await proposed()
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.ben, body)
    expect(await theirs((work) => findAnnouncement(work, one.id))).toBeNull()
    expect(await theirs((work) => lockAnnouncement(work, one.id))).toBeNull()
    expect(await theirs((work) => findAnnouncementsOf(work, set))).toEqual([])
    expect(await theirs((work) => findAgreed(work, one.id))).toEqual([])
    expect(await theirs((work) => findReadersOf(work, one.id))).toEqual([])
    expect(await theirs(findToRead)).toEqual([])
    await theirs((work) => saveAnnouncement(work, { ...one, textHash: other }))
    expect(await world.inside(world.ben, (work) => findAnnouncement(work, one.id))).toEqual(one)
    await expect(theirs((work) => insertReading(work, one.id))).rejects.toThrow()
    await expect(theirs((work) => insertAgreed(work, one.id, hash))).rejects.toThrow()
  })
})
