// The plan of everything that was and will be: who supervises whom, and every session of two years.
import { addDays, type Day } from '../../platform/time/day.ts'
import type { Chance } from '../chance.ts'
import type { PlannedPerson, Span } from '../trust/staff.ts'
import { newDiary } from './diary.ts'
import { planGroups } from './plan-groups.ts'
import { type PlannedPair, planPair, planPairs } from './plan-pairs.ts'
import type { PlannedSession } from './planned-session.ts'

export type History = { readonly pairs: readonly PlannedPair[]; readonly sessions: readonly PlannedSession[] }

export function planHistory(chance: Chance, span: Span, staff: readonly PlannedPerson[]): History {
  const people = new Map(staff.map((one) => [one.key, one]))
  const plan = { chance, diary: newDiary(), span, people }
  const groups = planGroups(plan, staff)
  const pairs = planPairs(plan, staff)
  const sessions = [...groups, ...pairs.flatMap((pair) => planPair(plan, pair))]
  return { pairs, sessions: sessions.map((one) => withoutBooking(one, addDays(span.today, -DAYS_OF_BOOKING))) }
}

/** For so long the trust has booked its case work here; what was held before was only recorded. */
const DAYS_OF_BOOKING = 380

function withoutBooking(session: PlannedSession, since: Day): PlannedSession {
  const { type, outcome, rebooks, day } = session
  const isRecorded = type === 'child-protection-case-work' && outcome.kind === 'held' && rebooks === null && day < since
  return isRecorded ? { ...session, bookedOn: null } : session
}
