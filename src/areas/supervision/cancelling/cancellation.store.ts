// Cancellations in the database, and what became of the duty to find a new date.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { SessionFacts, SessionId } from '../session/session.ts'
import type { Cancellation, CancelledSession, Rebooked } from './cancellation.ts'

/** Keeps a cancellation; a session has one that stands at most. */
export async function addCancellation(work: Work, cancellation: Cancellation): Promise<void> {
  await sql`insert into session_cancellation (organisation, id, session, cancelled_by, cancelled_at, notice_minutes, cause,
      way, cancelled_day, rebooker, deadline, high_priority, taken_by)
    values (${work.organisation}, ${work.newId()}, ${cancellation.session}, ${cancellation.by}, ${cancellation.at},
      ${cancellation.noticeMinutes}, ${cancellation.cause}, ${cancellation.way}, ${cancellation.cancelledDay},
      ${cancellation.rebooker}, ${cancellation.deadline}, ${cancellation.highPriority}, ${cancellation.takenBy})`.execute(
    work.db,
  )
}

/** Marks the standing cancellation as put back; it stays on record. */
export async function undoCancellation(work: Work, session: SessionId): Promise<void> {
  await sql`update session_cancellation set undone_at = ${work.moment}
    where organisation = ${work.organisation} and session = ${session} and undone_at is null`.execute(work.db)
}

type Row = Cancellation & {
  supervisor: PersonId
  supervisees: PersonId[]
  type: string
  newId: SessionId | null
  newDay: Day | null
  newState: Rebooked['state'] | null
}

/** Rows with the newest replacement that had been booked or proposed by the end of `asAt`. */
const rows = (
  asAt: Day,
) => sql`select c.session, c.cancelled_by as by, c.cancelled_at as at, c.notice_minutes as "noticeMinutes", c.cause,
    c.way, c.cancelled_day as "cancelledDay", c.rebooker, c.deadline, c.high_priority as "highPriority", c.taken_by as "takenBy", s.supervisor,
    s.type_key as type, array(select p.person::text from session_supervisee p
      where p.organisation = s.organisation and p.session = s.id order by p.person) as supervisees,
    n.id as "newId", n.day as "newDay", n.state as "newState"
  from session_cancellation c
  join supervision_session s on s.organisation = c.organisation and s.id = c.session
  left join lateral (select r.id, (r.starts_at at time zone 'Europe/London')::date as day, r.state from supervision_session r
    where r.organisation = c.organisation and r.rebooks = c.session and r.state <> 'withdrawn'
      and (r.booked_at at time zone 'Europe/London')::date <= ${asAt}
    order by r.booked_at desc, r.id limit 1) n on true`

/** The next booked session of a kind after a cancelled one, with the same supervisor and for exactly the same people. */
export async function findNextPlanned(
  work: Work,
  cancelled: SessionFacts,
  but: SessionId | null,
): Promise<SessionId | null> {
  const people = [...cancelled.supervisees].sort()
  const found = await sql<{ id: SessionId }>`select s.id from supervision_session s
    where s.organisation = ${work.organisation} and s.state = 'booked' and s.type_key = ${cancelled.type}
      and s.supervisor = ${cancelled.supervisor} and s.starts_at > ${cancelled.startsAt} and s.starts_at > ${work.moment}
      and s.id is distinct from ${but}::uuid and s.rebooks is null
      and array(select p.person from session_supervisee p where p.organisation = s.organisation and p.session = s.id
        order by p.person) = ${people}::uuid[]
    order by s.starts_at, s.id limit 1`.execute(work.db)
  return found.rows[0]?.id ?? null
}

/** Somebody it was for has not had this kind of supervision since; once all have, there is nothing left to make good. */
const stillMissed = (day: Day) => sql`exists (select from session_supervisee p
  where p.organisation = s.organisation and p.session = s.id and not exists (select from attendance a
    where a.organisation = p.organisation and a.person = p.person and a.type_key = s.type_key and a.presence <> 'absent'
      and a.superseded_at is null and a.day > c.cancelled_day and a.day <= ${day}))`

function fromRow({ supervisor, supervisees, type, newId, newDay, newState, ...cancellation }: Row): CancelledSession {
  const rebooked = newId && newDay && newState ? { id: newId, day: newDay, state: newState } : null
  return { cancellation, rebooked, supervisor, supervisees, type }
}

/** The standing cancellation of a session, or null. */
export async function findCancellation(work: Work, session: SessionId): Promise<CancelledSession | null> {
  const found =
    await sql<Row>`${rows(work.today)} where c.organisation = ${work.organisation} and c.session = ${session}
    and c.undone_at is null`.execute(work.db)
  return found.rows[0] ? fromRow(found.rows[0]) : null
}

/**
 * Cancellations of these people's sessions that somebody must still rebook: nothing booked or held in their place as at
 * the end of `day` as it is known now. Everybody's when no people are given. SPEC 5.3, 3.3.
 */
export async function cancelledNotRebooked(
  work: Work,
  people: readonly PersonId[] | null,
  day: Day,
): Promise<readonly CancelledSession[]> {
  const named = people ? [...people] : null
  const found = await sql<Row>`${rows(day)}
    where c.organisation = ${work.organisation} and c.rebooker is not null
      and (c.undone_at is null or (c.undone_at at time zone 'Europe/London')::date > ${day})
      and (c.cancelled_at at time zone 'Europe/London')::date <= ${day}
      and (n.state is null or n.state = 'proposed') and ${stillMissed(day)}
      and (${named}::uuid[] is null or exists (select from session_supervisee p
        where p.organisation = s.organisation and p.session = s.id and p.person = any(${named}::uuid[])))
    order by c.deadline nulls last, c.cancelled_day, c.session`.execute(work.db)
  return found.rows.map(fromRow)
}

/** What a person must rebook themselves. */
export async function findToRebook(work: Work, rebooker: PersonId): Promise<readonly CancelledSession[]> {
  const found = await sql<Row>`${rows(work.today)}
    where c.organisation = ${work.organisation} and c.undone_at is null and c.rebooker = ${rebooker}
      and (n.state is null or n.state = 'proposed') and ${stillMissed(work.today)}
    order by c.deadline nulls last, c.cancelled_day, c.session`.execute(work.db)
  return found.rows.map(fromRow)
}

/** Cancellations of a person's sessions by somebody else since a moment: shown on the others' home. */
export async function findCancelledByOthers(
  work: Work,
  person: PersonId,
  since: string,
): Promise<readonly CancelledSession[]> {
  const found = await sql<Row>`${rows(work.today)}
    where c.organisation = ${work.organisation} and c.undone_at is null and c.cancelled_by <> ${person}
      and c.cancelled_at >= ${since} and (s.supervisor = ${person} or exists (select from session_supervisee p
        where p.organisation = s.organisation and p.session = s.id and p.person = ${person}))
    order by c.cancelled_at desc`.execute(work.db)
  return found.rows.map(fromRow)
}
