import { describe, expect, it } from 'vitest'
import { clockLeftWords, clockWords } from './clock-words.ts'

const now = '2026-11-24T14:10:00.000Z'

describe('a clock without scripts', () => {
  it('says whole minutes that are left, a minute that has begun counted whole', () => {
    expect(clockWords({ endsAt: '2026-11-24T14:22:00.000Z', now })).toBe('12 minutes left')
    expect(clockWords({ endsAt: '2026-11-24T14:11:10.000Z', now })).toBe('2 minutes left')
    expect(clockWords({ endsAt: '2026-11-24T14:10:20.000Z', now })).toBe('less than a minute left')
  })

  it('says how much it has run over, or for how long it has run', () => {
    expect(clockWords({ endsAt: '2026-11-24T14:07:00.000Z', now })).toBe('3 minutes over')
    expect(clockWords({ runsSince: '2026-11-24T14:09:00.000Z', now })).toBe('1 minute so far')
  })

  it('stands still while it is paused', () => {
    expect(clockWords({ endsAt: '2026-11-24T14:22:00.000Z', pausedAt: '2026-11-24T14:02:00.000Z', now })).toBe(
      '20 minutes left, paused',
    )
  })
})

describe('a clock that runs', () => {
  it('says minutes and seconds, and goes on past its end', () => {
    expect(clockLeftWords(725, 'left')).toBe('12:05 left')
    expect(clockLeftWords(-65, 'left')).toBe('1:05 over')
    expect(clockLeftWords(7, 'so far')).toBe('0:07 so far')
  })
})
