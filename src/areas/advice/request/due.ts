// By when a request should have moved on, counted from a moment (SPEC 8.3). The policy's own time to answer goes before the usual
// ones. Time counts while the desk is open; what cannot wait runs on the world's clock. What the caller still has to
// write is due after three days on which the desk was open. As long again, and the safeguarding leads hear of it.
import { addMinutes, type Moment } from '../../../platform/time/moment.ts'
import { afterOpenMinutes, type Desk, type Holiday } from '../hours/desk-hours.ts'
import type { Due, Urgency } from './request.ts'

const USUAL: Readonly<Record<Urgency, number>> = { now: 15, today: 60, 'this week': 440 }
const OPEN_DAYS_FOR_CALLER = 3
const MINUTES_OF_A_DAY = 440

/** Minutes within which a request is taken, and advice written down after that. */
export function minutesFor(urgency: Urgency, answerWithin: number | null): number {
  if (answerWithin === null) return USUAL[urgency]
  if (urgency === 'now') return Math.min(USUAL.now, answerWithin)
  return urgency === 'today' ? answerWithin : Math.max(USUAL['this week'], answerWithin)
}

/** When the desk should have acted. Without a desk in the policy every minute counts. */
export function dueForDesk(
  desk: { readonly desk: Desk; readonly holiday: Holiday } | null,
  from: Moment,
  urgency: Urgency,
): Due {
  const minutes = minutesFor(urgency, desk?.desk.answerWithin ?? null)
  if (!desk || urgency === 'now') return { dueAt: addMinutes(from, minutes), leadsAt: addMinutes(from, 2 * minutes) }
  return {
    dueAt: afterOpenMinutes(desk.desk, desk.holiday, from, minutes),
    leadsAt: afterOpenMinutes(desk.desk, desk.holiday, from, 2 * minutes),
  }
}

/** When the caller should have written down what they heard, or seen where to turn. */
export function dueForCaller(desk: { readonly desk: Desk; readonly holiday: Holiday } | null, from: Moment): Due {
  const minutes = OPEN_DAYS_FOR_CALLER * MINUTES_OF_A_DAY
  if (!desk) return { dueAt: addMinutes(from, 3 * 24 * 60), leadsAt: addMinutes(from, 6 * 24 * 60) }
  return {
    dueAt: afterOpenMinutes(desk.desk, desk.holiday, from, minutes),
    leadsAt: afterOpenMinutes(desk.desk, desk.holiday, from, 2 * minutes),
  }
}
