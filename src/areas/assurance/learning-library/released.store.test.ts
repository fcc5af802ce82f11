import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { moment } from '../../../platform/time/moment.ts'
import { insertPoint } from '../learning-points/learning-point.store.ts'
import type { PointId } from '../learning-points/learning-point.ts'
import {
  findReleased,
  findUnread,
  findWhoRead,
  insertReleased,
  insertReleasedReading,
  searchReleased,
  withdrawReleased,
} from './released.store.ts'
import type { Released } from './released.ts'

const database = await testDatabase()
const { bareTrust } = await supervisionWorld(database)
const long = moment('2020-01-01T00:00:00Z')

async function sent() {
  const world = await bareTrust()
  const one = await world.inside(world.noor, async (work) => {
    const id: PointId = work.newId()
    const drafted = { draftedBy: world.noor, draftedAt: work.moment, concerned: [world.noor], secondReader: world.otto }
    const text = { version: 1, textHash: 'a'.repeat(64), subjects: ['neglect' as const], units: [world.team] }
    const from = { sourceKind: 'session' as const, source: work.newId<'source'>() }
    await insertPoint(work, { id, ...from, ...drafted, ...text, state: 'sent', backBecause: null })
    const words = { title: 'Ask who lives there', words: 'Visiting twice showed more than one visit' }
    const released = {
      id,
      ...words,
      subjects: text.subjects,
      units: text.units,
      sentBy: world.noor,
      sentAt: work.moment,
    }
    await insertReleased(work, released)
    return { ...released, withdrawnAt: null } satisfies Released
  })
  return { world, one }
}

describe('learning points that were sent', () => {
  it('are found by subject and by words, and read', async () => {
    const { world, one } = await sent()
    await world.inside(world.ben, async (work) => {
      expect(await findReleased(work, one.id)).toEqual(one)
      expect(await searchReleased(work, { subject: 'neglect', words: 'visits' })).toEqual([one])
      expect(await searchReleased(work, { subject: 'recording', words: '' })).toEqual([])
      expect(await searchReleased(work, { subject: null, words: 'handover' })).toEqual([])
      expect(await findUnread(work, long)).toEqual([one])
      await insertReleasedReading(work, one.id)
      await insertReleasedReading(work, one.id)
      expect(await findUnread(work, long)).toEqual([])
      expect(await findWhoRead(work, one.id)).toEqual(new Set([world.ben]))
    })
  })

  it('lose their words when they are withdrawn, once', async () => {
    const { world, one } = await sent()
    await world.inside(world.noor, async (work) => {
      expect(await withdrawReleased(work, one.id)).toBe(true)
      expect(await withdrawReleased(work, one.id)).toBe(false)
      expect(await findReleased(work, one.id)).toMatchObject({ title: '', words: '', withdrawnAt: work.moment })
      expect(await searchReleased(work, { subject: null, words: '' })).toEqual([])
      expect(await findUnread(work, long)).toEqual([])
    })
  })

  it('the neighbour cannot see or change', async () => {
    const { world, one } = await sent()
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.noor, body)
    await world.inside(world.ben, (work) => insertReleasedReading(work, one.id))
    expect(await theirs((work) => findReleased(work, one.id))).toBeNull()
    expect(await theirs((work) => searchReleased(work, { subject: null, words: '' }))).toEqual([])
    expect(await theirs((work) => findUnread(work, long))).toEqual([])
    expect(await theirs((work) => findWhoRead(work, one.id))).toEqual(new Set())
    expect(await theirs((work) => withdrawReleased(work, one.id))).toBe(false)
    await expect(theirs((work) => insertReleasedReading(work, one.id))).rejects.toThrow()
    expect(await world.inside(world.ben, (work) => findReleased(work, one.id))).toEqual(one)
  })
})
