import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { londonDay, londonMoment, londonTime, minutesBetween, moment } from './moment.ts'
import {
  formatDay,
  formatDistance,
  formatLength,
  formatMinutes,
  formatMoment,
  formatTime,
  formatWeekday,
} from './words.ts'

describe('London time', () => {
  it('reads one hour ahead of UTC in summer and the same in winter', () => {
    expect(londonTime(moment('2026-07-01T13:30:00Z'))).toBe('14:30')
    expect(londonTime(moment('2026-12-01T14:30:00Z'))).toBe('14:30')
  })

  it('puts a summer evening after 11pm UTC on the next day', () => {
    expect(londonDay(moment('2026-07-01T23:30:00Z'))).toBe('2026-07-02')
    expect(londonDay(moment('2026-12-01T23:30:00Z'))).toBe('2026-12-01')
  })

  it('has no 1:30am on the March night', () => {
    expect(londonMoment(day('2027-03-28'), '01:30')).toBeNull()
    expect(londonMoment(day('2027-03-28'), '02:30')).toBe('2027-03-28T01:30:00.000Z')
  })

  it('takes the earlier of the two 1:30ams on the October night', () => {
    expect(londonMoment(day('2026-10-25'), '01:30')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('counts minutes through a clock change', () => {
    const [before, after] = [londonMoment(day('2027-03-28'), '00:30'), londonMoment(day('2027-03-28'), '02:30')]
    expect(before && after && minutesBetween(before, after)).toBe(60)
  })
})

describe('words for days and times', () => {
  it('follow the NHS content style', () => {
    expect(formatDay(day('2027-02-03'))).toBe('3 February 2027')
    expect(formatWeekday(day('2026-11-20'))).toBe('Friday 20 November 2026')
    expect(formatMoment(moment('2026-07-01T13:30:00Z'))).toBe('1 July 2026 at 2:30pm')
    expect(['00:00', '00:05', '09:00', '12:00', '12:05', '16:20'].map(formatTime)).toEqual([
      'midnight',
      '12:05am',
      '9am',
      'midday',
      '12:05pm',
      '4:20pm',
    ])
  })

  it('say distances as a person would', () => {
    const today = day('2026-11-20')
    expect(formatDistance(today, day('2026-11-21'))).toBe('tomorrow')
    expect(formatDistance(today, day('2026-10-28'))).toBe('23 days ago')
    expect(formatLength(60)).toBe('9 weeks')
    expect(formatMinutes(90)).toBe('1 hour 30 minutes')
    expect(formatMinutes(0)).toBe('0 minutes')
  })
})
