// Signed records found by who, when and what kind: facts alone, for somebody who has to name one without reading any.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { RecordId } from '../record/record.ts'
import type { SessionId } from '../session/session.ts'

/** One signed record and the session it is of, in facts. */
export type NamedRecord = {
  readonly record: RecordId
  readonly kind: 'session' | 'case' | 'own part'
  readonly session: SessionId
  readonly type: string
  readonly startsAt: Moment
  readonly supervisor: PersonId
  readonly supervisees: readonly PersonId[]
  readonly writer: PersonId
  readonly signedAt: Moment
  /** For a case: who brought it, by the session's list of cases. */
  readonly broughtBy: PersonId | null
  readonly caseId: Id<'case'> | null
}

const columns = sql`r.id as record, r.kind, r.session, s.type_key as type, s.starts_at as "startsAt", s.supervisor,
  array(select p.person::text from session_supervisee p where p.organisation = s.organisation and p.session = s.id
    order by p.person) as supervisees, r.writer, r.signed_at as "signedAt", r.case_id as "caseId",
  (select b.brought_by from session_case b where b.organisation = r.organisation and b.session = r.session
    and b.case_id = r.case_id) as "broughtBy"`

const signed = sql`session_record r
  join supervision_session s on s.organisation = r.organisation and s.id = r.session
  where r.version > 0 and r.kind in ('session', 'case', 'own part') and s.state = 'held'`

/** The signed records of sessions that a person was in, on either side, from one moment up to another. */
export async function findNamedRecords(
  work: Work,
  of: { person: PersonId; from: Moment; to: Moment },
): Promise<readonly NamedRecord[]> {
  const found = await sql<NamedRecord>`select ${columns} from ${signed} and r.organisation = ${work.organisation}
      and s.starts_at >= ${of.from} and s.starts_at < ${of.to}
      and (s.supervisor = ${of.person} or exists (select from session_supervisee p
        where p.organisation = s.organisation and p.session = s.id and p.person = ${of.person}))
    order by s.starts_at, r.kind, r.signed_at, r.id`.execute(work.db)
  return found.rows
}

/** The signed record of that id in this organisation, in facts; null for feedback, drafts and what is not there. */
export async function findNamedRecord(work: Work, id: RecordId): Promise<NamedRecord | null> {
  const found = await sql<NamedRecord>`select ${columns} from ${signed} and r.organisation = ${work.organisation}
    and r.id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The signed records of sessions of these kinds of supervision, latest first; own parts are left out. */
export async function findDiscussions(
  work: Work,
  of: { types: readonly string[]; from: Moment; to: Moment },
): Promise<readonly NamedRecord[]> {
  const found = await sql<NamedRecord>`select ${columns} from ${signed} and r.organisation = ${work.organisation}
      and r.kind <> 'own part' and s.type_key = any(${[...of.types]}::text[])
      and s.starts_at >= ${of.from} and s.starts_at < ${of.to}
    order by s.starts_at desc, r.kind, r.signed_at, r.id`.execute(work.db)
  return found.rows
}
