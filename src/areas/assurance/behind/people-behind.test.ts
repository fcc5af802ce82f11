import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { UnitId } from '../../people/index.ts'
import { coverageOf, type PlacedStanding } from '../dashboard/coverage.ts'
import type { ObligationState } from '../figures/span.ts'
import { addressOf, askedFrom, behind, nothingAsked } from './people-behind.ts'

const standing = (name: string, state: ObligationState, more: Partial<PlacedStanding> = {}): PlacedStanding => ({
  person: name as PersonId,
  name,
  requirement: 'r',
  type: 'case-work',
  strength: 'mandatory',
  state,
  dueOn: null,
  lastOn: null,
  unit: 'elm' as UnitId,
  staffGroup: 'health-visitor',
  ...more,
})

const standings = [
  standing('Ben Carter', 'overdue', { dueOn: day('2026-10-01') }),
  standing('Ada Bell', 'overdue', { dueOn: day('2026-09-01') }),
  standing('Cyd Dean', 'never had'),
  standing('Dora Evans', 'due soon'),
  standing('Ela Ford', 'met', { staffGroup: 'midwife', type: 'peer-review' }),
  standing('Fay Gray', 'excused'),
  standing('Gil Hart', 'overdue', { strength: 'recommended', unit: 'oak' as UnitId }),
]
const nameOf = (unit: string) => (unit === 'elm' ? 'Elm Park team' : 'Oak Road')
const names = (asked: Parameters<typeof behind>[1]) => behind(standings, asked, nameOf).map((one) => one.name)

describe('the people behind a figure', () => {
  it('are as many as the figure says', () => {
    const coverage = coverageOf(standings)
    expect(names({ ...nothingAsked, way: 'overdue' })).toHaveLength(coverage.overdue)
    expect(names({ ...nothingAsked, way: 'never-had' })).toHaveLength(coverage.neverHad)
    expect(names({ ...nothingAsked, way: 'due-soon' })).toHaveLength(coverage.dueSoon)
    expect(names({ ...nothingAsked, way: 'up-to-date' })).toHaveLength(coverage.upToDate)
    expect(names({ ...nothingAsked, way: 'excused' })).toHaveLength(coverage.excused)
    expect(names({ ...nothingAsked, way: 'not-counted' })).toHaveLength(coverage.notCounted)
  })

  it('come most pressing first, and nobody is lost', () => {
    expect(names(nothingAsked)).toEqual([
      'Ada Bell',
      'Ben Carter',
      'Cyd Dean',
      'Dora Evans',
      'Ela Ford',
      'Fay Gray',
      'Gil Hart',
    ])
  })

  it('are narrowed by kind, staff group, and words of name or team', () => {
    expect(names({ ...nothingAsked, kind: 'peer-review' })).toEqual(['Ela Ford'])
    expect(names({ ...nothingAsked, group: 'midwife' })).toEqual(['Ela Ford'])
    expect(names({ ...nothingAsked, text: 'elm BEN' })).toEqual(['Ben Carter'])
    expect(names({ ...nothingAsked, text: 'oak' })).toEqual(['Gil Hart'])
    expect(names({ ...nothingAsked, text: '%' })).toEqual([])
  })
})

describe('the address', () => {
  it('says what is asked, and is read back as it was written', () => {
    const asked = { way: 'never-had', kind: 'case-work', group: 'a b', text: 'o’é & co', page: 3 } as const
    const address = addressOf('/team', asked, day('2026-11-20'))
    expect(address).toContain('as-at=2026-11-20&state=never-had')
    const query = new URL(address, 'http://here').searchParams
    expect(askedFrom((name) => query.get(name) ?? '')).toEqual(asked)
  })

  it('says nothing that nobody asked for', () => {
    expect(addressOf('/team', {})).toBe('/team#everyone')
  })

  it('is not believed when it makes no sense', () => {
    const odd = { state: 'DROP', page: '-1', name: 'x'.repeat(500) } as Record<string, string>
    const asked = askedFrom((name) => odd[name] ?? '')
    expect([asked.way, asked.page, asked.text.length]).toEqual([null, 1, 100])
    for (const page of ['1e9', 'NaN', '0', 'Infinity', '1.5e0'])
      expect(askedFrom((name) => (name === 'page' ? page : '')).page).toBe(1)
  })
})
