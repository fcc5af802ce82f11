import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addMonths, civilOfNumber, day, dayOfNumber, numberOfCivil, numberOfDay, parseDay, weekdayOf } from './day.ts'

describe('days', () => {
  it('clamp to the end of the month', () => {
    expect(addMonths(day('2026-11-30'), 3)).toBe('2027-02-28')
    expect(addMonths(day('2027-11-30'), 3)).toBe('2028-02-29')
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28')
  })

  it('refuse what is not on the calendar', () => {
    for (const text of ['2027-02-29', '2026-13-01', '0000-01-01', '9999-01-01', '2026-1-1', 'x', '', null]) {
      expect(parseDay(text)).toBeNull()
    }
    expect(parseDay('2028-02-29')).toBe('2028-02-29')
  })

  it('agree with Temporal on every day, month step and weekday from 1900 to 2200', () => {
    const from = numberOfCivil(1900, 1, 1)
    const to = numberOfCivil(2199, 12, 31)
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), fc.integer({ min: -60, max: 60 }), (count, months) => {
        const text = dayOfNumber(count)
        const plain = Temporal.PlainDate.from(text)
        expect(civilOfNumber(count)).toEqual({ year: plain.year, month: plain.month, date: plain.day })
        expect(numberOfDay(text)).toBe(count)
        expect(weekdayOf(text)).toBe(plain.dayOfWeek)
        const stepped = plain.add({ months }, { overflow: 'constrain' })
        if (stepped.year >= 1900 && stepped.year <= 2199) expect(addMonths(text, months)).toBe(stepped.toString())
      }),
      { numRuns: 2000 },
    )
  })
})
