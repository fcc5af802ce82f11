import { describe, expect, it } from 'vitest'
import { feedWord, isFeedWord } from '../../../platform/calendar/feed-word.ts'
import type { Keyring } from '../../../platform/keys/keyring.ts'
import { day } from '../../../platform/time/day.ts'
import { daysOfFeed } from './calendar-feed.ts'

const ring = (letter: string): Keyring => ({
  find: () => null,
  make: (organisation) => ({ id: '1', bytes: Buffer.from(`${letter}${organisation}`.padEnd(32).slice(0, 32)) }),
  list: () => [],
  forget: () => {},
  retire: () => {},
})
const of = { organisation: 'o', person: 'p', feed: 'f' }

describe('the address of a calendar', () => {
  it('tells of two months back and a year ahead', () => {
    expect(daysOfFeed(day('2026-11-20'))).toEqual({ from: '2026-09-21', to: '2027-12-25' })
  })

  it('has a word that nobody can make without the key, other for every person and every making', () => {
    const word = feedWord(ring('a'), of)
    expect(word).toMatch(/^[\w-]{43}$/)
    expect(isFeedWord(ring('a'), of, word)).toBe(true)
    for (const other of [
      { ...of, organisation: 'q' },
      { ...of, person: 'q' },
      { ...of, feed: 'q' },
    ])
      expect(isFeedWord(ring('a'), other, word)).toBe(false)
    expect(isFeedWord(ring('b'), of, word)).toBe(false)
    for (const wrong of ['', 'a', `${word}a`, word.toUpperCase()]) expect(isFeedWord(ring('a'), of, wrong)).toBe(false)
  })
})
