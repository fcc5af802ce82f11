import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { ForumId } from '../peer-review/forum.ts'
import type { ReviewId } from '../reviewing/review.ts'
import { ages, countRecommendations, isLate } from './overview.ts'
import type { Recommendation, RecommendationId, RecommendationState } from '../recommendation/recommendation.ts'

const today = day('2026-11-20')
const made = (state: RecommendationState, at: string, due = '2027-02-01'): Recommendation => ({
  id: at as RecommendationId,
  forum: 'forum' as ForumId,
  review: 'review' as ReviewId,
  owner: 'ben' as PersonId,
  unit: null,
  due: day(due),
  state,
  madeBy: 'noor' as PersonId,
  madeAt: moment(`${at}T10:00:00Z`),
  version: 1,
})

describe('recommendations of peer review', () => {
  test('are counted by state and age, each once', () => {
    const all = [
      made('proposed', '2026-11-19'),
      made('proposed', '2026-08-21'),
      made('proposed', '2026-08-20', '2026-11-01'),
      made('under way', '2026-05-20'),
      made('embedded', '2024-01-01', '2024-05-01'),
    ]
    const counted = countRecommendations(all, today)
    expect(counted.map((one) => [one.state, ...one.byAge, one.all, one.late])).toEqual([
      ['proposed', 2, 1, 0, 0, 3, 1],
      ['under way', 0, 0, 1, 0, 1, 0],
      ['embedded', 0, 0, 0, 1, 1, 0],
      ['not taken up', 0, 0, 0, 0, 0, 0],
    ])
    expect(counted.reduce((sum, one) => sum + one.all, 0)).toBe(all.length)
    expect(counted[0]?.byAge).toHaveLength(ages.length)
  })

  test('are late from the day after theirs, unless they are settled', () => {
    expect(isLate({ state: 'proposed', due: today }, today)).toBe(false)
    expect(isLate({ state: 'under way', due: day('2026-11-19') }, today)).toBe(true)
    expect(isLate({ state: 'not taken up', due: day('2026-01-01') }, today)).toBe(false)
  })
})
