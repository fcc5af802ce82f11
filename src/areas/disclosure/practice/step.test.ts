import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import { decideReport, decideSteps, type NewStep, nextFor, type Step } from './step.ts'

const [dora, grace, noor] = ['dora', 'grace', 'noor'] as unknown as [PersonId, PersonId, PersonId]
const today = day('2026-11-20')
const step = (given: Partial<Step> = {}): Step => ({
  number: 1,
  agreedIn: 2,
  doer: 'person',
  due: day('2026-12-04'),
  state: 'open',
  endedAt: null,
  ...given,
})
const fresh = (due = '2026-12-04'): NewStep => ({ words: 'Shadow a colleague', doer: 'person', due: day(due) })
const over = step({ state: 'done', endedAt: moment('2026-11-20T09:00:00Z') })

describe('the steps of a plan', () => {
  const may = (given: readonly NewStep[], kind: 'plan' | 'looked again' | 'closed', known: readonly Step[] = []) =>
    decideSteps(given, { kind, known, today })

  it('are there from the first plan on, each with a day that can be kept', () => {
    expect(may([fresh()], 'plan').ok).toBe(true)
    expect(may([], 'plan')).toMatchObject({ ok: false, field: 'step1' })
    expect(may([], 'plan', [step()]).ok).toBe(true)
    expect(may([], 'looked again', [step()]).ok).toBe(true)
    expect(may([fresh(), fresh('2026-11-19')], 'plan')).toMatchObject({ ok: false, field: 'due2' })
    expect(may([fresh('2029-01-01')], 'plan').ok).toBe(false)
    expect(may([fresh('2026-11-20')], 'plan').ok).toBe(true)
  })

  it('are few, and over before the plan is', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => step({ number: index + 1 }))
    expect(may([fresh()], 'looked again', twelve).ok).toBe(false)
    expect(may([], 'closed', [step()])).toMatchObject({ ok: false, field: 'what' })
    expect(may([], 'closed', [over]).ok).toBe(true)
    expect(may([fresh()], 'closed', []).ok).toBe(false)
  })
})

describe('what came of a step', () => {
  const practice = { manager: grace, person: dora, told: true }
  const said = { outcome: 'done' as const, due: null, today }

  it('is said by its doer when it is done, and by the line manager of any', () => {
    expect(decideReport(practice, step(), { ...said, by: dora }).ok).toBe(true)
    expect(decideReport(practice, step(), { ...said, by: grace }).ok).toBe(true)
    expect(decideReport(practice, step(), { ...said, by: noor }).ok).toBe(false)
    expect(decideReport(practice, step({ doer: 'manager' }), { ...said, by: dora }).ok).toBe(false)
    expect(decideReport({ ...practice, told: false }, step(), { ...said, by: dora }).ok).toBe(false)
    expect(decideReport(practice, step(), { ...said, by: dora, outcome: 'not needed' }).ok).toBe(false)
    expect(decideReport(practice, over, { ...said, by: grace }).ok).toBe(false)
    expect(decideReport(practice, null, { ...said, by: grace }).ok).toBe(false)
  })

  it('is another day that can be kept, set by the line manager', () => {
    const moved = { ...said, outcome: 'new day' as const, by: grace }
    expect(decideReport(practice, step(), { ...moved, due: day('2026-12-20') }).ok).toBe(true)
    expect(decideReport(practice, step(), moved)).toMatchObject({ ok: false, field: 'due' })
    expect(decideReport(practice, step(), { ...moved, due: day('2026-11-19') })).toMatchObject({ field: 'due' })
    expect(decideReport(practice, step(), { ...moved, by: dora, due: day('2026-12-20') }).ok).toBe(false)
  })

  it('is asked for a week before its day, the first one first', () => {
    const [soon, late, far] = [
      step({ number: 1, due: day('2026-11-26') }),
      step({ number: 2, due: day('2026-11-18') }),
      step({ number: 3, due: day('2026-12-24') }),
    ]
    expect(nextFor([soon, late, far], 'person', today)).toBe(late)
    expect(nextFor([far, over], 'person', today)).toBeNull()
    expect(nextFor([soon], 'manager', today)).toBeNull()
  })
})
