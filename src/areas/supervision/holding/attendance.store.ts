// Attendance in the database: one row per person and session, corrected only by a later row.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay, type Moment, minutesBetween } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { SessionFacts, SessionId } from '../session/session.ts'
import { type AttendanceFacts, groupSize } from './attendance.ts'

/** Writes the rows of a held session, so that figures have them; rows that stood before are superseded, never changed: none do the `first` time. */
export async function saveAttendance(
  work: Work,
  session: SessionFacts,
  held: { beganAt: Moment; finishedAt: Moment; rows: readonly AttendanceFacts[]; first?: boolean },
): Promise<void> {
  if (!held.first) await supersedeAttendance(work, session.id)
  const given = held.rows.map((row) => ({ ...row, id: work.newId() }))
  await sql`insert into attendance (organisation, id, session, person, part, presence, cause, minutes, day, type_key, format,
      remote, group_size, supervisor, session_minutes, recorded_at, recorded_by)
    select ${work.organisation}, r.id, ${session.id}, r.person, r.part, r.presence, r.cause, r.minutes,
      ${londonDay(held.beganAt)}, ${session.type}, ${session.format}, ${session.placeKind !== 'in person'},
      ${groupSize(held.rows)}, ${session.supervisor}, ${minutesBetween(held.beganAt, held.finishedAt)}, ${work.moment},
      ${work.asker.person}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r (id uuid, person uuid, part text, presence text,
      cause text, minutes integer)`.execute(work.db)
}

async function supersedeAttendance(work: Work, session: SessionId): Promise<void> {
  await sql`update attendance set superseded_at = ${work.moment}
    where organisation = ${work.organisation} and session = ${session} and superseded_at is null`.execute(work.db)
}

/** Who came, as it stands now. */
export async function findAttendance(work: Work, session: SessionId): Promise<readonly AttendanceFacts[]> {
  const found = await sql<AttendanceFacts>`select person, part, presence, cause, minutes from attendance
    where organisation = ${work.organisation} and session = ${session} and superseded_at is null
    order by part, person`.execute(work.db)
  return found.rows
}

/** Those whom a session counts for as it stands now, without its supervisor. */
export const findPresentAt = async (work: Work, session: SessionId): Promise<readonly PersonId[]> =>
  (await findAttendance(work, session)).flatMap((one) =>
    one.part === 'supervisee' && one.presence !== 'absent' ? [one.person] : [],
  )

/** The sessions among these that a person was present at. */
export async function findPresent(
  work: Work,
  person: PersonId,
  sessions: readonly SessionId[],
): Promise<ReadonlySet<SessionId>> {
  const found = await sql<{ session: SessionId }>`select session from attendance
    where organisation = ${work.organisation} and person = ${person} and session = any(${[...sessions]}::uuid[])
      and superseded_at is null and presence <> 'absent'`.execute(work.db)
  return new Set(found.rows.map((row) => row.session))
}
