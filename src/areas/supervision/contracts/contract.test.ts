import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { addMonths, day, dayOfNumber, numberOfDay } from '../../../platform/time/day.ts'
import { ben, dora, femi } from '../session/session.examples.ts'
import type { ContractTerms } from '../terms/terms.ts'
import { contractOn, type Dealing, endsSoon, lackWords, type Missing, stateWords } from './contract.ts'

const terms: ContractTerms = {
  template: 'yearly',
  name: 'Clinical supervision contract',
  groundRules: false,
  term: null,
}
const dealing = (state: string, from: string | null = null, until: string | null = null): Dealing => ({
  id: newId<'agreement'>(),
  state,
  from: from === null ? null : day(from),
  until: until === null ? null : day(until),
})
const signed = dealing('signed', '2026-03-02', '2027-03-02')
const on = (dealings: readonly Dealing[], at: string, given: Pick<ContractTerms, 'term'> = terms) =>
  contractOn(dealings, given, day(at))

describe('the contract of two people', () => {
  it('holds from its first day up to the day before it ends', () => {
    expect(on([signed], '2026-03-01')).toEqual({ is: 'none' })
    expect(on([signed], '2026-03-02')).toEqual({ is: 'in force', id: signed.id, until: '2027-03-02' })
    expect(on([signed], '2027-03-01')).toMatchObject({ is: 'in force' })
    expect(on([signed], '2027-03-02')).toEqual({ is: 'over', id: signed.id, until: '2027-03-02' })
  })

  it('serves a kind of supervision no longer than that kind allows, from its own first day', () => {
    const half = { term: { count: 6, unit: 'month' as const } }
    expect(on([signed], '2026-09-01', half)).toMatchObject({ is: 'in force', until: '2026-09-02' })
    expect(on([signed], '2026-09-02', half)).toMatchObject({ is: 'over' })
    expect(on([signed], '2027-02-01', { term: { count: 24, unit: 'month' } })).toMatchObject({ until: '2027-03-02' })
  })

  it('signed on 29 February for a year holds to the end of 28 February, by the contract’s term and by the kind’s', () => {
    const leap = dealing('signed', '2028-02-29', '2029-03-01')
    const year = { term: { count: 12, unit: 'month' as const } }
    expect(on([leap], '2029-02-28', year)).toMatchObject({ is: 'in force' })
    expect(on([leap], '2029-03-01', year)).toMatchObject({ is: 'over' })
  })

  it('goes on without a gap when the next one was signed in time', () => {
    const next = dealing('signed', '2027-03-02', '2028-03-02')
    const replaced = { ...signed, state: 'replaced' }
    expect(on([next, replaced], '2027-03-01')).toMatchObject({ is: 'in force', id: signed.id })
    expect(on([next, replaced], '2027-03-02')).toMatchObject({ is: 'in force', id: next.id })
  })

  it('is on its way while it is written or waits for signatures, which comes before renewing the old one', () => {
    expect(on([dealing('adapting')], '2026-11-24')).toMatchObject({ is: 'on its way', state: 'adapting' })
    expect(on([dealing('adapting'), dealing('signing')], '2026-11-24')).toMatchObject({ state: 'signing' })
    expect(on([signed, dealing('adapting')], '2027-04-01')).toMatchObject({ is: 'on its way' })
    expect(on([signed, dealing('adapting')], '2026-11-24')).toMatchObject({ is: 'in force' })
  })

  it('is none when it was ended, given up or never begun', () => {
    expect(on([], '2026-11-24')).toEqual({ is: 'none' })
    expect(on([dealing('withdrawn')], '2026-11-24')).toEqual({ is: 'none' })
    const ended = dealing('ended', '2026-03-02', '2026-10-01')
    expect(on([ended], '2026-09-30')).toMatchObject({ is: 'in force' })
    expect(on([ended], '2026-10-01')).toEqual({ is: 'none' })
  })

  it('of several is in force exactly on the days of one of them', () => {
    const start = numberOfDay(day('2024-01-01'))
    const term = fc.record({ at: fc.integer({ min: 0, max: 1500 }), months: fc.integer({ min: 1, max: 24 }) })
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), fc.integer({ min: 0, max: 2000 }), (terms_, at) => {
        const today = dayOfNumber(start + at)
        const dealings = terms_.map((one) => {
          const from = dayOfNumber(start + one.at)
          return { ...dealing('signed'), from, until: addMonths(from, one.months) }
        })
        const holds = dealings.some((one) => one.from <= today && today < one.until)
        expect(contractOn(dealings, terms, today).is === 'in force').toBe(holds)
      }),
    )
  })

  it('ends soon when fewer than 61 days are left', () => {
    expect(endsSoon(on([signed], '2027-01-01'), day('2027-01-01'))).toBe(true)
    expect(endsSoon(on([signed], '2026-12-31'), day('2026-12-31'))).toBe(false)
    expect(endsSoon({ is: 'none' }, day('2027-01-01'))).toBe(false)
  })
})

describe('what is said when none holds', () => {
  const at = day('2026-11-24')
  const missing = (person: Missing['person'], name: string): Missing => ({
    person,
    name,
    other: name,
    state: { is: 'none' },
  })
  const words = (state: Missing['state']) => stateWords(state, { other: 'Amina Yusuf', day: at, terms })
  const id = newId<'agreement'>()

  it('is how things stand with the other person', () => {
    expect(words({ is: 'none' })).toBe(
      'You and Amina Yusuf have no contract for 24 November 2026. It needs one, signed by both of you',
    )
    expect(words({ is: 'on its way', id, state: 'adapting' })).toBe(
      'Your contract with Amina Yusuf is still being written',
    )
    expect(words({ is: 'on its way', id, state: 'signing' })).toBe('Your contract with Amina Yusuf waits to be signed')
    expect(words({ is: 'over', id, until: day('2026-11-20') })).toBe(
      'Your contract with Amina Yusuf holds until 19 November 2026, not on 24 November 2026',
    )
    expect(words({ is: 'over', id, until: at })).toContain('holds until 23 November 2026')
  })

  it('names the other side to whoever books, and in a group those who lack it', () => {
    const lack = { terms, day: at, supervisor: 'you', missing: [missing(ben, 'Ben Carter')] }
    expect(lackWords(lack)).toContain('You and Ben Carter')
    expect(lackWords({ ...lack, missing: [{ ...missing(ben, 'Ben Carter'), other: 'Amina Yusuf' }] })).toContain(
      'You and Amina Yusuf',
    )
    expect(lackWords({ ...lack, missing: [...lack.missing, missing(dora, 'Dora Evans')] })).toBe(
      'Ben Carter and Dora Evans have no contract with you for 24 November 2026',
    )
    const names = ['Ben Carter', 'Dora Evans', 'Femi Ade', 'Hamza Aziz', 'Elin Rees']
    expect(lackWords({ ...lack, supervisor: 'Amina Yusuf', missing: names.map((name) => missing(femi, name)) })).toBe(
      'Ben Carter, Dora Evans, Femi Ade and 2 more have no contract with Amina Yusuf for 24 November 2026',
    )
    expect(lackWords({ ...lack, missing: [] })).toBe('')
  })
})
