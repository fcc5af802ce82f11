import { describe, expect, it } from 'vitest'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { testMoment } from '../../../../test/composition.ts'
import { decideEnding, decideException, type SignOff, startOf } from './sign-off.ts'

const today = day('2026-11-20')
const [tom, noor] = ['tom' as PersonId, 'noor' as PersonId]
const given: SignOff = {
  id: 's' as Id<'signOff'>,
  person: tom,
  pathway: 'case-work-supervisor-pathway',
  registration: 'r' as Id<'registration'>,
  from: day('2026-01-01'),
  to: null,
  way: 'pathway',
  reason: null,
  by: noor,
  at: testMoment,
  endedBy: null,
  endedAt: null,
  endReason: null,
}

describe('the end of a sign-off', () => {
  it('is for somebody else who signs off, once', () => {
    expect(decideEnding(given, { person: noor, signs: true }, today).ok).toBe(true)
    expect(decideEnding(given, { person: noor, signs: false }, today).ok).toBe(false)
    expect(decideEnding(given, { person: tom, signs: true }, today).ok).toBe(false)
    expect(decideEnding({ ...given, endedAt: testMoment }, { person: noor, signs: true }, today).ok).toBe(false)
    expect(decideEnding({ ...given, to: day('2026-11-19') }, { person: noor, signs: true }, today).ok).toBe(false)
  })
})

describe('the starting list', () => {
  const asks = day('2026-06-01')
  const led = (text: string | null) => ({ person: tom, heldRole: false, ledFirst: text === null ? null : day(text) })
  it('holds from the day on which the policy began to ask, for whoever held the role then', () => {
    expect(startOf({ ...led(null), heldRole: true }, asks, today)).toBe('2026-06-01')
  })
  it('holds from the first session for whoever has led since', () => {
    expect(startOf(led('2026-08-03'), asks, today)).toBe('2026-08-03')
    expect(startOf(led('2026-02-03'), asks, today)).toBe('2026-06-01')
  })
  it('is not for whoever never supervised', () => {
    expect(startOf(led(null), asks, today)).toBe(null)
    expect(startOf(led('2026-11-20'), asks, today)).toBe(null)
  })
})

describe('an exception', () => {
  const lead = { person: noor, leads: true }
  const may = (until: string, by = lead, signed = false) =>
    decideException(tom, by, { until: day(until), today, signed }).ok
  it('is a lead’s, for somebody else, for three months at most', () => {
    expect([may('2026-11-20'), may('2027-02-20'), may('2027-02-21'), may('2026-11-19')]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(may('2026-12-01', { person: tom, leads: true })).toBe(false)
    expect(may('2026-12-01', { person: noor, leads: false })).toBe(false)
    expect(may('2026-12-01', lead, true)).toBe(false)
  })
})
