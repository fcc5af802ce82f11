import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import { isAfterwards, type LetSupervise, together } from './let-through.ts'

const at = moment('2026-11-20T09:00:00Z')
const one = (person: string, given: Partial<LetSupervise> = {}): LetSupervise => ({
  person: person as PersonId,
  by: 'noor' as PersonId,
  at,
  way: 'Case work',
  how: 'Supervised before',
  until: null,
  reason: 'Seen for years',
  ...given,
})

describe('what was let through', () => {
  it('stands in one line for those of one decision', () => {
    const all = [one('amina'), one('otto'), one('ben', { reason: 'Two are away' })]
    expect(together(all).map(({ people, reason }) => [people, reason])).toEqual([
      [['amina', 'otto'], 'Seen for years'],
      [['ben'], 'Two are away'],
    ])
  })
  it('tells a session that was recorded afterwards from one that was booked', () => {
    expect(isAfterwards({ at, startsAt: moment('2026-11-19T09:00:00Z') })).toBe(true)
    expect(isAfterwards({ at, startsAt: moment('2026-11-24T09:00:00Z') })).toBe(false)
  })
})
