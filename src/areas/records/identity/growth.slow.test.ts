import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { identifyingParts } from './identifying-text.ts'

const today = day('2026-11-20')

describe('the work grows with the length of a text and not with its square', () => {
  const hostile = [
    'a',
    'A',
    '1',
    '@',
    ' ',
    '.',
    '1 ',
    '1-',
    'Aa ',
    'a@',
    'A.',
    '12/',
    'SW1A ',
    "o'",
    'ab-',
    '+(',
    'é',
    '1 January ',
  ]
  it.each(hostile)('of %j, 200,000 letters long', (piece) => {
    const short = cost(piece.repeat(Math.ceil(25_000 / piece.length)))
    const long = cost(piece.repeat(Math.ceil(200_000 / piece.length)))
    // Eight times the text: about eight times the work, and sixty-four times if it were the square.
    expect(long / Math.max(short, 2)).toBeLessThan(32)
  })
})

/** Processor time of looking through a text in milliseconds, the least of three: other programs do not count. */
function cost(text: string): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    identifyingParts(text, { today })
    return process.cpuUsage(before).user / 1000
  })
  return Math.min(...times)
}
