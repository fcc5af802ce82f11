import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { readPack } from '../check/pack-reading.ts'
import { subjectsOf } from '../reading/for-me.ts'
import { type Done, missingTraining } from './training-needed.ts'

const reading = readPack(readFileSync('policy-packs/safeguarding.yaml', 'utf8'))
if (!reading.ok) throw new Error('A shipped pack has faults')
const packs = [reading.pack]
const today = day('2026-11-20')

const someone = (staffGroup: string, roles: readonly string[] = []) => {
  const always = { from: 0, to: 99_999 }
  const post = { staffGroups: [staffGroup], professions: [], units: [], kind: 'permanent', band: '6' }
  return subjectsOf({
    posts: [{ ...post, trainingStages: [], caseload: true, hours: 37.5 }],
    holdings: roles.map((key) => ({ ...always, what: 'role' as const, key })),
    day: 20_000,
  })
}
const done = (level: string, on = '2025-01-06', expires: string | null = null): Done => ({
  subject: 'Safeguarding children',
  level,
  on: day(on),
  expires: expires === null ? null : day(expires),
})
const missing = (group: string, had: readonly Done[], roles: readonly string[] = []) =>
  missingTraining(packs, someone(group, roles), { done: had, today })

describe('the training that a role needs', () => {
  it('is the highest level that the policy names for the post, and the first for everybody', () => {
    expect(missing('health-visitors', [])).toEqual(['Safeguarding children, level 3: not on record'])
    expect(missing('administrative-and-clerical', [])).toEqual(['Safeguarding children, level 1: not on record'])
    expect(missing('health-visitors', [], ['named-nurse'])).toEqual(['Safeguarding children, level 4: not on record'])
    expect(missingTraining(packs, [], { done: [], today })).toEqual([])
  })

  it('is met by that level or a higher one, however it is written', () => {
    expect(missing('health-visitors', [done('Level 3')])).toEqual([])
    expect(missing('health-visitors', [done('4')])).toEqual([])
    expect(missing('health-visitors', [done('2')])).toEqual(['Safeguarding children, level 3: not on record'])
  })

  it('runs out on the day on record, or when the time for renewal has passed', () => {
    expect(missing('health-visitors', [done('3', '2024-01-08', '2026-11-20')])).toEqual([])
    expect(missing('health-visitors', [done('3', '2024-01-08', '2026-11-19')])).toEqual([
      'Safeguarding children, level 3: ran out on 19 November 2026',
    ])
    expect(missing('health-visitors', [done('3', '2023-11-20')])).toEqual([])
    expect(missing('health-visitors', [done('3', '2023-11-19')])).toEqual([
      'Safeguarding children, level 3: ran out on 19 November 2026',
    ])
  })
})
