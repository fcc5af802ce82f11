import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { endWords, narrowed, scopeFor, spanOn, wayOf } from './running-out.ts'

const today = day('2026-11-20')
const to = (text: string, unit: string | null = 'riverside') => ({ to: day(text), unit })

describe('registrations that end', () => {
  it('are those of the last year and of the next 60 days', () => {
    expect(spanOn(today)).toEqual({ from: '2025-11-20', to: '2027-01-19' })
  })
  it('hold on their last day', () => {
    expect([wayOf(to('2026-11-19'), today), wayOf(to('2026-11-20'), today)]).toEqual(['ended', 'ends-soon'])
  })
  it('say when, and how long there is', () => {
    expect(endWords(to('2026-11-19'), today)).toBe('Ended on 19 November 2026')
    expect(endWords(to('2026-11-20'), today)).toBe('Ends on 20 November 2026, today')
    expect(endWords(to('2026-11-21'), today)).toBe('Ends on 21 November 2026, tomorrow')
    expect(endWords(to('2026-12-02'), today)).toBe('Ends on 2 December 2026, in 12 days')
  })
  it('are narrowed by unit and by how they stand', () => {
    const all = [to('2026-11-19'), to('2026-12-02'), to('2026-12-03', null)]
    expect(narrowed(all, { units: null, way: null }, today)).toEqual(all)
    expect(narrowed(all, { units: new Set(['riverside']), way: 'ends-soon' }, today)).toEqual([all[1]])
    expect(narrowed(all, { units: new Set(['castle']), way: null }, today)).toEqual([])
  })
  it('are shown to the widest of what somebody may see, or as they ask', () => {
    expect(scopeFor(['everyone', 'team'], '')).toBe('everyone')
    expect(scopeFor(['everyone', 'team'], 'team')).toBe('team')
    expect(scopeFor(['team'], 'everyone')).toBe('team')
    expect(scopeFor([], 'team')).toBe(null)
  })
})
