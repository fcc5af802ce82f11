import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { addDays, addMonths, day, dayOfNumber, numberOfDay } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import { usualTerm } from '../agreement/term.ts'
import {
  decideNext,
  type LookBack,
  mayLookBack,
  mayReadOthers,
  opensFor,
  opensOn,
  pressure,
  type Renewable,
  renewalStep,
  sendLookBack,
} from './renewal.ts'

const [ben, amina] = [newId<'person'>(), newId<'person'>()]
const agreement = newId<'agreement'>()
const contract: Renewable = {
  parties: [ben, amina],
  state: 'signed',
  from: day('2026-01-10'),
  until: day('2027-01-10'),
  opens: day('2026-11-29'),
  looksBack: true,
  next: null,
}
const lookBack = (person: PersonId, sentAt: string | null): LookBack => ({
  id: newId<'look back'>(),
  agreement,
  person,
  save: 1,
  sentAt: sentAt === null ? null : moment(sentAt),
})
const before = (count: number, unit: 'day' | 'week' | 'month') => ({ opensBefore: { count, unit } })
const step = (today: string, lookBacks: readonly LookBack[] = [], of: Renewable = contract, person = ben) =>
  renewalStep(of, lookBacks, { person, today: day(today) })

describe('a renewal opens', () => {
  it('as long before the end as the template says, six weeks where it says nothing', () => {
    const term = { from: day('2026-01-10'), until: day('2027-01-10') }
    expect(opensOn(term, usualTerm)).toBe('2026-11-29')
    expect(opensOn(term, before(1, 'month'))).toBe('2026-12-10')
    expect(opensOn(term, before(10, 'day'))).toBe('2026-12-31')
  })

  it('with months clamped at the month’s end, also in a leap year', () => {
    expect(opensOn({ from: day('2027-03-31'), until: day('2028-03-31') }, before(1, 'month'))).toBe('2028-02-29')
    expect(opensOn({ from: day('2026-03-31'), until: day('2027-03-31') }, before(1, 'month'))).toBe('2027-02-28')
  })

  it('never before the contract began, however long the template says', () => {
    expect(opensOn({ from: day('2026-12-01'), until: day('2027-01-10') }, before(12, 'month'))).toBe('2026-12-01')
  })

  it('earlier when the two want to meet after the end, and stays open once one of them has begun', () => {
    const term = { from: day('2026-01-10'), until: day('2027-01-10') }
    const opens = (today: string, meetingOn: string | null, isBegun = false) =>
      opensFor(term, usualTerm, { today: day(today), meetingOn: meetingOn === null ? null : day(meetingOn), isBegun })
    expect(opens('2026-10-01', null)).toBe('2026-11-29')
    expect(opens('2026-10-01', '2027-01-09')).toBe('2026-11-29')
    expect(opens('2026-10-01', '2027-01-10')).toBe('2026-10-01')
    expect(opens('2026-10-02', null, true)).toBe('2026-10-02')
    expect(opens('2026-12-24', '2027-02-01')).toBe('2026-11-29')
    expect(opens('2025-10-01', '2027-02-01')).toBe('2026-11-29')
  })

  it('on a day within the term, whatever the lengths', () => {
    const start = numberOfDay(day('2024-01-01'))
    const lengths = fc.record({
      count: fc.integer({ min: 1, max: 60 }),
      unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 36 }),
        lengths,
        (first, months, length) => {
          const from = dayOfNumber(start + first)
          const until = addMonths(from, months)
          const opens = opensOn({ from, until }, { opensBefore: length })
          expect(opens >= from && opens < until).toBe(true)
        },
      ),
    )
  })
})

describe('somebody’s step', () => {
  it('is to wait until it opens, then to look back', () => {
    expect(step('2026-11-28')).toEqual({ step: 'not yet', opens: '2026-11-29' })
    expect(step('2026-11-29')).toEqual({ step: 'look back' })
  })

  it('is to look back when only the other has done so, and also after the end', () => {
    expect(step('2026-12-01', [lookBack(amina, '2026-11-30T10:00:00Z')])).toEqual({ step: 'look back' })
    expect(step('2027-05-01', [lookBack(amina, '2026-11-30T10:00:00Z')])).toEqual({ step: 'look back' })
  })

  it('is to wait for the other side once one’s own was sent, two weeks at most and never beyond the end', () => {
    const early = [lookBack(ben, '2026-11-30T10:00:00Z'), lookBack(amina, null)]
    expect(step('2026-12-01', early)).toEqual({ step: 'waiting', others: [amina], until: '2026-12-14' })
    expect(step('2026-12-14', early)).toEqual({ step: 'ready', without: [amina] })
    const late = [lookBack(ben, '2027-01-05T10:00:00Z')]
    expect(step('2027-01-09', late)).toEqual({ step: 'waiting', others: [amina], until: '2027-01-10' })
    expect(step('2027-01-10', late)).toEqual({ step: 'ready', without: [amina] })
  })

  it('is to begin the next one as soon as both have sent theirs', () => {
    const both = [lookBack(ben, '2026-11-30T10:00:00Z'), lookBack(amina, '2026-12-01T09:00:00Z')]
    expect(step('2026-12-01', both)).toEqual({ step: 'ready', without: [] })
  })

  it('is the next contract once it has been begun', () => {
    const next = newId<'agreement'>()
    expect(step('2026-12-01', [], { ...contract, next })).toEqual({ step: 'begun', next })
  })

  it('is to begin at once where nobody looks back, as in ground rules', () => {
    expect(step('2026-11-29', [], { ...contract, looksBack: false })).toEqual({ step: 'ready', without: [] })
    expect(step('2026-11-28', [], { ...contract, looksBack: false })).toMatchObject({ step: 'not yet' })
  })

  it('is nothing where the contract was ended, replaced or never signed', () => {
    for (const state of ['ended', 'replaced', 'withdrawn', 'signing', 'adapting'])
      expect(step('2026-12-01', [], { ...contract, state })).toMatchObject({ step: 'closed' })
    expect(step('2026-12-01', [], { ...contract, from: null, until: null, opens: null })).toMatchObject({
      step: 'closed',
    })
  })
})

describe('the next contract', () => {
  it('is begun only when it is time, and the refusal says what is to be done', () => {
    expect(decideNext({ step: 'ready', without: [amina] })).toEqual({ ok: true, value: [amina] })
    const reasons = [
      decideNext(step('2026-11-28')),
      decideNext(step('2026-11-29')),
      decideNext(step('2026-12-01', [lookBack(ben, '2026-11-30T10:00:00Z')])),
      decideNext(step('2026-12-01', [], { ...contract, next: agreement })),
      decideNext(step('2026-12-01', [], { ...contract, state: 'ended' })),
    ].map((one) => (one.ok ? '' : one.reason))
    expect(reasons).toEqual([
      'It can be renewed from 29 November 2026',
      'Look back first, and send what you wrote',
      'The other side has not looked back yet. You can go on alone from 14 December 2026',
      'The next one has been begun already',
      'This was ended, so it is not renewed. A new one can be started',
    ])
  })
})

describe('a look back', () => {
  const now = moment('2026-12-01T10:00:00Z')
  it('is written by each alone until it is sent, and then never again', () => {
    expect(mayLookBack(step('2026-12-01'), null).ok).toBe(true)
    expect(mayLookBack(step('2026-12-01'), lookBack(ben, null)).ok).toBe(true)
    expect(mayLookBack(step('2026-12-01'), lookBack(ben, '2026-11-30T10:00:00Z')).ok).toBe(false)
    expect(mayLookBack(step('2026-11-01'), null).ok).toBe(false)
  })

  it('needs one answer at least, and those that the template asks for', () => {
    const own = lookBack(ben, null)
    const needed = [{ key: 'good', words: 'Say what has been good' }]
    expect(sendLookBack(own, { texts: { good: ' ', hard: 'Time' }, needed, now })).toMatchObject({
      ok: false,
      field: 'good',
    })
    expect(sendLookBack(own, { texts: { hard: '' }, needed: [], now })).toMatchObject({ ok: false })
    expect(sendLookBack(own, { texts: { good: 'Trust' }, needed, now })).toMatchObject({
      ok: true,
      value: { sentAt: now },
    })
  })

  it('is read by the other side only once they have sent their own', () => {
    const sent = [lookBack(ben, '2026-11-30T10:00:00Z'), lookBack(amina, null)]
    expect(mayReadOthers(sent, ben)).toBe(true)
    expect(mayReadOthers(sent, amina)).toBe(false)
    expect(mayReadOthers([], amina)).toBe(false)
  })
})

it('presses more as the end comes near', () => {
  const until = day('2027-01-10')
  expect(pressure(until, addDays(until, -40))).toBe('later')
  expect(pressure(until, addDays(until, -20))).toBe('soon')
  expect(pressure(until, addDays(until, -14))).toBe('now')
  expect(pressure(until, addDays(until, 3))).toBe('now')
})
