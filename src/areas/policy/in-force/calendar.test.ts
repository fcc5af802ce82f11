import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { bankHolidaysBetween, isWorkingDay } from './calendar.ts'
import type { InForce, PolicyVersion } from '../version/version.ts'

const version = {} as PolicyVersion
const holds = (from: string, until: string | null, calendar: object): InForce => ({
  version,
  pack: { calendar } as PolicyPack,
  from: day(from),
  until: until === null ? null : day(until),
})
const history = [
  holds('2026-01-01', '2027-01-01', {
    add: [
      { day: '2026-11-27', name: 'Founders’ day' },
      { day: '2027-02-01', name: 'Late' },
    ],
  }),
  holds('2026-01-01', null, { remove: ['2026-12-28', '2027-01-01'] }),
]

describe('the working days of an organisation', () => {
  it('leave out weekends and the bank holidays of England', () => {
    expect(isWorkingDay([], day('2026-12-24'))).toBe(true)
    expect(isWorkingDay([], day('2026-12-25'))).toBe(false)
    expect(isWorkingDay([], day('2026-12-26'))).toBe(false)
    expect(isWorkingDay([], day('2026-12-28'))).toBe(false)
  })
  it('leave out what a pack adds, and count what a pack takes away', () => {
    expect(isWorkingDay(history, day('2026-11-27'))).toBe(false)
    expect(isWorkingDay(history, day('2026-12-28'))).toBe(true)
    expect([...bankHolidaysBetween(history, day('2026-11-20'), day('2026-12-31'))]).toEqual([
      ['2026-11-27', 'Founders’ day'],
      ['2026-12-25', 'Christmas Day'],
    ])
  })
  it('follow the packs in force on that day, not those of today', () => {
    expect(isWorkingDay(history, day('2027-02-01'))).toBe(true)
    expect(isWorkingDay(history, day('2027-01-01'))).toBe(true)
  })
})
