import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  addMinutes,
  addSeconds,
  londonDay,
  londonMoment,
  londonTime,
  minutesBetween,
  moment,
  momentOf,
} from './moment.ts'
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

const anyMoment = fc
  .integer({ min: Date.parse('1900-01-01'), max: Date.parse('2199-12-31') })
  .map((time) => momentOf(new Date(time)))

describe('the quick ways', () => {
  it('tell the same London day as the calendar, whatever was asked before', () => {
    fc.assert(
      fc.property(anyMoment, (at) => {
        const told = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London').toPlainDate().toString()
        expect([londonDay(at), londonDay(at)]).toEqual([told, told])
      }),
    )
    for (const at of ['2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z', '2026-10-24T22:59:59.999Z'])
      expect(londonDay(moment(at))).toBe(at.startsWith('2026-03') ? '2026-03-29' : '2026-10-24')
    expect(londonDay(moment('2026-10-24T23:00:00.000Z'))).toBe('2026-10-25')
  })

  it('add seconds and minutes as the calendar does', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: -10_000_000, max: 10_000_000 }), (at, count) => {
        const from = Temporal.Instant.from(at)
        expect(addSeconds(at, count)).toBe(moment(from.add({ seconds: count }).toString()))
        expect(addMinutes(at, count)).toBe(moment(from.add({ minutes: count }).toString()))
      }),
    )
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
