// Whether a supervisor's own supervision is in date (SPEC 9.2): the last one, or the beginning, plus the policy's limit. What
// counts was held with a holder of the roles that the policy names, or elsewhere and vouched for. Out of date stops new
// bookings, unless a session of one's own is booked before: that is what puts it right. The top of the chain is not asked.
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day, latest } from '../../../platform/time/day.ts'
import { dayAfter, type Length } from '../pathway/pathway.ts'

/** One session in which somebody was supervised. */
export type OwnSession = {
  readonly day: Day
  readonly type: string
  /** Null when it was somebody outside the organisation. */
  readonly supervisor: PersonId | null
  /** Held here or vouched for; otherwise only said. */
  readonly counts: boolean
}

export type OwnState = 'in date' | 'due soon' | 'out of date' | 'top'

export type OwnStanding = {
  readonly state: OwnState
  /** The last one that counts; null when there was none. */
  readonly last: { readonly day: Day; readonly by: PersonId | null } | null
  /** By when the next is due; null at the top. */
  readonly due: Day | null
  /** The next one that is booked. */
  readonly next: Day | null
}

/** So many days before it is due it shows as due soon. */
export const soonDays = 21

/** How somebody's own supervision stands on a day. `since`: they have supervised under the policy from this day. */
export function ownStanding(
  last: OwnStanding['last'],
  given: {
    readonly since: Day
    readonly every: Length
    readonly next: Day | null
    readonly top: boolean
    readonly on: Day
  },
): OwnStanding {
  const { since, every, next, top, on } = given
  if (top) return { state: 'top', last, due: null, next }
  const due = dayAfter(last === null ? since : latest(last.day, since), every)
  const state = due < on ? 'out of date' : due <= addDays(on, soonDays) ? 'due soon' : 'in date'
  return { state, last, due, next }
}

/** Whether it stands against supervising on a day: out of date, and nothing of one's own booked up to then. */
export const standsAgainst = (own: OwnStanding, on: Day): boolean =>
  own.state === 'out of date' && (own.next === null || own.next > on)
