import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { ownStanding, standsAgainst } from './own-supervision.ts'

const on = day('2026-11-20')
const given = { since: day('2026-01-01'), every: { count: 3, unit: 'month' as const }, next: null, top: false, on }
const held = (text: string) => ({ day: day(text), by: 'noor' as PersonId })

describe('own supervision', () => {
  it('is in date for as long as the policy says after the last', () => {
    expect(ownStanding(held('2026-10-10'), given)).toMatchObject({ state: 'in date', due: '2027-01-10' })
    expect(ownStanding(held('2026-09-01'), given)).toMatchObject({ state: 'due soon', due: '2026-12-01' })
    expect(ownStanding(held('2026-08-20'), given)).toMatchObject({ state: 'due soon', due: '2026-11-20' })
    expect(ownStanding(held('2026-08-19'), given)).toMatchObject({ state: 'out of date', due: '2026-11-19' })
  })
  it('begins with the day from which somebody supervises', () => {
    expect(ownStanding(null, given).state).toBe('out of date')
    expect(ownStanding(null, { ...given, since: day('2026-10-01') })).toMatchObject({ state: 'in date', last: null })
    expect(ownStanding(held('2026-02-01'), { ...given, since: day('2026-10-01') }).due).toBe('2027-01-01')
  })
  it('is not asked of the top of the chain', () => {
    expect(ownStanding(null, { ...given, top: true })).toMatchObject({ state: 'top', due: null })
  })
  it('stands against supervising until a session of one’s own is booked before', () => {
    const late = ownStanding(held('2026-08-19'), given)
    expect(standsAgainst(late, day('2026-12-15'))).toBe(true)
    expect(standsAgainst({ ...late, next: day('2026-12-01') }, day('2026-12-15'))).toBe(false)
    expect(standsAgainst({ ...late, next: day('2026-12-16') }, day('2026-12-15'))).toBe(true)
    expect(standsAgainst(ownStanding(held('2026-10-10'), given), day('2028-12-15'))).toBe(false)
  })
})
