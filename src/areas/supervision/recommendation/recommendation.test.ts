import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { ForumId } from '../peer-review/forum.ts'
import type { ReviewId } from '../reviewing/review.ts'
import { decideReport, inOrder, type Recommendation, type RecommendationId } from './recommendation.ts'

const today = day('2026-11-24')
const one: Recommendation = {
  id: 'one' as RecommendationId,
  forum: 'forum' as ForumId,
  review: 'review' as ReviewId,
  owner: 'ben' as PersonId,
  unit: null,
  due: day('2027-02-24'),
  state: 'proposed',
  madeBy: 'noor' as PersonId,
  madeAt: moment('2026-11-24T15:00:00Z'),
  version: 1,
}
const said = { state: 'under way', due: one.due, words: '', version: 1 } as const
const owner = { isChair: false, today }

describe('a recommendation', () => {
  test('is embedded, or not taken up, only with what shows it', () => {
    expect(decideReport(one, said, owner).ok).toBe(true)
    expect(decideReport(one, { ...said, state: 'embedded' }, owner)).toMatchObject({ ok: false, field: 'words' })
    expect(decideReport(one, { ...said, state: 'not taken up', words: ' ' }, owner).ok).toBe(false)
    expect(decideReport(one, { ...said, state: 'embedded', words: 'The audit of May' }, owner).ok).toBe(true)
  })

  test('is reported on from its newest version, with a day ahead while it is open', () => {
    expect(decideReport(one, { ...said, version: 2 }, owner).ok).toBe(false)
    expect(decideReport(one, { ...said, due: day('2026-11-23') }, owner)).toMatchObject({ field: 'due' })
    const settled = { ...said, state: 'embedded', words: 'Seen', due: day('2026-11-23') } as const
    expect(decideReport(one, settled, owner).ok).toBe(true)
  })

  test('is taken up again, once settled, by whoever facilitates alone', () => {
    const settled = { ...one, state: 'embedded' } as const
    expect(decideReport(settled, said, owner).ok).toBe(false)
    expect(decideReport(settled, said, { isChair: true, today }).ok).toBe(true)
  })

  test('comes before those that are settled, the earliest day first', () => {
    const id = (text: string) => text as RecommendationId
    const later = { ...one, id: id('later'), due: day('2027-03-01') }
    const done = { ...one, id: id('done'), state: 'embedded', due: day('2026-12-01') } as const
    const newer = { ...done, id: id('newer'), madeAt: moment('2026-11-25T15:00:00Z') }
    expect(inOrder([done, later, newer, one]).map((each) => each.id)).toEqual(['one', 'later', 'newer', 'done'])
  })
})
