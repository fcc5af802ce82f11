import { describe, expect, it } from 'vitest'
import { amountOf } from './amount.ts'
import { readFormula } from './formula.ts'
import { intervalOf } from './interval.ts'
import { periodOf, periodWords } from './period.ts'

describe('an interval may be written as', () => {
  it.each([
    ['3 months', 3, 'month'],
    ['every 3 months', 3, 'month'],
    ['3 monthly', 3, 'month'],
    ['3-monthly', 3, 'month'],
    ['three months', 3, 'month'],
    ['monthly', 1, 'month'],
    ['month', 1, 'month'],
    ['Fortnightly', 2, 'week'],
    ['6 weekly', 6, 'week'],
    ['6 weeks', 6, 'week'],
    ['4 to 6 weeks', 6, 'week'],
    ['4-6 weeks', 6, 'week'],
    ['four to six weeks', 6, 'week'],
    ['quarter', 3, 'month'],
    ['quarterly', 3, 'month'],
    ['2 years', 24, 'month'],
    ['annually', 12, 'month'],
    ['10 days', 10, 'day'],
    ['12 shifts', 12, 'shift'],
    ['12 shifts worked', 12, 'shift'],
    ['40 practice hours', 40, 'hour'],
    ['40 hours of practice', 40, 'hour'],
    ['8 client hours', 8, 'hour'],
  ])('%s', (phrase, count, unit) => {
    expect(intervalOf(phrase)).toEqual({ count, unit })
  })

  it.each(['', 'soon', '0 months', '-3 months', '1.5 months', '3 moths', 'months 3', '3', '99 bottles'])(
    'not as “%s”',
    (phrase) => {
      expect(intervalOf(phrase)).toBeNull()
    },
  )
})

describe('an amount may be written as', () => {
  it.each([
    ['1 session', 1, 'sessions'],
    ['two sessions', 2, 'sessions'],
    ['4 times', 4, 'sessions'],
    ['90 minutes', 90, 'minutes'],
    ['90 min', 90, 'minutes'],
    ['1.5 hours', 90, 'minutes'],
    ['1 hour', 60, 'minutes'],
    ['an hour', 60, 'minutes'],
    ['1h 30m', 90, 'minutes'],
    ['1 hour and 30 minutes', 90, 'minutes'],
    ['10 different months', 10, 'months'],
    ['3 distinct weeks', 3, 'weeks'],
  ])('%s', (phrase, count, unit) => {
    expect(amountOf(phrase)).toMatchObject({ count, unit, forEvery: null })
  })

  it('so much for so much work', () => {
    expect(amountOf('1 hour for every 8 client hours')).toEqual({
      count: 60,
      unit: 'minutes',
      forEvery: { count: 8, unit: 'hour' },
    })
    expect(amountOf('1 session per 10 shifts')).toMatchObject({ forEvery: { count: 10, unit: 'shift' } })
  })

  it.each(['', 'some', '0 sessions', 'minutes', '1 hour per 8 months', '5 people'])('not as “%s”', (phrase) => {
    expect(amountOf(phrase)).toBeNull()
  })
})

describe('a period', () => {
  it.each([
    ['month', 'calendar month'],
    ['calendar month', 'calendar month'],
    ['each week', 'calendar week'],
    ['financial year', 'financial year'],
    ['half-year', 'half year'],
    ['6 months', '6 months from the start'],
  ])('written “%s” reads “%s”', (phrase, words) => {
    const period = periodOf(phrase)
    expect(period && periodWords(period)).toBe(words)
  })
})

describe('a formula', () => {
  const values = { minutes: 120, attendees: 4, supervisors: 2, sessions: 1 }
  it.each([
    ['minutes', 120],
    ['minutes * 2 / attendees', 60],
    ['minutes / 2 + 10', 70],
    ['(minutes + 10) / 2', 65],
    ['2 + 3 * 4', 14],
    ['10 - 2 - 3', 5],
    ['min(minutes, 60)', 60],
    ['max(30, minutes / attendees)', 30],
    ['if(attendees > 4, minutes / 2, minutes)', 120],
    ['if(attendees >= 4, minutes / 2, minutes)', 60],
    ['minutes * supervisors / attendees', 60],
    ['-5', 0],
    ['minutes / 0', 0],
  ])('%s is %d', (text, result) => {
    const reading = readFormula(text)
    expect(reading.ok && reading.value(values)).toBe(result)
  })

  it.each([
    ['minutes * atendees', 'Did you mean “attendees”?'],
    ['minutes *', 'something is missing at the end.'],
    ['(minutes', '“)” is missing at the end.'],
    ['minutes minutes', 'should end before “minutes”'],
    ['process.exit()', '“process” means nothing here'],
    ['if(minutes, 1)', 'if needs three parts'],
    ['minutes; 1', 'should end before “;”'],
    [`${'('.repeat(30)}1${')'.repeat(30)}`, 'too many brackets'],
    ['1 + '.repeat(80), 'at most 200 characters'],
    ['', 'something is missing'],
  ])('“%s” is refused', (text, sentence) => {
    const reading = readFormula(text)
    expect(reading.ok ? '' : reading.reason).toContain(sentence)
  })
})
