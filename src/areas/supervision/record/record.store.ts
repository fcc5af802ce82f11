// Records of sessions in the database: how they stand. Their words are sealed, and opened through the records area.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { SessionId } from '../session/session.ts'
import type { RecordAnswer, RecordFacts, RecordId, RecordKind } from './record.ts'

export type StoredRecord = RecordFacts & { readonly session: SessionId; readonly signedAt: Moment | null }

const columns = sql`id, session, kind, case_id as "caseId", writer, version, save, drafting, saved_at as "savedAt", signed_at as "signedAt"`

/** Everything that is written of a session, the session's own record first. */
export async function findRecords(work: Work, session: SessionId): Promise<readonly StoredRecord[]> {
  const found = await sql<StoredRecord>`select ${columns} from session_record
    where organisation = ${work.organisation} and session = ${session} order by kind = 'session' desc, kind, saved_at`.execute(
    work.db,
  )
  return found.rows
}

/** The record of that id in this organisation, or null. */
export async function findRecord(work: Work, id: RecordId): Promise<StoredRecord | null> {
  const found = await sql<StoredRecord>`select ${columns} from session_record
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** One person's record of a kind for a session, or the one of a case, made when there is none yet. */
export async function openRecord(
  work: Work,
  session: SessionId,
  what: { kind: RecordKind; writer: PersonId; caseId: Id<'case'> | null },
): Promise<StoredRecord> {
  await sql`insert into session_record (organisation, id, session, kind, case_id, writer, saved_at)
    values (${work.organisation}, ${work.newId()}, ${session}, ${what.kind}, ${what.caseId}, ${what.writer}, ${work.moment})
    on conflict do nothing`.execute(work.db)
  const found = await sql<StoredRecord>`select ${columns} from session_record
    where organisation = ${work.organisation} and session = ${session} and kind = ${what.kind} and writer = ${what.writer}
      and case_id is not distinct from ${what.caseId}::uuid
    for update`.execute(work.db)
  if (!found.rows[0]) throw new Error('A session has one record of its own, and one for each case, by its supervisor')
  return found.rows[0]
}

/** Saves a record as it now is; false when another save came first. */
export async function saveRecord(work: Work, record: RecordFacts): Promise<boolean> {
  const signed = record.drafting ? null : work.moment
  const saved = await sql`update session_record set version = ${record.version}, save = ${record.save},
      drafting = ${record.drafting}, saved_at = ${record.savedAt}, signed_at = coalesce(${signed}, signed_at)
    where organisation = ${work.organisation} and id = ${record.id} and save = ${record.save - 1}`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}

export type SignedVersion = { readonly number: number; readonly by: PersonId; readonly at: Moment }

/** Keeps that a version was signed off; versions are never changed afterwards. */
export async function addVersion(work: Work, record: RecordFacts): Promise<void> {
  await sql`insert into session_record_version (organisation, record, number, signed_by, signed_at)
    values (${work.organisation}, ${record.id}, ${record.version}, ${work.asker.person}, ${work.moment})`.execute(
    work.db,
  )
}

/** The signed versions of a record, newest first. */
export async function findVersions(work: Work, record: RecordId): Promise<readonly SignedVersion[]> {
  const found = await sql<SignedVersion>`select number, signed_by as by, signed_at as at from session_record_version
    where organisation = ${work.organisation} and record = ${record} order by number desc`.execute(work.db)
  return found.rows
}

export type StoredAnswer = RecordAnswer & { readonly id: Id<'record answer'> }

/** Keeps what a supervisee says of a version. */
export async function addAnswer(work: Work, record: RecordId, answer: StoredAnswer): Promise<void> {
  await sql`insert into session_record_answer (organisation, id, record, number, person, outcome, answered_at)
    values (${work.organisation}, ${answer.id}, ${record}, ${answer.version}, ${answer.person}, ${answer.outcome},
      ${answer.at})`.execute(work.db)
}

/** What was said of each version of a record, newest version first. */
export async function findAnswers(work: Work, record: RecordId): Promise<readonly StoredAnswer[]> {
  const found = await sql<StoredAnswer>`select id, number as version, person, outcome, answered_at as at
    from session_record_answer where organisation = ${work.organisation} and record = ${record}
    order by number desc, answered_at`.execute(work.db)
  return found.rows
}

/** Held sessions that wait for this person's pen: those they supervised without a signed record, those whose record they have not answered. */
export async function findPaperwork(
  work: Work,
  person: PersonId,
): Promise<readonly { session: SessionId; type: string; startsAt: Moment; what: 'sign off' | 'answer' }[]> {
  const found = await sql<{ session: SessionId; type: string; startsAt: Moment; what: 'sign off' | 'answer' }>`
    select s.id as session, s.type_key as type, s.starts_at as "startsAt", 'sign off' as what
    from supervision_session s
    left join session_record r on r.organisation = s.organisation and r.session = s.id and r.kind = 'session'
    where s.organisation = ${work.organisation} and s.state = 'held' and s.supervisor = ${person}
      and (r.id is null or r.drafting) and s.elsewhere is null
    union all
    select s.id, s.type_key, s.starts_at, 'answer'
    from attendance a
    join supervision_session s on s.organisation = a.organisation and s.id = a.session
    join session_record r on r.organisation = s.organisation and r.session = s.id and r.kind = 'session' and r.version > 0
    where a.organisation = ${work.organisation} and a.person = ${person} and a.part = 'supervisee'
      and a.superseded_at is null and a.presence <> 'absent'
      and not exists (select from session_record_answer n where n.organisation = r.organisation and n.record = r.id
        and n.number = r.version and n.person = ${person})
    order by 3`.execute(work.db)
  return found.rows
}
