// The steps of a plan of support and development (SPEC 4.6): each is for one of the two, by a day, and ends with what came of
// it. Either says that their own is done, the line manager of any; the line manager says that one is not needed any more, or
// sets another day.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { PracticeConcern } from './practice.ts'

export const doers = ['person', 'manager'] as const
export type Doer = (typeof doers)[number]
export const stepOutcomes = ['done', 'not needed', 'new day'] as const
export type StepOutcome = (typeof stepOutcomes)[number]

export type NewStep = { readonly words: string; readonly doer: Doer; readonly due: Day }

/** Facts only; the words are sealed with the entry in which it was agreed. */
export type Step = {
  readonly number: number
  readonly agreedIn: number
  readonly doer: Doer
  /** The day that holds now. */
  readonly due: Day
  readonly state: 'open' | 'done' | 'not needed'
  /** When it was done or not needed any more. */
  readonly endedAt: Moment | null
}

/** No plan is so long: more would not be done. */
export const MOST_OPEN_STEPS = 12
const MOST_DAYS_AHEAD = 730

/** Steps to add to a plan: the first plan has one at least, each with its words and a day from today. */
export function decideSteps(
  given: readonly NewStep[],
  what: { kind: 'plan' | 'looked again' | 'closed'; known: readonly Step[]; today: Day },
): Decision {
  const open = what.known.filter((one) => one.state === 'open').length
  if (what.kind === 'closed') {
    if (given.length > 0) return no('Steps are for a plan that goes on', 'step1')
    return open > 0 ? no('Say first what came of each step that is open', 'what') : yes()
  }
  if (what.kind === 'plan' && given.length + what.known.length === 0)
    return no('Write at least one step: who does what, by when', 'step1')
  if (open + given.length > MOST_OPEN_STEPS) return no(`A plan has ${MOST_OPEN_STEPS} open steps at most`, 'step1')
  const odd = given.findIndex((one) => one.due < what.today || one.due > addDays(what.today, MOST_DAYS_AHEAD))
  return odd === -1 ? yes() : no('The day must be today or later, within two years', `due${odd + 1}`)
}

/** Whether somebody may say what came of a step. */
export function decideReport(
  practice: Pick<PracticeConcern, 'manager' | 'person' | 'told'>,
  step: Step | null,
  said: { by: PersonId; outcome: StepOutcome; due: Day | null; today: Day },
): Decision {
  const isManager = practice.manager === said.by
  if (!isManager && !(practice.person === said.by && practice.told)) return no('Only the two of a plan say this')
  if (!step) return no('There is no such step')
  if (step.state !== 'open') return no('This step is over already')
  if (!isManager && (step.doer !== 'person' || said.outcome !== 'done'))
    return no('Your line manager says this. Talk to them')
  if (said.outcome !== 'new day') return yes()
  if (said.due === null) return no('Enter the new day', 'due')
  return said.due >= said.today && said.due <= addDays(said.today, MOST_DAYS_AHEAD)
    ? yes()
    : no('The day must be today or later, within two years', 'due')
}

/** The step of a person that comes next, when its day is near or has passed; null when none is. */
export function nextFor(steps: readonly Step[], doer: Doer, today: Day): Step | null {
  const mine = steps.filter((one) => one.state === 'open' && one.doer === doer && one.due <= addDays(today, 7))
  return mine.toSorted((a, b) => (a.due < b.due ? -1 : 1))[0] ?? null
}
