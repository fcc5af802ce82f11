// A sign-off as it stands on record (SPEC 9.1): who was found competent, by whom, from which day until which, and on which way:
// by the steps, by renewing, on the list of those who supervised before the policy asked, or as an exception for a time that
// ends. It ends with a reason, by somebody who signs off.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addMonths, type Day, latest } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'

export type SignOffId = Id<'signOff'>

export type SignOff = {
  readonly id: SignOffId
  readonly person: PersonId
  readonly pathway: string
  readonly registration: Id<'registration'>
  readonly from: Day
  readonly to: Day | null
  readonly way: 'pathway' | 'renewed' | 'starting list' | 'for now'
  readonly reason: string | null
  readonly by: PersonId
  readonly at: Moment
  readonly endedBy: PersonId | null
  readonly endedAt: Moment | null
  readonly endReason: string | null
}

/** Whether a sign-off may be ended today. */
export function decideEnding(signOff: SignOff, by: { person: PersonId; signs: boolean }, today: Day): Decision {
  if (signOff.endedAt !== null || (signOff.to !== null && signOff.to < today)) return no('This has ended already')
  if (signOff.person === by.person) return no('Somebody else who signs off ends this')
  return by.signs ? yes() : no('This is ended by holders of the roles that sign off')
}

/** Somebody for the starting list: whether they held a role of the way when the policy began to ask, and since when they led. */
export type Candidate = { readonly person: PersonId; readonly heldRole: boolean; readonly ledFirst: Day | null }

/**
 * Who may be brought in without the steps: whoever held a role of the way when the policy began to ask for a sign-off, or led
 * such supervision before today. Answers the day from which it then holds; null when they supervised never before.
 */
export function startOf(candidate: Candidate, asksSince: Day, today: Day): Day | null {
  if (candidate.heldRole) return asksSince
  return candidate.ledFirst !== null && candidate.ledFirst < today ? latest(asksSince, candidate.ledFirst) : null
}

/** An exception lasts so many months at most. */
export const longestException = 3

/**
 * Whether a lead may let somebody supervise for now, before the steps are done: never themselves, up to a day within three
 * months, and not again while one holds.
 */
export function decideException(
  person: PersonId,
  by: { readonly person: PersonId; readonly leads: boolean },
  given: { readonly until: Day; readonly today: Day; readonly signed: boolean },
): Decision {
  const { until, today, signed } = given
  if (person === by.person) return no('Nobody makes an exception for themselves')
  if (!by.leads) return no('An exception is for named and designated professionals')
  if (signed) return no('This person is signed off already')
  if (until < today) return no('The last day must be today or in the future', 'until')
  return until <= addMonths(today, longestException)
    ? yes()
    : no(`The last day must be within ${longestException} months`, 'until')
}
