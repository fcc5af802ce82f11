import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { UnitId } from '../../people/index.ts'
import { type Policy, policyOf, readPack } from '../../policy/index.ts'
import { type ContractState, plannedTerms } from '../../supervision/index.ts'
import { addressOf, askedFrom, linesAsked } from './contracts-asked.ts'
import { contractsCsv } from './contracts-csv.view.ts'
import { contractKinds, type ContractLine, figureOf, figureWords, lineTone, lineWords } from './contracts-in-date.ts'

const today = day('2026-11-20')
const id = newId<'agreement'>()
const inForce = (until: string): ContractState => ({ is: 'in force', id, until: day(until) })
const line = (name: string, state: ContractState, more: Partial<ContractLine> = {}): ContractLine => ({
  person: newId<'person'>(),
  name,
  unit: 'elm' as UnitId,
  type: 'case-work',
  state,
  ...more,
})
const lines = [
  line('Ada Bell', inForce('2027-06-01')),
  line('Ben Carter', inForce('2026-12-24')),
  line('Cyd Dean', { is: 'none' }),
  line('Dora Evans', { is: 'over', id, until: day('2026-11-01') }),
  line('Ela Ford', { is: 'on its way', id, state: 'signing' }, { unit: 'oak' as UnitId, type: 'clinical' }),
]
const unitName = (unit: string) => (unit === 'elm' ? 'Elm Park team' : 'Oak Road')
const none = askedFrom(() => '', ['all'])
const names = (asked: Partial<typeof none>) =>
  linesAsked(lines, { ...none, ...asked }, { day: today, unitName }).map((one) => one.name)

describe('contracts in date', () => {
  it('are those in force, of all who need one, rounded down; those that end soon are among them', () => {
    expect(figureOf(lines, today)).toEqual({ inForce: 2, endsSoon: 1, of: 5, percent: 40 })
    expect(figureWords(figureOf(lines, today))).toBe('2 of 5 in force (40%), 1 of them ends within 60 days')
    expect(figureWords(figureOf([], today))).toBe('Nobody here needs one.')
    expect(figureOf(lines.slice(0, 1), today).percent).toBe(100)
  })

  it('each say how they stand in words, with the last day', () => {
    expect(lines.map((one) => [lineWords(one), lineTone(one, today)])).toEqual([
      ['In force until 31 May 2027', 'good'],
      ['In force until 23 December 2026', 'soon'],
      ['No contract', 'late'],
      ['Ended 31 October 2026', 'late'],
      ['To be signed', 'new'],
    ])
  })

  it('are asked of kinds that need a contract of two, with the policy’s target', () => {
    expect(kindsOf('safeguarding').map((one) => [one.type, one.target])).toEqual([
      ['child-protection-case-work', 100],
      ['safeguarding-professionals-planned', null],
      ['named-professionals-supervision', null],
    ])
    expect(kindsOf('clinical-supervision').map((one) => [one.type, one.target])).toEqual([['one-to-one-clinical', 95]])
    expect(kindsOf('action-learning')).toEqual([])
  })
})

describe('the list', () => {
  it('comes most pressing first, and is narrowed by state, kind, and words of name or team', () => {
    expect(names({})).toEqual(['Cyd Dean', 'Dora Evans', 'Ela Ford', 'Ben Carter', 'Ada Bell'])
    expect(names({ way: 'in-force' })).toEqual(['Ben Carter', 'Ada Bell'])
    expect(names({ way: 'ends-soon' })).toEqual(['Ben Carter'])
    expect(names({ way: 'missing' })).toEqual(['Cyd Dean'])
    expect(names({ way: 'over' })).toEqual(['Dora Evans'])
    expect(names({ kind: 'clinical' })).toEqual(['Ela Ford'])
    expect(names({ text: 'elm DORA' })).toEqual(['Dora Evans'])
    expect(names({ text: '%' })).toEqual([])
  })

  it('lives in the address, which is read back as it was written and never believed when it makes no sense', () => {
    const asked = { of: 'all', way: 'over', kind: 'a b', unit: 'x', text: 'o’é', page: 3 } as const
    const query = new URL(addressOf('/agreements/standing', asked, today), 'http://here').searchParams
    expect(askedFrom((name) => query.get(name) ?? '', ['mine', 'all'])).toEqual(asked)
    expect(askedFrom((name) => query.get(name) ?? '', ['mine'])).toMatchObject({ of: 'mine' })
    const odd = askedFrom((name) => ({ state: 'DROP', page: '1e9', of: 'x' })[name] ?? '', ['team'])
    expect([odd.way, odd.page, odd.of]).toEqual([null, 1, 'team'])
    expect(addressOf('/agreements/standing', {})).toBe('/agreements/standing')
  })

  it('is a file of people for those who may see them, of totals for those who may not', () => {
    const given = { asked: none, day: today, kinds: [], lines, units: [], named: true }
    expect(contractsCsv(given)[1][0]).toEqual(['Cyd Dean', '', 'case-work', 'No contract', null])
    expect(contractsCsv(given)[1][3]).toEqual(['Ben Carter', '', 'case-work', 'Ends within 60 days', '2026-12-23'])
    const [heads, totals] = contractsCsv({ ...given, named: false })
    expect(heads).not.toContain('Name')
    expect(totals).toEqual([
      ['', '', 2, 4, 50, 1],
      ['', '', 0, 1, 0, 0],
    ])
  })
})

function kindsOf(name: string) {
  const reading = readPack(readFileSync(`policy-packs/${name}.yaml`, 'utf8'))
  if (!reading.ok) throw new Error('not a pack')
  const policy: Policy = policyOf([{ pack: reading.pack, from: day('2026-01-01'), until: null } as never], today)
  return contractKinds(policy, plannedTerms(policy))
}
