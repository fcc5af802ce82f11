// Who came to a session, and how it was held (SPEC 5.5): present, late or absent with a cause; when it began and finished;
// which model was used. These rows are what every figure is made of. A correction is a further row, never a change, so that
// a figure asked for again as at a past day stays the same.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay, type Moment, minutesBetween } from '../../../platform/time/moment.ts'
import { endsAt, mayBeHeld, type SessionFacts } from '../session/session.ts'

export const presences = ['present', 'late', 'absent'] as const
export type Presence = (typeof presences)[number]
export const absenceCauses = [
  'sickness',
  'leave',
  'urgent clinical work',
  'staffing',
  'training',
  'did not know',
  'not said',
] as const
export type AbsenceCause = (typeof absenceCauses)[number]

export type Came = {
  readonly person: PersonId
  readonly presence: Presence
  readonly cause: AbsenceCause | null
}

/** How a session was held, as the supervisor says it. */
export type Holding = {
  readonly beganAt: Moment
  readonly finishedAt: Moment
  readonly came: readonly Came[]
  readonly model: string | null
  readonly version: number
}

export type AttendanceFacts = Came & {
  readonly part: 'supervisee' | 'supervisor'
  readonly minutes: number
}

/** A held session and a row for everybody of it; refused when the times or the list of people cannot be. */
export function hold(
  session: SessionFacts,
  by: PersonId,
  held: Holding,
  now: Moment,
): Decision<{ session: SessionFacts; attendance: readonly AttendanceFacts[] }> {
  if (session.supervisor !== by) return no('The supervisor records that the session was held')
  const may = mayBeHeld(session, now)
  return may.ok ? judge(session, held, now) : may
}

/** The same session with other rows, when the first ones were wrong. Refused when it was never recorded as held. */
export function correct(session: SessionFacts, by: PersonId, held: Holding, now: Moment): ReturnType<typeof hold> {
  if (session.supervisor !== by) return no('The supervisor corrects who came')
  return session.state === 'held' ? judge(session, held, now) : no('This session has not been recorded as held yet')
}

function judge(session: SessionFacts, held: Holding, now: Moment): ReturnType<typeof hold> {
  if (held.version !== session.version) return no('This session was changed meanwhile. Look at it again first')
  const times = decideTimes(session, held, now)
  if (!times.ok) return times
  const rows = attendanceRows(session, held)
  if (!rows.ok) return rows
  return yes({ session: { ...session, state: 'held', version: session.version + 1 }, attendance: rows.value })
}

function decideTimes(session: SessionFacts, held: Holding, now: Moment): Decision {
  if (held.finishedAt <= held.beganAt) return no('The finish must be after the start', 'finished')
  if (minutesBetween(held.beganAt, held.finishedAt) > 480) return no('A session is at most 8 hours long', 'finished')
  if (londonDay(held.beganAt) !== londonDay(session.startsAt))
    return no('The start must be on the day of the session', 'began')
  const latest = endsAt(session) > now ? endsAt(session) : now
  return held.beganAt > now || held.finishedAt > latest ? no('The times cannot be in the future', 'finished') : yes()
}

/** A row for everybody: absent supervisees get no minutes; when nobody came the session cannot be held. */
function attendanceRows(session: SessionFacts, held: Holding): Decision<readonly AttendanceFacts[]> {
  const minutes = minutesBetween(held.beganAt, held.finishedAt)
  const rows: AttendanceFacts[] = []
  for (const person of session.supervisees) {
    const said = held.came.find((one) => one.person === person)
    if (!said) return no('Say for everybody whether they came', `came-${person}`)
    if (said.presence === 'absent' && said.cause === null) return no('Choose why they did not come', `cause-${person}`)
    rows.push({
      person,
      part: 'supervisee',
      presence: said.presence,
      cause: said.presence === 'absent' ? said.cause : null,
      minutes: said.presence === 'absent' ? 0 : minutes,
    })
  }
  if (rows.every((row) => row.presence === 'absent'))
    return no('Nobody came, so nothing was held. Cancel the session instead, with the reason')
  return yes([...rows, { person: session.supervisor, part: 'supervisor', presence: 'present', cause: null, minutes }])
}

/** How many supervisees were there. */
export const groupSize = (rows: readonly AttendanceFacts[]): number =>
  rows.filter((row) => row.part === 'supervisee' && row.presence !== 'absent').length
