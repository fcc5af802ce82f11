import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../../platform/time/day.ts'
import { gapsBeyond, type Obstacle, seriesDays, stepFrom } from './series.ts'

const none = new Map<Day, Obstacle>()
const monthly = { count: 1, unit: 'months' as const }
const weekly = { count: 1, unit: 'weeks' as const }
const holiday = (words: string): Obstacle => ({ why: 'bank holiday', words })

describe('a series', () => {
  it('counts months from the first day, so that it never drifts', () => {
    const days = [0, 1, 2, 3].map((index) => stepFrom(day('2027-01-31'), monthly, index))
    expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'])
  })
  it('skips a weekend and offers the nearest working day, the earlier one first', () => {
    const days = seriesDays(day('2027-01-13'), monthly, 3, none)
    // 13 February 2027 is a Saturday, 13 March too.
    expect(days.map((one) => one.day)).toEqual(['2027-01-13', '2027-02-12', '2027-03-12'])
    expect(days[1]?.skipped).toEqual({ why: 'weekend', words: '13 February 2027 is a Saturday' })
  })
  it('steps over bank holidays and absences until a day works', () => {
    const obstacles = new Map<Day, Obstacle>([
      [day('2026-12-25'), holiday('25 December 2026 is Christmas Day')],
      [day('2026-12-24'), { why: 'absence', words: 'Ben Carter is on leave' }],
      [day('2026-12-28'), holiday('28 December 2026 is a bank holiday')],
    ])
    const days = seriesDays(day('2026-12-18'), weekly, 2, obstacles)
    expect(days[1]).toMatchObject({ planned: '2026-12-25', day: '2026-12-23', skipped: { why: 'bank holiday' } })
  })
  it('offers nothing when nothing near works, and never two sessions on one day', () => {
    const everyDay = new Map<Day, Obstacle>(
      Array.from({ length: 60 }, (_, index) => [
        day(`2027-0${index < 31 ? 3 : 4}-${String((index % 30) + 1).padStart(2, '0')}`),
        { why: 'absence', words: 'Away' },
      ]),
    )
    expect(seriesDays(day('2027-02-22'), weekly, 3, everyDay)[2]).toMatchObject({ planned: '2027-03-08', day: null })
    const days = seriesDays(day('2026-12-18'), weekly, 30, none).map((one) => one.day)
    expect(new Set(days).size).toBe(30)
  })
  it('says where it leaves a gap longer than the policy allows', () => {
    const interval = { count: 3, unit: 'month' as const }
    expect(gapsBeyond([day('2027-01-04'), day('2027-04-04'), day('2027-07-06')], interval)).toEqual([
      'From 4 April 2027 to 6 July 2027 is longer than 3 months (93 days)',
    ])
    expect(gapsBeyond([day('2027-01-04'), day('2028-01-04')], null)).toEqual([])
  })
})
