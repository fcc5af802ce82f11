import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { ConcernId } from '../escalation/concern.ts'
import { lookAgainOn, planFor, type PracticeConcern, type PracticeId, practiceState } from './practice.ts'

const [ben, noor, dora, grace] = ['ben', 'noor', 'dora', 'grace'] as unknown as [PersonId, PersonId, PersonId, PersonId]
const now = moment('2026-11-20T10:00:00Z')

describe('a plan of support and development', () => {
  const practice: PracticeConcern = {
    id: 'p' as PracticeId,
    concern: 'c' as ConcernId,
    person: dora,
    manager: grace,
    raisedBy: ben,
    raisedAt: now,
    told: true,
    entries: [{ number: 1, kind: 'sent', by: ben, at: now, lookAgainOn: null }],
  }
  const today = day('2026-11-20')
  const next = day('2026-12-20')
  const planned = (kind: 'plan' | 'closed' | 'taken back'): PracticeConcern => ({
    ...practice,
    entries: [...practice.entries, { number: 2, kind, by: grace, at: now, lookAgainOn: kind === 'plan' ? next : null }],
  })

  it('is written by the line manager alone, with a day to look at it again', () => {
    expect(planFor(practice, grace, { kind: 'plan', on: next }, today).ok).toBe(true)
    expect(planFor(practice, noor, { kind: 'plan', on: next }, today).ok).toBe(false)
    expect(planFor(practice, grace, { kind: 'plan', on: null }, today)).toMatchObject({ ok: false, field: 'on' })
    expect(planFor(practice, grace, { kind: 'plan', on: today }, today)).toMatchObject({ ok: false, field: 'on' })
    expect(planFor(practice, grace, { kind: 'closed', on: null }, today)).toMatchObject({ ok: false, field: 'what' })
  })

  it('cannot be agreed with somebody who was not told', () => {
    const may = planFor({ ...practice, told: false }, grace, { kind: 'plan', on: next }, today)
    expect(may).toMatchObject({ ok: false, reason: expect.stringMatching('risk') })
  })

  it('is closed once it was looked at again', () => {
    expect(practiceState(practice)).toBe('waiting for a plan')
    expect(practiceState(planned('plan'))).toBe('plan agreed')
    expect(lookAgainOn(planned('plan'))).toBe(next)
    expect(planFor(planned('plan'), grace, { kind: 'closed', on: null }, today).ok).toBe(true)
    expect(planFor(planned('closed'), grace, { kind: 'plan', on: next }, today).ok).toBe(false)
    expect(practiceState(planned('taken back'))).toBe('taken back')
    const late = { number: 3, kind: 'plan' as const, by: grace, at: now, lookAgainOn: next }
    const entries = [...planned('taken back').entries, late]
    expect(practiceState({ ...practice, entries })).toBe('taken back')
  })
})
