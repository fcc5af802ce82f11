import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { byUrgency, coverageInWords, coverageOf, type Standing } from './coverage.ts'
import type { ObligationState, Strength } from '../figures/span.ts'

const standing = (state: ObligationState, strength: Strength = 'mandatory'): Standing => ({
  person: newId(),
  requirement: 'health-visitors',
  type: 'case-work',
  strength,
  state,
  dueOn: null,
  lastOn: null,
})
const many = (states: readonly ObligationState[]) => states.map((state) => standing(state))

describe('coverage', () => {
  it('counts met and due soon as up to date, and leaves the excused out of the sum', () => {
    const coverage = coverageOf(many(['met', 'met', 'due soon', 'overdue', 'never had', 'excused']))
    expect(coverage).toMatchObject({ upToDate: 3, of: 5, excused: 1, percent: 60 })
    expect(coverageInWords(coverage)).toBe('3 of 5 up to date. 1 excused is left out.')
  })

  it('never counts what is only recommended', () => {
    const coverage = coverageOf([
      standing('met'),
      standing('recommended', 'recommended'),
      standing('as required', 'as required'),
    ])
    expect(coverage).toMatchObject({ of: 1, percent: 100, notCounted: 2 })
  })

  it('says nothing as a percentage of nobody', () => {
    expect(coverageOf([])).toMatchObject({ percent: null, of: 0 })
    expect(coverageInWords(coverageOf([]))).toBe('Nobody here must have it.')
  })

  it('is 100 for everybody only', () => {
    const states: readonly ObligationState[] = ['met', 'due soon', 'overdue', 'never had', 'excused']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { maxLength: 300 }), (chosen) => {
        const coverage = coverageOf(many(chosen))
        expect(coverage.percent === 100).toBe(coverage.of > 0 && coverage.upToDate === coverage.of)
        expect(coverage.upToDate + coverage.overdue + coverage.neverHad + coverage.excused).toBe(chosen.length)
      }),
    )
  })

  it('puts the longest overdue first', () => {
    const sorted = [
      standing('met'),
      { ...standing('overdue'), dueOn: '2026-10-01' as never },
      { ...standing('overdue'), dueOn: '2026-09-01' as never },
      standing('never had'),
    ].sort(byUrgency)
    expect(sorted.map((one) => [one.state, one.dueOn])).toEqual([
      ['overdue', '2026-09-01'],
      ['overdue', '2026-10-01'],
      ['never had', null],
      ['met', null],
    ])
  })
})
