import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { day } from '../../../platform/time/day.ts'
import { insertForum } from '../peer-review/forum.store.ts'
import { insertReview } from '../reviewing/review.store.ts'
import type { Recommendation } from './recommendation.ts'
import {
  findOpenRecommendations,
  findOverseen,
  findOwnedBy,
  findRecommendation,
  findRecommendationReports,
  findRecommendationsOf,
  insertRecommendation,
  insertRecommendationReport,
  lockRecommendation,
  saveRecommendation,
} from './recommendation.store.ts'

const database = await testDatabase()
const { bareTrust } = await supervisionWorld(database)

async function recommended() {
  const world = await bareTrust()
  const one = await world.inside(world.noor, async (work) => {
    const forum = work.newId<'forum'>()
    const begun = { openedBy: world.noor, openedAt: work.moment, closedAt: null, version: 1 }
    const named = { name: 'Peer review', type: 'peer-review', chairs: [world.noor], asked: true, units: [] }
    await insertForum(work, { id: forum, ...named, ...begun })
    const review = work.newId<'review'>()
    const none = { ledBy: null, beganAt: null, finishedAt: null, session: null, record: 0, sequence: 0 }
    const where = { startsAt: work.moment, minutes: 90, placeKind: 'video' as const, place: '' }
    await insertReview(work, { id: review, forum, ...where, state: 'planned', ...none })
    const made = { madeBy: world.noor, madeAt: work.moment, version: 1, state: 'proposed' as const }
    const due = day('2027-02-24')
    const fresh: Recommendation = { id: work.newId(), forum, review, owner: world.ben, unit: world.team, due, ...made }
    await insertRecommendation(work, fresh)
    return fresh
  })
  return { world, one }
}

describe('recommendations', () => {
  it('are followed until they are settled', async () => {
    const { world, one } = await recommended()
    await world.inside(world.noor, async (work) => {
      expect(await lockRecommendation(work, one.id)).toEqual(one)
      expect(await findOpenRecommendations(work, [one.forum])).toEqual([one])
      expect(await findOwnedBy(work, world.ben)).toEqual([one])
      const said = { reportedBy: world.noor, reportedAt: work.moment }
      const report = { id: work.newId<'report'>(), state: 'embedded' as const, due: one.due, ...said }
      await insertRecommendationReport(work, one.id, report)
      expect(await findRecommendationReports(work, one.id)).toEqual([report])
      const settled: Recommendation = { ...one, state: 'embedded', version: 2 }
      await saveRecommendation(work, settled)
      expect(await findRecommendation(work, one.id)).toEqual(settled)
      expect(await findRecommendationsOf(work, one.forum)).toEqual([settled])
      expect(await findOpenRecommendations(work, [one.forum])).toEqual([])
      expect(await findOverseen(work, { forums: [one.forum], units: [] })).toEqual([settled])
      expect(await findOverseen(work, { forums: [], units: [world.team] })).toEqual([settled])
      expect(await findOverseen(work, { forums: [], units: [] })).toEqual([])
      expect(await findOwnedBy(work, world.ben)).toEqual([])
    })
  })

  it('the neighbour cannot see or change', async () => {
    const { world, one } = await recommended()
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.noor, body)
    expect(await theirs((work) => findRecommendation(work, one.id))).toBeNull()
    expect(await theirs((work) => lockRecommendation(work, one.id))).toBeNull()
    expect(await theirs((work) => findRecommendationsOf(work, one.forum))).toEqual([])
    expect(await theirs((work) => findOpenRecommendations(work, [one.forum]))).toEqual([])
    expect(await theirs((work) => findOverseen(work, { forums: [one.forum], units: [world.team] }))).toEqual([])
    expect(await theirs((work) => findOwnedBy(work, world.ben))).toEqual([])
    expect(await theirs((work) => findRecommendationReports(work, one.id))).toEqual([])
    await theirs((work) => saveRecommendation(work, { ...one, state: 'embedded' }))
    await expect(
      theirs((work) => {
        const said = { reportedBy: world.noor, reportedAt: work.moment }
        return insertRecommendationReport(work, one.id, { id: work.newId(), state: 'embedded', due: one.due, ...said })
      }),
    ).rejects.toThrow()
    expect(await world.inside(world.noor, (work) => findRecommendation(work, one.id))).toEqual(one)
  })
})
