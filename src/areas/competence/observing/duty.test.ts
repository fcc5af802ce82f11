import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { after, byUrgency, dueOn, dutyState, everyInWords, isForObservation, standsAgainst } from './duty.ts'

const yearly = { count: 12, unit: 'month' } as const
const began = day('2025-02-28')

describe('the day by which somebody is observed', () => {
  it('is counted from the last observation, and from the beginning when there was none', () => {
    expect(dueOn({ began, lastSeen: day('2026-02-03') }, yearly)).toBe('2027-02-03')
    expect(dueOn({ began, lastSeen: null }, yearly)).toBe('2026-02-28')
  })
  it('clamps at the end of a month, and counts weeks and days', () => {
    expect(after(day('2024-02-29'), yearly)).toBe('2025-02-28')
    expect(after(day('2026-08-31'), { count: 6, unit: 'month' })).toBe('2027-02-28')
    expect(after(day('2026-11-20'), { count: 2, unit: 'week' })).toBe('2026-12-04')
    expect(after(day('2026-11-20'), { count: 1, unit: 'day' })).toBe('2026-11-21')
  })
  it('is overdue only once it has passed, and due soon for two months before', () => {
    const today = day('2026-11-20')
    expect(dutyState(day('2026-11-19'), today)).toBe('overdue')
    expect(dutyState(today, today)).toBe('due soon')
    expect(dutyState(day('2027-01-19'), today)).toBe('due soon')
    expect(dutyState(day('2027-01-20'), today)).toBe('in date')
  })
  it('puts the most urgent first', () => {
    const [a, b] = [{ due: day('2026-11-20') }, { due: day('2026-01-20') }]
    expect([a, b].toSorted(byUrgency)).toEqual([b, a])
  })
  it('is said in words', () => {
    expect(everyInWords(yearly)).toBe('12 months')
    expect(everyInWords({ count: 1, unit: 'week' })).toBe('1 week')
  })
})

describe('what stands against a booking', () => {
  const asked = {
    name: 'Amina Yusuf',
    type: 'Child protection case work supervision',
    within: yearly,
    observers: ['Ruth Abernethy'],
    ahead: null,
  }
  const known = { person: 'amina' as PersonId, began, lastSeen: day('2026-02-03') }
  it('is nothing up to the last day in time', () => {
    expect(standsAgainst(known, { ...asked, on: day('2027-02-03') })).toBeNull()
  })
  it('says when the last was, how often it has to be, and whom to ask', () => {
    expect(standsAgainst(known, { ...asked, on: day('2027-02-04') })).toBe(
      'Amina Yusuf was last observed on 3 February 2026. Whoever supervises Child protection case work supervision is observed every 12 months, here by 3 February 2027. Ask Ruth Abernethy',
    )
  })
  it('says that there was none, and that nobody could', () => {
    const words = standsAgainst({ began, lastSeen: null }, { ...asked, observers: [], on: day('2026-03-01') })
    expect(words).toContain('has not been observed at work yet')
    expect(words).toContain('Nobody is known who can observe')
  })
})

describe('a session for the observation itself', () => {
  const today = day('2026-11-20')
  const on = day('2026-12-01')
  it('may be booked when none is to come', () => {
    expect(isForObservation([], on, today)).toBe(true)
    expect(isForObservation([{ day: day('2026-11-25'), ahead: true, asked: false }], on, today)).toBe(false)
    expect(isForObservation([{ day: day('2026-11-25'), ahead: true, asked: true }], on, today)).toBe(false)
  })
  it('may be booked again when the one before was to be observed, and not otherwise', () => {
    const before = { day: day('2026-11-10'), ahead: false }
    expect(isForObservation([{ ...before, asked: true }], on, today)).toBe(true)
    expect(isForObservation([{ ...before, asked: false }], on, today)).toBe(false)
  })
  it('is far enough ahead for everybody to be asked', () => {
    expect(isForObservation([], day('2026-11-21'), today)).toBe(false)
    expect(isForObservation([], day('2026-11-22'), today)).toBe(true)
  })
  it('is named to whoever would book another', () => {
    const known = { began, lastSeen: null }
    const asked = { name: 'Amina Yusuf', type: 'case work', within: yearly, on, observers: ['Ruth Abernethy'] }
    expect(standsAgainst(known, { ...asked, ahead: day('2026-11-25') })).toContain(
      'Ask Ruth Abernethy to observe the session of 25 November 2026',
    )
  })
})
