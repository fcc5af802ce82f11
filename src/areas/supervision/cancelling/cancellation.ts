// Cancelling is a first-class thing (SPEC 5.3): who cancelled, when, with how much notice and why, by kind; who must
// find a new date and by when, as the supervision type says (for one-to-one supervision whoever cancels, for
// safeguarding within one month of the cancelled date, with high priority); and whether the new session comes instead of
// the next planned one or in addition to it. Past the day with nothing booked it is a breach even if the interval is still met.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { addMinutes, londonDay, type Moment, minutesBetween } from '../../../platform/time/moment.ts'
import { formatDay, formatMinutes } from '../../../platform/time/words.ts'
import { endsAt, isInvolved, type SessionFacts, type SessionId } from '../session/session.ts'
import { dayAfter, type RebookingRule } from '../terms/terms.ts'

export const cancelCauses = [
  'sickness',
  'leave',
  'urgent clinical work',
  'staffing',
  'not prepared',
  'room or connection',
  'moved by agreement',
  'no longer needed',
  'other',
] as const
export type CancelCause = (typeof cancelCauses)[number]
export const rebookWays = ['instead', 'in addition'] as const
/** Whether the new session takes the place of the next planned one or comes on top of it. */
export type RebookWay = (typeof rebookWays)[number]

export type Cancellation = {
  readonly session: SessionId
  readonly by: PersonId
  readonly at: Moment
  /** Whole minutes between cancelling and the start; 0 when it had started. */
  readonly noticeMinutes: number
  readonly cause: CancelCause
  readonly way: RebookWay
  /** The cancelled date, from which the clock runs. */
  readonly cancelledDay: Day
  /** Who must rebook; null when nobody must. */
  readonly rebooker: PersonId | null
  readonly deadline: Day | null
  readonly highPriority: boolean
  /** The rebooked session that took this one's place, when it was not cancelled for itself. */
  readonly takenBy: SessionId | null
}

/** The session that makes a cancelled one good, if there is one. */
export type Rebooked = { readonly id: SessionId; readonly day: Day; readonly state: SessionFacts['state'] }

/** A cancellation with the session that makes it good, the newest when there were several. */
export type CancelledSession = {
  readonly cancellation: Cancellation
  readonly rebooked: Rebooked | null
  readonly supervisor: PersonId
  readonly supervisees: readonly PersonId[]
  readonly type: string
}

const UNDO_MINUTES = 10

/** A cancelled session and what its cancellation asks of whom; refuses what is not booked or not theirs. */
export function cancel(
  session: SessionFacts,
  by: PersonId,
  what: { cause: CancelCause; way: RebookWay; version: number },
  rule: RebookingRule,
  now: Moment,
): Decision<{ session: SessionFacts; cancellation: Cancellation }> {
  const may = mayCancel(session, by, now)
  if (!may.ok) return may
  if (what.version !== session.version)
    return no('This session was changed meanwhile. Look at it again before you cancel it')
  const cancelledDay = londonDay(session.startsAt)
  const owed = what.cause !== 'no longer needed'
  const cancellation: Cancellation = {
    session: session.id,
    by,
    at: now,
    noticeMinutes: Math.max(0, minutesBetween(now, session.startsAt)),
    cause: what.cause,
    way: what.way,
    cancelledDay,
    rebooker: owed ? rebookerOf(session, by, rule) : null,
    deadline: owed && rule.within ? dayAfter(cancelledDay, rule.within) : null,
    highPriority: owed && rule.highPriority,
    takenBy: null,
  }
  return yes({ session: { ...session, state: 'cancelled', version: session.version + 1 }, cancellation })
}

/** A planned session whose place a rebooked one has taken: cancelled, and nobody owes a new date for it. */
export function takenPlace(
  session: SessionFacts,
  takenBy: SessionId,
  by: PersonId,
  now: Moment,
): { session: SessionFacts; cancellation: Cancellation } {
  const cancellation: Cancellation = {
    session: session.id,
    by,
    at: now,
    noticeMinutes: Math.max(0, minutesBetween(now, session.startsAt)),
    cause: 'moved by agreement',
    way: 'instead',
    cancelledDay: londonDay(session.startsAt),
    rebooker: null,
    deadline: null,
    highPriority: false,
    takenBy,
  }
  return { session: { ...session, state: 'cancelled', version: session.version + 1 }, cancellation }
}

/** Both sides may cancel a one-to-one; of a group only its supervisor (a supervisee who cannot come is absent). */
export function mayCancel(session: SessionFacts, by: PersonId, now: Moment): Decision {
  if (!isInvolved(session, by)) return no('Only the people of this session can cancel it')
  if (session.state === 'cancelled') return no('This session is already cancelled')
  if (session.state !== 'booked') return no('Only a booked session can be cancelled')
  if (session.format === 'group' && session.supervisor !== by)
    return no('A group session is cancelled by its supervisor. If you cannot come, tell your supervisor')
  return endsAt(session) > addMinutes(now, -60 * 24 * 14)
    ? yes()
    : no('This session was more than 2 weeks ago. Record who came, or that nobody did')
}

function rebookerOf(session: SessionFacts, by: PersonId, rule: RebookingRule): PersonId {
  if (rule.who === 'supervisor' || session.format === 'group') return session.supervisor
  if (rule.who === 'supervisee') return session.supervisees[0] ?? session.supervisor
  return by
}

/** Put back within ten minutes by whoever cancelled, while it is still ahead and nothing has taken its place. */
export function undo(
  session: SessionFacts,
  cancellation: Cancellation,
  rebooked: Rebooked | null,
  by: PersonId,
  now: Moment,
): Decision<SessionFacts> {
  if (session.state !== 'cancelled') return no('This session is not cancelled')
  if (cancellation.by !== by) return no('Only the person who cancelled can put it back')
  if (rebooked) return no('It has been rebooked already')
  if (now > addMinutes(cancellation.at, UNDO_MINUTES))
    return no('More than 10 minutes have passed. Book a new session instead')
  if (session.startsAt <= now) return no('Its time has passed. Book a new session instead')
  return yes({ ...session, state: 'booked', version: session.version + 1 })
}

export type Rebooking =
  | { readonly state: 'not needed' }
  | { readonly state: 'rebooked'; readonly as: SessionId; readonly day: Day; readonly late: boolean }
  | { readonly state: 'to rebook'; readonly by: Day | null }
  | { readonly state: 'breach'; readonly since: Day }

/** How the duty to rebook stands on a day. A new session that is only proposed, or was cancelled itself, does not fulfil it. */
export function rebookingOn(cancellation: Cancellation, rebooked: Rebooked | null, today: Day): Rebooking {
  if (rebooked && (rebooked.state === 'booked' || rebooked.state === 'held'))
    return {
      state: 'rebooked',
      as: rebooked.id,
      day: rebooked.day,
      late: cancellation.deadline !== null && rebooked.day > cancellation.deadline,
    }
  // A replacement that was cancelled in its turn has a clock of its own; this one is then answered for there.
  if (rebooked?.state === 'cancelled' || cancellation.rebooker === null) return { state: 'not needed' }
  if (cancellation.deadline !== null && today > cancellation.deadline)
    return { state: 'breach', since: cancellation.deadline }
  return { state: 'to rebook', by: cancellation.deadline }
}

/** 'with 3 days’ notice', 'with 2 hours’ notice', 'without notice' */
export function noticeInWords(minutes: number): string {
  if (minutes <= 0) return 'without notice'
  if (minutes >= 2880) return `with ${Math.floor(minutes / 1440)} days’ notice`
  return `with ${formatMinutes(minutes >= 60 ? minutes - (minutes % 60) : minutes)}’ notice`.replace(
    /1 (hour|minute)’/,
    '1 $1’s',
  )
}

/** The duty in a sentence, for people of the session and for managers alike. */
export function rebookingInWords(rebooking: Rebooking, rebooker: string, highPriority: boolean): string {
  if (rebooking.state === 'not needed') return 'Nothing has to be rebooked'
  if (rebooking.state === 'rebooked')
    return `Rebooked for ${formatDay(rebooking.day)}${rebooking.late ? ', later than it should have been' : ''}`
  if (rebooking.state === 'breach') return `Should have been rebooked by ${formatDay(rebooking.since)}, by ${rebooker}`
  const priority = highPriority ? ', with high priority' : ''
  return rebooking.by
    ? `To be rebooked by ${formatDay(rebooking.by)}, by ${rebooker}${priority}`
    : `To be rebooked by ${rebooker}${priority}`
}
