import { describe, expect, it, test } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { Agreement } from './agreement.ts'
import { clauseOf, freeKey, stepped, type AgreementText } from './clauses.ts'
import { clearedBy } from './history.ts'
import { dayBefore, endOfTerm, holdsOn, type Standing, standingOf, termFrom, usualTerm } from './term.ts'

const year = { count: 12, unit: 'month' } as const
const [ben, amina] = ['ben' as PersonId, 'amina' as PersonId]
const parties = [
  { person: ben, as: 'supervisee' },
  { person: amina, as: 'supervisor' },
] as const

describe('the term of an agreement', () => {
  test.each([
    ['2026-11-20', year, '2027-11-20'],
    ['2028-02-29', year, '2029-03-01'],
    ['2028-02-29', { count: 48, unit: 'month' }, '2032-02-29'],
    ['2028-02-28', year, '2029-02-28'],
    ['2027-03-01', year, '2028-03-01'],
    ['2027-08-31', { count: 6, unit: 'month' }, '2028-03-01'],
    ['2026-11-30', { count: 3, unit: 'month' }, '2027-03-01'],
    ['2026-12-31', { count: 1, unit: 'month' }, '2027-01-31'],
    ['2026-11-20', { count: 6, unit: 'week' }, '2027-01-01'],
    ['2026-11-20', { count: 90, unit: 'day' }, '2027-02-18'],
  ] as const)('from %s for %o is over on %s', (from, length, until) => {
    expect(endOfTerm(day(from), length)).toBe(until)
  })

  it('opens for renewal so long before its end', () => {
    expect(dayBefore(day('2027-11-20'), { count: 6, unit: 'week' })).toBe('2027-10-09')
    expect(dayBefore(day('2027-03-31'), { count: 1, unit: 'month' })).toBe('2027-02-28')
  })

  it('begins when the one it renews runs out, and at once when the people are others', () => {
    const earlier = { from: day('2025-12-10'), until: day('2026-12-10'), parties }
    const today = day('2026-11-20')
    expect(termFrom(today, year, earlier, parties)).toEqual({ from: '2026-12-10', until: '2027-12-10' })
    expect(termFrom(today, year, { ...earlier, until: day('2026-11-01') }, parties).from).toBe('2026-11-20')
    const never = { ...earlier, from: day('2026-12-10') }
    expect(termFrom(today, year, never, parties).from).toBe('2026-11-20')
    const others = [...parties, { person: 'dora' as PersonId, as: 'supervisee' as const }]
    expect(termFrom(today, year, earlier, others).from).toBe('2026-11-20')
    expect(termFrom(today, year, null, parties).from).toBe('2026-11-20')
  })
})

describe('how an agreement stands', () => {
  const signed = { state: 'signed', from: day('2026-11-20'), until: day('2027-11-20') } as Agreement
  const cases: readonly (readonly [Partial<Agreement>, string, Standing])[] = [
    [{ state: 'adapting', from: null }, '2026-11-20', 'being written'],
    [{ state: 'signing', from: null }, '2026-11-20', 'to be signed'],
    [{ state: 'withdrawn', from: null }, '2026-11-20', 'withdrawn'],
    [{}, '2026-11-19', 'begins later'],
    [{}, '2026-11-20', 'in force'],
    [{}, '2027-10-08', 'in force'],
    [{}, '2027-10-09', 'ends soon'],
    [{}, '2027-11-19', 'ends soon'],
    [{}, '2027-11-20', 'expired'],
    [{ state: 'ended', until: day('2026-12-01') }, '2026-12-01', 'ended'],
    [{ state: 'replaced' }, '2027-11-19', 'in force'],
    [{ state: 'replaced' }, '2027-11-20', 'replaced'],
  ]
  test.each(cases)('%o on %s: %s', (change, on, standing) => {
    expect(standingOf({ ...signed, ...change }, day(on), usualTerm)).toBe(standing)
  })
  it('holds from its first day to the day before its last', () => {
    expect(['2026-11-19', '2026-11-20', '2027-11-19', '2027-11-20'].map((on) => holdsOn(signed, day(on)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('the text of an agreement', () => {
  const clause = {
    key: 'respect',
    party: 'both',
    heading: 'Respect',
    text: 'We respect each other.',
    source: 'S1',
    own: false,
  }
  const text: AgreementText = { title: 'T', opening: '', term: '12 months', clauses: [clause], blanks: [] }
  it('shows what the parties changed or added as their own', () => {
    const changed = stepped(text, { what: 'change', clause: 'respect', heading: '', text: 'Kindly.' })
    expect(changed?.clauses).toEqual([{ ...clause, heading: null, text: 'Kindly.', own: true }])
    const added = stepped(text, { what: 'add', clause: 'own-1', party: 'both', heading: 'Tea', text: 'Tea first.' })
    expect(clauseOf(added ?? text, 'own-1')).toMatchObject({ source: null, own: true })
    expect(freeKey(added ?? text, ['own-2'])).toBe('own-3')
  })
  it('keeps one clause at least, and knows only clauses that are there', () => {
    expect(stepped(text, { what: 'leave out', clause: 'respect' })).toBeNull()
    expect(stepped(text, { what: 'leave out', clause: 'gone' })).toBeNull()
    expect(stepped(text, { what: 'add', clause: 'respect', party: 'both', heading: '', text: 'x' })).toBeNull()
  })
})

describe('what happened to an agreement', () => {
  const at = moment('2026-11-20T10:00:00Z')
  const event = (kind: 'signed' | 'opened again' | 'closed', by: PersonId) => ({ kind, by, at })
  it('tells whose signature was cleared, by whom, until they sign again', () => {
    const first = [event('signed', amina), event('opened again', ben)]
    expect(clearedBy(first)).toEqual(new Map([[amina, ben]]))
    expect(clearedBy([...first, event('closed', ben), event('signed', amina)])).toEqual(new Map())
    expect(clearedBy([event('opened again', ben)])).toEqual(new Map())
  })
})
