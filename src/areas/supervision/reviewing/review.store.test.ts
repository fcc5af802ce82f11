import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { SessionId } from '../session/session.ts'
import { insertForum } from '../peer-review/forum.store.ts'
import {
  findAnswered,
  findCalledOffFor,
  findItem,
  findItems,
  findRegister,
  findReview,
  findReviewOfSession,
  findReviewsBefore,
  findReviewsOf,
  insertItem,
  insertReview,
  lockReview,
  saveRegistered,
  saveReview,
  takeItemBack,
} from './review.store.ts'
import type { Item, PeerReview } from './review.ts'

const database = await testDatabase()
const { bareTrust } = await supervisionWorld(database)

async function planned() {
  const world = await bareTrust()
  const made = await world.inside(world.noor, async (work) => {
    const forum = work.newId<'forum'>()
    const begun = { openedBy: world.noor, openedAt: work.moment, closedAt: null, version: 1 }
    const named = { name: 'Peer review', type: 'peer-review', chairs: [world.noor], asked: true, units: [] }
    await insertForum(work, { id: forum, ...named, ...begun })
    const none = { ledBy: null, beganAt: null, finishedAt: null, session: null, record: 0, sequence: 0 }
    const where = { minutes: 90, placeKind: 'in person' as const, place: 'Room 4' }
    const startsAt = moment('2026-11-24T14:00:00Z')
    const review: PeerReview = { id: work.newId(), forum, startsAt, ...where, state: 'planned', ...none }
    await insertReview(work, review)
    const brought = { broughtBy: world.noor, broughtAt: work.moment, takenBackAt: null }
    const item: Item = { id: work.newId(), review: review.id, kind: 'case', ...brought }
    await insertItem(work, item)
    return { review, item }
  })
  return { world, ...made }
}

describe('dates of peer review', () => {
  it('are kept with their register and what was brought', async () => {
    const { world, review, item } = await planned()
    await world.inside(world.noor, async (work) => {
      expect(await lockReview(work, review.id)).toEqual(review)
      expect(await findReviewsOf(work, [review.forum])).toEqual([review])
      expect(await findReviewsBefore(work, moment('2026-11-25T00:00:00Z'))).toEqual([review])
      expect(await findReviewsBefore(work, review.startsAt)).toEqual([])
      await saveRegistered(work, review.id, { person: world.ben, stands: 'coming' })
      await saveRegistered(work, review.id, { person: world.ben, stands: 'here' })
      expect(await findRegister(work, review.id)).toEqual([{ person: world.ben, stands: 'here', saidBy: world.noor }])
      expect(await findAnswered(work, world.ben, [review.id])).toEqual(new Set([review.id]))
      expect(await findItems(work, review.id)).toEqual([item])
      await takeItemBack(work, item.id)
      expect(await findItems(work, review.id)).toEqual([])
      expect((await findItem(work, item.id))?.takenBackAt).toBe(work.moment)
      expect(await findCalledOffFor(work, world.ben)).toEqual([])
      const off: PeerReview = { ...review, state: 'called off', sequence: 1 }
      await saveReview(work, off)
      expect(await findCalledOffFor(work, world.ben)).toEqual([off])
      expect(await findCalledOffFor(work, world.dora)).toEqual([])
      const open: PeerReview = { ...review, state: 'open', ledBy: world.noor, beganAt: work.moment }
      await saveReview(work, open)
      expect(await findReview(work, review.id)).toEqual(open)
      expect(await findReviewOfSession(work, work.newId<'session'>())).toBeNull()
    })
  })

  it('the neighbour cannot see or change', async () => {
    const { world, review, item } = await planned()
    await world.inside(world.noor, (work) => saveRegistered(work, review.id, { person: world.ben, stands: 'coming' }))
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.noor, body)
    expect(await theirs((work) => findReview(work, review.id))).toBeNull()
    expect(await theirs((work) => lockReview(work, review.id))).toBeNull()
    expect(await theirs((work) => findReviewsOf(work, [review.forum]))).toEqual([])
    expect(await theirs((work) => findReviewsBefore(work, moment('2026-11-25T00:00:00Z')))).toEqual([])
    expect(await theirs((work) => findRegister(work, review.id))).toEqual([])
    expect(await theirs((work) => findAnswered(work, world.ben, [review.id]))).toEqual(new Set())
    expect(await theirs((work) => findCalledOffFor(work, world.ben))).toEqual([])
    expect(await theirs((work) => findItems(work, review.id))).toEqual([])
    expect(await theirs((work) => findItem(work, item.id))).toBeNull()
    expect(await theirs((work) => findReviewOfSession(work, review.id as string as SessionId))).toBeNull()
    await theirs((work) => saveReview(work, { ...review, record: 7 }))
    await theirs((work) => takeItemBack(work, item.id))
    await expect(
      theirs((work) => saveRegistered(work, review.id, { person: world.ben, stands: 'here' })),
    ).rejects.toThrow()
    await world.inside(world.noor, async (work) => {
      expect(await findReview(work, review.id)).toEqual(review)
      expect(await findItems(work, review.id)).toEqual([item])
    })
  })
})
