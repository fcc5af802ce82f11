import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { datesIn, datesInWords, monthsOf, type SetDate } from './year-dates.ts'

describe('the dates of a cohort', () => {
  const dates: readonly SetDate[] = [
    { day: day('2027-02-17'), state: 'planned' },
    { day: day('2027-02-03'), state: 'held' },
    { day: day('2027-03-03'), state: 'called off' },
  ]
  it('stand month by month, from the first day to the last', () => {
    expect(monthsOf(day('2026-12-15'), day('2027-02-01'))).toEqual(['2026-12-01', '2027-01-01', '2027-02-01'])
    expect(monthsOf(day('2027-02-01'), day('2027-02-01'))).toEqual(['2027-02-01'])
  })
  it('are said as days, with what became of them', () => {
    expect(datesInWords(datesIn(dates, day('2027-02-01')))).toBe('3 held, 17')
    expect(datesInWords(datesIn(dates, day('2027-03-01')))).toBe('3 called off')
    expect(datesInWords(datesIn(dates, day('2027-04-01')))).toBe('')
  })
})
