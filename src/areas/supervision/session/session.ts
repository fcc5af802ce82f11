// A session is one planned or held supervision meeting (SPEC 5). Either side proposes a time; the other accepts or
// suggests another, until one is agreed; a group is booked at once. A booked session is held or cancelled. A
// cancelled one may be put back for a short while, and otherwise leaves somebody the duty to find a new date.
// These are facts only: nothing here says what was talked about.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addMinutes, type Moment } from '../../../platform/time/moment.ts'

export type SessionId = Id<'session'>
export type SessionState = 'proposed' | 'booked' | 'held' | 'cancelled' | 'withdrawn'
export type SessionFormat = 'one-to-one' | 'group'
export const placeKinds = ['in person', 'video', 'phone'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** When and how: what a proposal offers and a booking fixes. */
export type Time = { readonly startsAt: Moment; readonly minutes: number; readonly placeKind: PlaceKind }

export type SessionFacts = Time & {
  readonly id: SessionId
  readonly type: string
  readonly format: SessionFormat
  readonly state: SessionState
  readonly supervisor: PersonId
  readonly supervisees: readonly PersonId[]
  /** Who made the proposal that is on the table; null once booked. */
  readonly proposedBy: PersonId | null
  /** How many times have been put forward so far. */
  readonly proposals: number
  /** The cancelled session that this one makes good. */
  readonly rebooks: SessionId | null
  readonly version: number
}

/** How a session was held, when it was. */
export type HeldFacts = {
  readonly beganAt: Moment
  readonly finishedAt: Moment
  readonly recordedAt: Moment
  readonly model: string | null
}
/** Where that is kept which was said in it; not on a record of its own. */
export type Elsewhere = 'learning set' | 'peer review' | 'advice'
export type StoredSession = SessionFacts & {
  readonly elsewhere?: Elsewhere | null
  readonly unit: string | null
  readonly series: string | null
  readonly bookedBy: PersonId
  readonly bookedAt: Moment
  readonly held: HeldFacts | null
}

/** The moment at which a time is over. */
export const endsAt = (time: Time): Moment => addMinutes(time.startsAt, time.minutes)
/** Whether two times share a minute; one that ends as the other begins does not. */
export const overlaps = (a: Time, b: Time): boolean => a.startsAt < endsAt(b) && b.startsAt < endsAt(a)
/** Whether a person is of the session, on either side. */
export const isInvolved = (session: SessionFacts, person: PersonId): boolean =>
  session.supervisor === person || session.supervisees.includes(person)

const MOST_PROPOSALS = 20

/** A time can be put forward only ahead of now, and for a length that a meeting can have. */
export function decideTime(time: Time, now: Moment): Decision<Time> {
  if (time.startsAt <= now)
    return no('The time must be in the future. A session already held is recorded, not booked', 'day')
  if (!Number.isInteger(time.minutes) || time.minutes < 5 || time.minutes > 480)
    return no('The length must be between 5 minutes and 8 hours', 'minutes')
  return yes(time)
}

/** The other side agrees to the proposal on the table. */
export function accept(session: SessionFacts, by: PersonId, now: Moment): Decision<SessionFacts> {
  const may = mayAnswer(session, by)
  if (!may.ok) return may
  if (session.startsAt <= now) return no('That time has passed. Suggest another one')
  return yes({ ...session, state: 'booked', proposedBy: null, version: session.version + 1 })
}

/** Another time is put on the table: by the other side as an answer, or by the same side thinking again. */
export function suggest(session: SessionFacts, by: PersonId, time: Time, now: Moment): Decision<SessionFacts> {
  const open = stillProposed(session, by)
  if (!open.ok) return open
  if (session.proposals >= MOST_PROPOSALS)
    return no('Twenty times have been suggested. Talk to each other, then propose the session again')
  const sound = decideTime(time, now)
  if (!sound.ok) return sound
  return yes({ ...session, ...time, proposedBy: by, proposals: session.proposals + 1, version: session.version + 1 })
}

/** Either side takes a proposal off the table; nothing was booked, so nothing is cancelled. */
export function withdraw(session: SessionFacts, by: PersonId): Decision<SessionFacts> {
  const open = stillProposed(session, by)
  if (!open.ok) return open
  return yes({ ...session, state: 'withdrawn', proposedBy: null, version: session.version + 1 })
}

/** Only the side that did not make the proposal can answer it. */
export function mayAnswer(session: SessionFacts, by: PersonId): Decision {
  const open = stillProposed(session, by)
  if (!open.ok) return open
  return session.proposedBy === by ? no('You suggested this time. The other person answers it') : yes()
}

function stillProposed(session: SessionFacts, by: PersonId): Decision {
  if (!isInvolved(session, by)) return no('Only the people of this session can do this')
  return session.state === 'proposed' ? yes() : no(notProposed[session.state])
}

const notProposed: Record<Exclude<SessionState, 'proposed'>, string> = {
  booked: 'This session is already booked',
  held: 'This session has been held',
  cancelled: 'This session was cancelled',
  withdrawn: 'This proposal was withdrawn',
}

/** Whose turn it is while a time is being agreed: everybody of the session but the one who proposed. */
export function awaiting(session: SessionFacts): readonly PersonId[] {
  if (session.state !== 'proposed') return []
  return [session.supervisor, ...session.supervisees].filter((person) => person !== session.proposedBy)
}

/** May be held: booked, and its time has come. */
export function mayBeHeld(session: SessionFacts, now: Moment): Decision {
  if (session.state === 'held') return no('This session has already been recorded as held')
  if (session.state !== 'booked')
    return no(session.state === 'proposed' ? 'Agree a time first' : notProposed[session.state])
  return addMinutes(session.startsAt, -30) <= now
    ? yes()
    : no('The session can be recorded from 30 minutes before it starts')
}
