// A concern about somebody's practice, as their line manager gets it (SPEC 4.6): a record of its own, with nothing but the
// words that were written for the manager. It starts a plan of support and development, which the two agree and look at
// again on a set day. The person knows of it, unless telling would put somebody at risk; until then no plan can be agreed.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { ConcernId } from '../escalation/concern.ts'

export type PracticeId = Id<'practice'>

export type PracticeEntry = {
  readonly number: number
  readonly kind: 'sent' | 'plan' | 'looked again' | 'closed' | 'taken back'
  readonly by: PersonId
  readonly at: Moment
  readonly lookAgainOn: Day | null
}

export type PracticeConcern = {
  readonly id: PracticeId
  readonly concern: ConcernId
  readonly person: PersonId
  readonly manager: PersonId
  readonly raisedBy: PersonId
  readonly raisedAt: Moment
  /** Whether the person has been told. */
  readonly told: boolean
  readonly entries: readonly PracticeEntry[]
}

export type PracticeState = 'waiting for a plan' | 'plan agreed' | 'closed' | 'taken back'

export function practiceState({ entries }: PracticeConcern): PracticeState {
  if (entries.some((entry) => entry.kind === 'taken back')) return 'taken back'
  if (entries.at(-1)?.kind === 'closed') return 'closed'
  return entries.some((entry) => entry.kind === 'plan') ? 'plan agreed' : 'waiting for a plan'
}

/** The day on which the plan is looked at again; null without a plan. */
export const lookAgainOn = (practice: PracticeConcern): Day | null =>
  practice.entries.findLast((entry) => entry.lookAgainOn !== null)?.lookAgainOn ?? null

/** The manager writes down the plan that was agreed, or what came of looking at it again. */
export function planFor(
  practice: PracticeConcern,
  by: PersonId,
  what: { kind: 'plan' | 'looked again' | 'closed'; on: Day | null },
  today: Day,
): Decision {
  if (practice.manager !== by) return no('Only the line manager to whom it was sent writes the plan')
  const state = practiceState(practice)
  if (state === 'closed' || state === 'taken back') return no('This is closed already')
  if (!practice.told)
    return no('They have not been told, because it would put somebody at risk. Talk to the safeguarding lead first')
  if (what.kind !== 'plan' && state === 'waiting for a plan') return no('Agree a plan first', 'what')
  if (what.kind !== 'closed' && (what.on === null || what.on <= today))
    return no('Say on which day you look at it again, after today', 'on')
  return yes()
}
