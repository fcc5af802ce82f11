// Observations in the database: facts only. What was seen and said is sealed. Yes and no are counted, never told apart.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { SessionId } from '../../supervision/index.ts'
import type { Comment, Observation, ObservationId, SessionSeen } from './observation.ts'

type Row = Omit<Observation, 'session' | 'comment'> & {
  readonly session: SessionId | null
  readonly type: string
  readonly state: SessionSeen['state']
  readonly startsAt: Moment
  readonly minutes: number
  readonly placeKind: SessionSeen['placeKind']
  readonly people: number
  readonly outcome: Comment['outcome'] | null
  readonly commentVersion: number
  readonly commentedAt: Moment
}

const columns = sql`o.id, o.pathway_key as pathway, o.supervisor, o.observer, o.planned_at as "plannedAt", o.session,
  o.called_off_at as "calledOffAt", o.agreed, o.refused, o.seen_on as "seenOn", o.save, o.version, o.sent_at as "sentAt",
  o.passed_at as "passedAt", s.type_key as type, s.state, s.starts_at as "startsAt", s.minutes,
  s.place_kind as "placeKind", 1 + (select count(*)::int from session_supervisee p
    where p.organisation = s.organisation and p.session = s.id) as people,
  c.outcome, c.version as "commentVersion", c.written_at as "commentedAt"`

const from = sql`from observation o
  left join supervision_session s on s.organisation = o.organisation and s.id = o.session
  left join lateral (select outcome, version, written_at from observation_comment c
    where c.organisation = o.organisation and c.observation = o.id order by c.version desc limit 1) c on true`

function fromRow(row: Row): Observation {
  const { session, type, state, startsAt, minutes, placeKind, people, outcome, commentVersion, commentedAt, ...rest } =
    row
  const seen = session === null ? null : { id: session, type, state, startsAt, minutes, placeKind, people }
  const comment = outcome === null ? null : { outcome, version: commentVersion, at: commentedAt }
  return { ...rest, session: seen, comment }
}

/** The observation of that id in this organisation, or null. */
export async function findObservation(work: Work, id: ObservationId): Promise<Observation | null> {
  const found = await sql<Row>`select ${columns} ${from}
    where o.organisation = ${work.organisation} and o.id = ${id}`.execute(work.db)
  return found.rows[0] ? fromRow(found.rows[0]) : null
}

/** Observations of a supervisor, by an observer, of a session, or all of two years; the latest planned first. */
export async function findObservations(
  work: Work,
  of: { supervisor: PersonId } | { observer: PersonId } | { session: SessionId } | { since: Day },
): Promise<readonly Observation[]> {
  const which =
    'supervisor' in of
      ? sql`o.supervisor = ${of.supervisor}`
      : 'observer' in of
        ? sql`o.observer = ${of.observer}`
        : 'session' in of
          ? sql`o.session = ${of.session}`
          : sql`(o.planned_at >= ${of.since}::date or o.seen_on >= ${of.since}::date)`
  const found = await sql<Row>`select ${columns} ${from}
    where o.organisation = ${work.organisation} and ${which} order by o.planned_at desc, o.id limit 500`.execute(
    work.db,
  )
  return found.rows.map(fromRow)
}

/** Observations of sessions ahead, or now, that somebody is asked about or is part of. */
export async function findAhead(work: Work, person: PersonId): Promise<readonly Observation[]> {
  const found = await sql<Row>`select ${columns} ${from}
    where o.organisation = ${work.organisation} and o.called_off_at is null and s.state = 'booked'
      and s.ends_at > ${work.moment} and (s.supervisor = ${person} or exists (select from session_supervisee p
        where p.organisation = s.organisation and p.session = s.id and p.person = ${person}))
    order by s.starts_at, o.id`.execute(work.db)
  return found.rows.map(fromRow)
}

export type NewObservation = Pick<Observation, 'id' | 'pathway' | 'supervisor' | 'observer'> & {
  readonly session: SessionId | null
  readonly seenOn: Day | null
}

/** Adds an observation that was planned by the asker, or recorded from paper. */
export async function addObservation(work: Work, one: NewObservation): Promise<void> {
  await sql`insert into observation (organisation, id, pathway_key, supervisor, observer, session, planned_by, planned_at,
      seen_on)
    values (${work.organisation}, ${one.id}, ${one.pathway}, ${one.supervisor}, ${one.observer}, ${one.session},
      ${work.asker.person}, ${work.moment}, ${one.seenOn})`.execute(work.db)
}

/** Whoever plans, answers or writes waits until others who do have finished. */
export async function lockObservation(work: Work, on: ObservationId | PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`observation ${on}`}, 0))`.execute(work.db)
}

/** It is called off, from now. */
export async function saveCalledOff(work: Work, id: ObservationId): Promise<void> {
  await sql`update observation set called_off_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id} and observer = ${work.asker.person}`.execute(work.db)
}

/** The draft was saved once more. */
export async function saveDraftCount(work: Work, id: ObservationId, save: number): Promise<boolean> {
  const saved = await sql`update observation set save = ${save}
    where organisation = ${work.organisation} and id = ${id} and save = ${save - 1}
      and observer = ${work.asker.person}`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}

/** What was seen went to the supervisor; from then on it counts. */
export async function saveSent(work: Work, id: ObservationId, what: { version: number; seenOn: Day }): Promise<void> {
  await sql`update observation set version = ${what.version}, sent_at = ${work.moment}, seen_on = ${what.seenOn}
    where organisation = ${work.organisation} and id = ${id} and observer = ${work.asker.person}`.execute(work.db)
}

/** The report went to the director. */
export async function savePassedOn(work: Work, id: ObservationId): Promise<void> {
  await sql`update observation set passed_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id} and observer = ${work.asker.person}`.execute(work.db)
}

/** What the asker has said, or null; nobody can read what another said. */
export async function findOwnConsent(work: Work, id: ObservationId): Promise<boolean | null> {
  const found = await sql<{ agrees: boolean }>`select agrees from observation_consent
    where organisation = ${work.organisation} and observation = ${id} and person = ${work.asker.person}`.execute(
    work.db,
  )
  return found.rows[0]?.agrees ?? null
}

/** Keeps what the asker says, and counts it instead of what they said before. */
export async function saveConsent(
  work: Work,
  id: ObservationId,
  { agrees, before }: { agrees: boolean; before: boolean | null },
): Promise<void> {
  await sql`insert into observation_consent (organisation, observation, person, agrees, answered_at)
    values (${work.organisation}, ${id}, ${work.asker.person}, ${agrees}, ${work.moment})
    on conflict (organisation, observation, person) do update
    set agrees = excluded.agrees, answered_at = excluded.answered_at`.execute(work.db)
  const change = (answer: boolean) => (agrees === answer ? 1 : 0) - (before === answer ? 1 : 0)
  await sql`update observation set agreed = agreed + ${change(true)}::int, refused = refused + ${change(false)}::int
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}

/** Keeps that the supervisor answered what was last sent to them. */
export async function addComment(
  work: Work,
  observation: ObservationId,
  comment: { id: Id<'observation comment'>; version: number; outcome: Comment['outcome'] },
): Promise<void> {
  await sql`insert into observation_comment (organisation, id, observation, version, person, outcome, written_at)
    values (${work.organisation}, ${comment.id}, ${observation}, ${comment.version}, ${work.asker.person},
      ${comment.outcome}, ${work.moment})`.execute(work.db)
}

/** The id under which a comment is sealed; null when there is none on that version. */
export async function findCommentId(
  work: Work,
  observation: ObservationId,
  version: number,
): Promise<Id<'observation comment'> | null> {
  const found = await sql<{ id: Id<'observation comment'> }>`select id from observation_comment
    where organisation = ${work.organisation} and observation = ${observation} and version = ${version}`.execute(
    work.db,
  )
  return found.rows[0]?.id ?? null
}

/** The asker has received a report; once is enough. */
export async function addReceipt(work: Work, observation: ObservationId): Promise<void> {
  await sql`insert into observation_receipt (organisation, observation, person, received_at)
    values (${work.organisation}, ${observation}, ${work.asker.person}, ${work.moment})
    on conflict do nothing`.execute(work.db)
}

/** Which reports the asker has received. */
export async function findReceived(work: Work): Promise<ReadonlySet<ObservationId>> {
  const found = await sql<{ observation: ObservationId }>`select observation from observation_receipt
    where organisation = ${work.organisation} and person = ${work.asker.person}`.execute(work.db)
  return new Set(found.rows.map((row) => row.observation))
}
