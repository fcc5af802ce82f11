import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankHolidaysOf } from '../../../platform/time/bank-holidays.ts'
import type { Day } from '../../../platform/time/day.ts'
import { addMinutes, addSeconds, moment } from '../../../platform/time/moment.ts'
import { whatIsOpen } from './dates.examples.ts'
import { afterOpenMinutes, deskNow } from './desk-hours.ts'
import { type ExampleDesk, exampleDesks } from './desk.examples.ts'
import { deskOf, hurryInWords, nextInWords, stateInWords } from './desk.view.ts'

const holidays = new Map([2026, 2027, 2028].flatMap(bankHolidaysOf).map(({ day, name }) => [day, name] as const))
const holiday = (day: Day) => holidays.get(day) ?? null
const deskCalled = (name: ExampleDesk) => deskOf(exampleDesks[name])
const at = (name: ExampleDesk, when: string) => deskNow(deskCalled(name), holiday, moment(when))
const names = Object.keys(exampleDesks) as ExampleDesk[]
const short = (text: string | undefined) => (text ?? '–').replace(/(:00)?\.000Z$/, 'Z')

const rows = Object.entries(whatIsOpen).flatMap(([name, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((line) => [name as ExampleDesk, line.trim()] as const),
)

describe('what is open', () => {
  it('is known for more than a hundred moments', () => {
    expect(rows.length).toBeGreaterThanOrEqual(140)
  })

  it.each(rows)('%s: %s', (name, line) => {
    const when = line.split(' ')[0] ?? ''
    const { open, until, next, urgent, others } = at(name, when)
    const standIns = [...urgent, ...others].map(({ key }) => key).join(',')
    const state = open ? (until === null ? 'never' : short(until)) : 'closed'
    expect(`${when} ${state} ${short(next?.from)} ${standIns || '–'}`).toBe(line)
  })

  it('names who is on duty, by day', () => {
    expect(at('friday', '2026-11-20T10:00:00Z').people).toEqual(['Catriona Reid'])
    expect(at('friday', '2026-11-23T10:00:00Z').people).toEqual(['Nadia Rahman'])
    expect(at('friday', '2026-11-24T10:00:00Z').people).toEqual(['Tom Whitfield'])
    expect(at('friday', '2026-11-24T20:00:00Z').people).toEqual([])
  })

  it('says why today is no ordinary day', () => {
    expect(at('trust', '2026-12-25T10:00:00Z').special).toBe('Christmas Day')
    expect(at('friday', '2026-12-24T10:00:00Z').special).toBe('Training day of the service')
    expect(at('trust', '2026-11-20T10:00:00Z').special).toBeNull()
  })

  it('always leaves somewhere to turn, or a time at which it opens', () => {
    const moments = fc
      .integer({ min: 0, max: 550 * 24 * 3600 })
      .map((after) => addSeconds(moment('2026-06-01T00:00:00Z'), after))
    fc.assert(
      fc.property(moments, fc.constantFrom(...names), (now, name) => {
        const state = deskNow(deskCalled(name), holiday, now)
        if (!state.open) expect(state.next).not.toBeNull()
        if (state.next) expect(state.next.from > now).toBe(true)
        if (state.until) {
          expect(state.until > now).toBe(true)
          expect(deskNow(deskCalled(name), holiday, state.until).open).toBe(false)
          expect(deskNow(deskCalled(name), holiday, addSeconds(state.until, -1)).open).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('open minutes', () => {
  const due = (name: ExampleDesk, from: string, minutes: number) =>
    short(afterOpenMinutes(deskCalled(name), holiday, moment(from), minutes))

  it.each([
    ['trust', '2026-11-20T10:00:00Z', 60, '2026-11-20T11:00Z'],
    ['trust', '2026-11-20T16:19:00Z', 60, '2026-11-23T09:59Z'],
    ['trust', '2026-11-20T16:21:00Z', 60, '2026-11-23T10:00Z'],
    ['trust', '2026-12-24T16:00:00Z', 60, '2026-12-29T09:40Z'],
    ['trust', '2026-11-20T15:20:00Z', 60, '2026-11-20T16:20Z'],
    ['trust', '2026-11-21T12:00:00Z', 440, '2026-11-23T16:20Z'],
    ['federation', '2026-11-18T12:00:00Z', 60, '2026-11-18T14:30Z'],
    ['ambulance', '2026-11-20T23:50:00Z', 15, '2026-11-21T07:05Z'],
    ['nights', '2026-11-21T23:30:00Z', 60, '2026-11-22T00:30Z'],
    ['nights', '2026-10-24T23:30:00Z', 120, '2026-10-25T01:30Z'],
    ['nights', '2027-03-27T23:30:00Z', 120, '2027-03-29T01:00Z'],
    ['always', '2026-11-20T10:00:00Z', 1500, '2026-11-21T11:00Z'],
  ] as const)('%s from %s, %i minutes on', (name, from, minutes, then) => {
    expect(due(name, from, minutes)).toBe(then)
  })

  it('run on the world’s clock for a desk that opens no more', () => {
    const desk = { ...deskCalled('trust'), week: [[], [], [], [], [], [], []] }
    const from = moment('2026-11-20T10:00:00Z')
    expect(afterOpenMinutes(desk, holiday, from, 60)).toBe(addMinutes(from, 60))
  })
})

describe('in words', () => {
  const words = (name: ExampleDesk, when: string) => {
    const state = at(name, when)
    return [stateInWords(state, moment(when)), hurryInWords(state, moment(when)), nextInWords(state, moment(when))]
  }

  it.each([
    [
      'trust',
      '2026-11-20T16:19:00Z',
      'Open now, until 4:20pm',
      'It closes in 1 minute.',
      'It opens next on Monday 23 November 2026 at 9am',
    ],
    [
      'trust',
      '2026-11-20T16:19:59Z',
      'Open now, until 4:20pm',
      'It closes in less than a minute.',
      'It opens next on Monday 23 November 2026 at 9am',
    ],
    ['trust', '2026-11-20T16:21:00Z', 'Closed now', '', 'It opens again on Monday 23 November 2026 at 9am'],
    ['trust', '2026-11-19T16:21:00Z', 'Closed now', '', 'It opens again tomorrow, Friday 20 November 2026, at 9am'],
    [
      'trust',
      '2026-12-25T10:00:00Z',
      'Closed today: Christmas Day',
      '',
      'It opens again on Tuesday 29 December 2026 at 9am',
    ],
    ['federation', '2026-11-18T13:00:00Z', 'Closed now', '', 'It opens again today at 2pm'],
    [
      'ambulance',
      '2026-11-20T12:00:00Z',
      'Open now, until midnight',
      '',
      'It opens next tomorrow, Saturday 21 November 2026, at 7am',
    ],
    [
      'nights',
      '2026-11-21T23:00:00Z',
      'Open now, until tomorrow at 1:30am',
      '',
      'It opens next on Monday 23 November 2026 at 1:30am',
    ],
    ['always', '2026-11-20T12:00:00Z', 'Open now, day and night', '', ''],
  ] as const)('%s at %s', (name, when, ...expected) => {
    expect(words(name, when)).toEqual(expected)
  })
})
