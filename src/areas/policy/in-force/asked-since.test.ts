import { describe, expect, it } from 'vitest'
import { day, numberOfDay } from '../../../platform/time/day.ts'
import { noFacts, type Post } from '../facts/person-facts.ts'
import { answer } from '../obligation/answer.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { requirementsInForce } from './asked-since.ts'
import type { InForce, PolicyVersion } from '../version/version.ts'

const row = (key: string, more: object = {}) => ({ key, type: 'case-work', every: '3 months', ...more })
const type = { key: 'case-work', name: 'Case work supervision' }

function inForce(from: string, until: string | null, rows: object[], packKey = 'ours'): InForce {
  const pack = { key: packKey, types: [type], matrix: rows } as unknown as PolicyPack
  const version = { packKey } as PolicyVersion
  return { version, pack, from: day(from), until: until === null ? null : day(until) }
}

const post = (from: string, started: string | null = null): Post => ({
  from: numberOfDay(day(from)),
  to: Number.POSITIVE_INFINITY,
  staffGroups: ['health-visitors'],
  professions: [],
  units: [],
  kind: 'permanent',
  band: null,
  grade: null,
  trainingStages: [],
  caseload: true,
  hours: null,
  started: started === null ? null : numberOfDay(day(started)),
})

function answered(history: readonly InForce[], key: string, posts: readonly Post[], on: string) {
  const version = history.findLast((one) => one.from <= on)!
  const requirement = requirementsInForce(history, version).find((one) => one.key === key)!
  return answer(requirement, { ...noFacts, posts }, day(on), { explain: true })
}

describe('what has been asked, and since when', () => {
  const history = [
    inForce('2026-01-01', '2026-09-01', [row('visitors')]),
    inForce('2026-09-01', null, [row('visitors'), row('midwives')]),
  ]

  it('counts from the day on which the rule was first in force, for a post older than it', () => {
    const given = answered(history, 'visitors', [post('2018-04-06')], '2026-11-20')
    expect(given).toMatchObject({ state: 'never had', dueOn: '2026-04-01' })
    expect(given.reasons[0]?.text).toContain('Was due by 1 April 2026')
    expect(given.reasons.map(({ text }) => text)).toContain('Counted from 1 January 2026, when this rule began here.')
  })

  it('counts from the later of the two: a post that began afterwards counts from its own first day', () => {
    expect(answered(history, 'visitors', [post('2026-10-01')], '2026-11-20')).toMatchObject({ dueOn: '2027-01-01' })
    const imported = answered(history, 'visitors', [post('2026-10-01', '2018-04-06')], '2026-11-20')
    expect(imported.dueOn).toBe('2026-04-01')
  })

  it('counts a row that came later from its own day, and nobody is late on that day', () => {
    const first = answered(history, 'midwives', [post('2018-04-06')], '2026-09-01')
    expect(first).toMatchObject({ state: 'due soon', dueOn: '2026-12-01' })
  })

  it('counts anew where a row was dropped for a time, and knows nothing of other packs', () => {
    const dropped = [
      inForce('2025-01-01', '2026-01-01', [row('visitors')]),
      inForce('2026-01-01', '2026-06-01', []),
      inForce('2026-06-01', null, [row('visitors')]),
      inForce('2020-01-01', null, [row('visitors')], 'another'),
    ]
    const [last] = requirementsInForce(dropped, dropped[2]!)
    expect(last?.introduced).toBe(numberOfDay(day('2026-06-01')))
  })

  it('never says of a wish that it was suggested before the rule began, nor counts periods from before', () => {
    const wished = [inForce('2026-01-01', null, [row('visitors', { strength: 'recommended' })])]
    const given = answered(wished, 'visitors', [post('2018-04-06')], '2026-02-01')
    expect(given.reasons[0]?.text).toContain('next by 1 April 2026')
    const monthly = [
      inForce('2026-10-01', null, [row('visitors', { every: undefined, per: 'calendar month', need: '1 session' })]),
    ]
    const late = answered(monthly, 'visitors', [post('2018-04-06')], '2026-12-05')
    expect(late.missed.map(({ from }) => from)).toEqual(['2026-10-01', '2026-11-01'])
  })
})
