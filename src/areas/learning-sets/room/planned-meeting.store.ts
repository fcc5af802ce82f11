// Meetings in the database: when and where they are and how they stand. What was said in them is in the log, sealed.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { SetId } from '../set/set.ts'
import type { MeetingId, PlannedMeeting } from './planned-meeting.ts'

const columns = sql`id, learning_set as set, starts_at as "startsAt", minutes, place, format_key as format, state, capture,
  planned_by as "plannedBy", version, last_event as "lastEvent", closed_at as "closedAt"`

/** The meeting of that id in this organisation, or null. */
export async function findMeeting(work: Work, id: MeetingId): Promise<PlannedMeeting | null> {
  const found = await sql<PlannedMeeting>`select ${columns} from learning_meeting
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** As `findMeeting`; whoever else does something in the meeting waits until this work has ended. */
export async function lockMeeting(work: Work, id: MeetingId): Promise<PlannedMeeting | null> {
  const found = await sql<PlannedMeeting>`select ${columns} from learning_meeting
    where organisation = ${work.organisation} and id = ${id} for no key update`.execute(work.db)
  return found.rows[0] ?? null
}

/** Every meeting of a set, the earliest first; those that were called off among them. */
export async function findMeetingsOf(work: Work, set: SetId): Promise<readonly PlannedMeeting[]> {
  const found = await sql<PlannedMeeting>`select ${columns} from learning_meeting
    where organisation = ${work.organisation} and learning_set = ${set} order by starts_at, id`.execute(work.db)
  return found.rows
}

/** For each of these sets the meeting that is open or comes next, earliest first. */
export async function findNextMeetings(work: Work, sets: readonly SetId[]): Promise<readonly PlannedMeeting[]> {
  const found = await sql<PlannedMeeting>`select * from (
      select distinct on (learning_set) ${columns} from learning_meeting
      where organisation = ${work.organisation} and learning_set = any(${[...sets]}::uuid[])
        and (state = 'planned' and (starts_at at time zone 'Europe/London')::date >= ${work.today}::date
          or state = 'open' and (starts_at at time zone 'Europe/London')::date >= ${work.today}::date - 1)
      order by learning_set, (state = 'open') desc, starts_at
    ) as next order by "startsAt", id`.execute(work.db)
  return found.rows
}

/** Meetings of these sets from today to a day that were called off, earliest first. */
export async function findCalledOff(
  work: Work,
  sets: readonly SetId[],
  until: Day,
): Promise<readonly PlannedMeeting[]> {
  const found = await sql<PlannedMeeting>`select ${columns} from learning_meeting
    where organisation = ${work.organisation} and learning_set = any(${[...sets]}::uuid[]) and state = 'called off'
      and (starts_at at time zone 'Europe/London')::date between ${work.today}::date and ${until}::date
    order by starts_at, id`.execute(work.db)
  return found.rows
}

/** The meeting of a set that is open, or comes next; null when none is ahead. */
export const nextMeetingOf = async (work: Work, set: SetId): Promise<PlannedMeeting | null> =>
  (await findNextMeetings(work, [set]))[0] ?? null

/** The meeting of its set that comes after one; null when none is planned. */
export async function nextMeetingAfter(work: Work, meeting: PlannedMeeting): Promise<PlannedMeeting | null> {
  const found = await sql<PlannedMeeting>`select ${columns} from learning_meeting
    where organisation = ${work.organisation} and learning_set = ${meeting.set} and state = 'planned'
      and starts_at > ${meeting.startsAt} order by starts_at limit 1`.execute(work.db)
  return found.rows[0] ?? null
}

/** Adds meetings that were planned. */
export async function insertMeetings(work: Work, meetings: readonly PlannedMeeting[]): Promise<void> {
  const rows = meetings.map(({ startsAt, ...one }) => ({ ...one, starts_at: startsAt }))
  await sql`insert into learning_meeting (organisation, id, learning_set, starts_at, minutes, place, format_key, capture,
      state, planned_by, planned_at, version)
    select ${work.organisation}::uuid, id, "set", starts_at, minutes, place, format, capture, state, "plannedBy",
      ${work.moment}::timestamptz, version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "set" uuid, starts_at timestamptz, minutes int,
      place text, format text, capture text, state text, "plannedBy" uuid, version int)`.execute(work.db)
}

/** Saves a meeting; false when somebody saved it meanwhile. */
export async function saveMeeting(work: Work, meeting: PlannedMeeting): Promise<boolean> {
  const saved = await sql`update learning_meeting set starts_at = ${meeting.startsAt}, minutes = ${meeting.minutes},
      place = ${meeting.place}, format_key = ${meeting.format}, capture = ${meeting.capture}, state = ${meeting.state},
      version = ${meeting.version}, last_event = ${meeting.lastEvent}
    where organisation = ${work.organisation} and id = ${meeting.id} and version = ${meeting.version - 1}`.execute(
    work.db,
  )
  return Number(saved.numAffectedRows) === 1
}

/** How far the log of a meeting has come, and how it stands: for whoever holds its lock. Pages that show it are told. */
export async function saveProgress(
  work: Work,
  id: MeetingId,
  to: { lastEvent: number; state: PlannedMeeting['state'] },
): Promise<void> {
  await sql`update learning_meeting set last_event = ${to.lastEvent}, state = ${to.state}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  await work.announce(`meeting:${id}`, to.lastEvent)
}

/** The held session as which a finished meeting counts. */
export async function saveSessionOf(work: Work, id: MeetingId, session: string): Promise<void> {
  await sql`update learning_meeting set session = ${session}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}

/** The meeting that counts as this held session, or null. */
export async function findMeetingOfSession(work: Work, session: string): Promise<PlannedMeeting | null> {
  const found = await sql<PlannedMeeting>`select ${columns} from learning_meeting
    where organisation = ${work.organisation} and session = ${session}`.execute(work.db)
  return found.rows[0] ?? null
}

export type Apology = { readonly person: PersonId; readonly saidBy: PersonId; readonly saidAt: Moment }

/** Who cannot come to a meeting. */
export async function findApologies(work: Work, id: MeetingId): Promise<readonly Apology[]> {
  const found = await sql<Apology>`select person, said_by as "saidBy", said_at as "saidAt" from learning_meeting_apology
    where organisation = ${work.organisation} and meeting = ${id} order by said_at, person`.execute(work.db)
  return found.rows
}

/** Notes that somebody cannot come; said twice, it is said once. */
export async function insertApology(work: Work, id: MeetingId, person: PersonId): Promise<void> {
  await sql`insert into learning_meeting_apology (organisation, meeting, person, said_by, said_at)
    values (${work.organisation}, ${id}, ${person}, ${work.asker.person}, ${work.moment})
    on conflict do nothing`.execute(work.db)
}

/** Somebody can come after all. */
export async function deleteApology(work: Work, id: MeetingId, person: PersonId): Promise<void> {
  await sql`delete from learning_meeting_apology where organisation = ${work.organisation} and meeting = ${id}
    and person = ${person}`.execute(work.db)
}
