// Sessions, the people in them and the conversation of times, in the database. Facts only; places are read apart.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { endsAt, type PlaceKind, type SessionFacts, type SessionId, type StoredSession } from './session.ts'

type Row = Omit<StoredSession, 'held'> & {
  beganAt: Moment | null
  finishedAt: Moment | null
  recordedAt: Moment | null
  model: string | null
}

const columns = sql`s.id, s.type_key as type, s.format, s.state, s.supervisor, s.starts_at as "startsAt", s.minutes,
  s.place_kind as "placeKind", s.proposed_by as "proposedBy", s.proposals, s.rebooks, s.version, s.unit, s.series,
  s.booked_by as "bookedBy", s.booked_at as "bookedAt", s.began_at as "beganAt", s.finished_at as "finishedAt",
  s.held_recorded_at as "recordedAt", s.model_key as model, s.elsewhere,
  array(select p.person::text from session_supervisee p where p.organisation = s.organisation and p.session = s.id
    order by p.person) as supervisees`

function fromRow({ beganAt, finishedAt, recordedAt, model, ...row }: Row): StoredSession {
  const held = beganAt && finishedAt && recordedAt ? { beganAt, finishedAt, recordedAt, model } : null
  return { ...row, held }
}

/** The session of that id in this organisation, or null. */
export async function findSession(work: Work, id: SessionId): Promise<StoredSession | null> {
  const found = await sql<Row>`select ${columns} from supervision_session s
    where s.organisation = ${work.organisation} and s.id = ${id}`.execute(work.db)
  return found.rows[0] ? fromRow(found.rows[0]) : null
}

/** The sessions that a person is in, by start, from one moment up to another. */
export async function findSessionsOf(
  work: Work,
  person: PersonId,
  between: { from: Moment; to: Moment },
): Promise<readonly StoredSession[]> {
  const found = await sql<Row>`select ${columns} from supervision_session s
    where s.organisation = ${work.organisation} and s.starts_at >= ${between.from} and s.starts_at < ${between.to}
      and (s.supervisor = ${person} or exists (select from session_supervisee p
        where p.organisation = s.organisation and p.session = s.id and p.person = ${person}))
    order by s.starts_at, s.id`.execute(work.db)
  return found.rows.map(fromRow)
}

/** A person's sessions that wait for something: proposed or booked at any time, or held with work left to do. */
export async function findOpenSessionsOf(work: Work, person: PersonId): Promise<readonly StoredSession[]> {
  const found = await sql<Row>`select ${columns} from supervision_session s
    where s.organisation = ${work.organisation} and s.state in ('proposed', 'booked')
      and (s.supervisor = ${person} or exists (select from session_supervisee p
        where p.organisation = s.organisation and p.session = s.id and p.person = ${person}))
    order by s.starts_at, s.id`.execute(work.db)
  return found.rows.map(fromRow)
}

export type Clash = {
  readonly person: PersonId
  readonly session: SessionId
  readonly startsAt: Moment
  readonly endsAt: Moment
}

/** Booked sessions of these people that overlap a stretch of time; `but` is left out. */
export async function findClashes(
  work: Work,
  people: readonly PersonId[],
  stretch: { from: Moment; to: Moment; but: SessionId | null },
): Promise<readonly Clash[]> {
  const found = await sql<Clash>`
    select who.person, s.id as session, s.starts_at as "startsAt", s.ends_at as "endsAt"
    from supervision_session s
    cross join lateral (select s.supervisor as person union select p.person from session_supervisee p
      where p.organisation = s.organisation and p.session = s.id) who
    where s.organisation = ${work.organisation} and s.state = 'booked'
      and s.starts_at < ${stretch.to} and s.ends_at > ${stretch.from}
      and who.person = any(${[...people]}::uuid[]) and s.id is distinct from ${stretch.but}
    order by s.starts_at`.execute(work.db)
  return found.rows
}

/** Makes everybody else who books these people wait until this work is done, so that no two overlap. */
export async function lockDiaries(work: Work, people: readonly PersonId[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(person, 6)) from
    (select unnest(${[...new Set(people)].sort()}::text[]) as person order by 1) diaries`.execute(work.db)
}

export type NewSession = SessionFacts &
  Pick<StoredSession, 'elsewhere'> & { readonly unit: string | null; readonly series: string | null }

/** Adds a session with its people and the first time in its conversation, in one statement. */
export async function addSession(work: Work, session: NewSession, place: string): Promise<void> {
  const atOnce = session.state !== 'proposed'
  await sql`with made as (
      insert into supervision_session (organisation, id, type_key, format, state, supervisor, starts_at, minutes,
        ends_at, place_kind, proposed_by, proposals, unit, series, rebooks, booked_by, booked_at, version,
        elsewhere)
      values (${work.organisation}, ${session.id}, ${session.type}, ${session.format}, ${session.state},
        ${session.supervisor}, ${session.startsAt}, ${session.minutes}, ${endsAt(session)}, ${session.placeKind},
        ${session.proposedBy}, 1, ${session.unit}, ${session.series}, ${session.rebooks}, ${work.asker.person},
        ${work.moment}, ${session.version}, ${session.elsewhere ?? null})
      returning organisation, id
    ), people as (
      insert into session_supervisee (organisation, session, person)
      select made.organisation, made.id, person from made, unnest(${[...session.supervisees]}::uuid[]) person
    )
    insert into session_proposal (organisation, session, number, suggested_by, suggested_at, starts_at, minutes,
      place_kind, place, answer, answered_by, answered_at)
    select made.organisation, made.id, 1, ${work.asker.person}::uuid, ${work.moment}::timestamptz,
      ${session.startsAt}::timestamptz, ${session.minutes}::integer, ${session.placeKind}, ${place},
      ${atOnce ? 'booked at once' : null}::text, ${atOnce ? work.asker.person : null}::uuid,
      ${atOnce ? work.moment : null}::timestamptz
    from made`.execute(work.db)
}

/** Saves a session as it now is; false when somebody else saved it meanwhile. */
export async function saveSession(work: Work, session: SessionFacts): Promise<boolean> {
  const saved = await sql`update supervision_session set state = ${session.state}, starts_at = ${session.startsAt},
      minutes = ${session.minutes}, ends_at = ${endsAt(session)}, place_kind = ${session.placeKind},
      proposed_by = ${session.proposedBy}, proposals = ${session.proposals}, version = ${session.version}
    where organisation = ${work.organisation} and id = ${session.id} and version = ${session.version - 1}`.execute(
    work.db,
  )
  return Number(saved.numAffectedRows) === 1
}

/** As `saveSession`, for one that was held: with its real times and model. */
export async function saveHeld(
  work: Work,
  session: SessionFacts,
  held: { beganAt: Moment; finishedAt: Moment; model: string | null },
): Promise<boolean> {
  const saved = await sql`update supervision_session set state = 'held', began_at = ${held.beganAt},
      finished_at = ${held.finishedAt}, model_key = ${held.model}, held_recorded_at = coalesce(held_recorded_at, ${work.moment}), version = ${session.version}
    where organisation = ${work.organisation} and id = ${session.id} and version = ${session.version - 1}`.execute(
    work.db,
  )
  return Number(saved.numAffectedRows) === 1
}

/** Writes who a session's supervisees are, in the place of those who stood there. */
export async function saveSupervisees(work: Work, id: SessionId, people: readonly PersonId[]): Promise<void> {
  await sql`with gone as (
      delete from session_supervisee where organisation = ${work.organisation} and session = ${id}
        and person <> all(${[...people]}::uuid[])
    )
    insert into session_supervisee (organisation, session, person)
    select ${work.organisation}::uuid, ${id}::uuid, person from unnest(${[...people]}::uuid[]) person
    on conflict do nothing`.execute(work.db)
}

export type Proposal = {
  readonly number: number
  readonly by: PersonId
  readonly at: Moment
  readonly startsAt: Moment
  readonly minutes: number
  readonly placeKind: PlaceKind
  readonly place: string
  readonly answer: 'accepted' | 'another time' | 'withdrawn' | 'booked at once' | null
  readonly answeredBy: PersonId | null
  readonly answeredAt: Moment | null
}

/** Adds a time to the conversation, numbered by the session. */
export async function addProposal(work: Work, session: SessionFacts, place: string): Promise<void> {
  await sql`insert into session_proposal (organisation, session, number, suggested_by, suggested_at, starts_at, minutes,
      place_kind, place)
    values (${work.organisation}, ${session.id}, ${session.proposals}, ${work.asker.person}, ${work.moment},
      ${session.startsAt}, ${session.minutes}, ${session.placeKind}, ${place})`.execute(work.db)
}

/** Notes what became of a suggested time; one that was answered stays as it is. */
export async function answerProposal(
  work: Work,
  session: SessionId,
  { number, answer }: { number: number; answer: NonNullable<Proposal['answer']> },
): Promise<void> {
  await sql`update session_proposal set answer = ${answer}, answered_by = ${work.asker.person}, answered_at = ${work.moment}
    where organisation = ${work.organisation} and session = ${session} and number = ${number} and answer is null`.execute(
    work.db,
  )
}

/** The conversation of times, first one first; for the people of the session only. */
export async function findProposals(work: Work, session: SessionId): Promise<readonly Proposal[]> {
  const found =
    await sql<Proposal>`select number, suggested_by as by, suggested_at as at, starts_at as "startsAt", minutes,
      place_kind as "placeKind", place, answer, answered_by as "answeredBy", answered_at as "answeredAt"
    from session_proposal where organisation = ${work.organisation} and session = ${session} order by number`.execute(
      work.db,
    )
  return found.rows
}

/** The London day of each person's next booked session by kind, from now; people without one are left out. */
export async function nextDaysByType(
  work: Work,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, ReadonlyMap<string, Day>>> {
  const found = await sql<{ person: PersonId; type: string; day: Day }>`
    select p.person, s.type_key as type, min((s.starts_at at time zone 'Europe/London')::date) as day
    from session_supervisee p join supervision_session s on s.organisation = p.organisation and s.id = p.session
    where p.organisation = ${work.organisation} and p.person = any(${[...people]}::uuid[]) and s.state = 'booked'
      and s.starts_at > ${work.moment}
    group by p.person, s.type_key order by p.person, day`.execute(work.db)
  const each = [...Map.groupBy(found.rows, (row) => row.person)]
  return new Map(each.map(([person, rows]) => [person, new Map(rows.map(({ type, day }) => [type, day]))]))
}

/** The London day of each person's next booked session of a type, from today; people without one are left out. */
export async function findNextDays(
  work: Work,
  people: readonly PersonId[],
  type: string | null,
): Promise<ReadonlyMap<PersonId, Day>> {
  const found = await sql<{ person: PersonId; day: Day }>`
    select p.person, min((s.starts_at at time zone 'Europe/London')::date) as day
    from session_supervisee p join supervision_session s on s.organisation = p.organisation and s.id = p.session
    where p.organisation = ${work.organisation} and p.person = any(${[...people]}::uuid[]) and s.state = 'booked'
      and s.starts_at > ${work.moment} and (${type}::text is null or s.type_key = ${type})
    group by p.person`.execute(work.db)
  return new Map(found.rows.map((row) => [row.person, row.day]))
}
