// Cases in sessions as facts: how their records stand, which were not reached, and when plans were entered in the clinical
// record. Nothing here says what a case is about.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { RecordFacts, RecordId } from '../record/record.ts'
import type { SessionId } from '../session/session.ts'
import type { ClinicalEntry, DiscussionFacts, OpenPlan } from './discussion.ts'

type CaseId = Id<'case'>

/** How each case that was brought to a session stands: its record, the holder's answer to it, whether it was not reached. */
export async function findDiscussions(work: Work, session: SessionId): Promise<readonly DiscussionFacts[]> {
  const found = await sql<DiscussionFacts>`
    select c.case_id as "caseId", coalesce(r.version, 0) as version, r.id is not null as begun,
      coalesce(r.drafting, false) as drafting, n.case_id is not null as "notReached", a.outcome as answer
    from session_case c
    left join session_record r on r.organisation = c.organisation and r.session = c.session and r.case_id = c.case_id
    left join case_not_reached n on n.organisation = c.organisation and n.session = c.session and n.case_id = c.case_id
    left join lateral (select o.outcome from session_record_answer o where o.organisation = r.organisation
      and o.record = r.id and o.number = r.version order by o.answered_at desc limit 1) a on true
    where c.organisation = ${work.organisation} and c.session = ${session} and c.state = 'brought'
    order by c.at, c.id`.execute(work.db)
  return found.rows
}

/** Notes that a case was not reached in a session. */
export async function addNotReached(work: Work, session: SessionId, caseId: CaseId): Promise<void> {
  await sql`insert into case_not_reached (organisation, session, case_id, said_by, said_at)
    values (${work.organisation}, ${session}, ${caseId}, ${work.asker.person}, ${work.moment})
    on conflict do nothing`.execute(work.db)
}

/** Takes it back: the case was reached after all. */
export async function dropNotReached(work: Work, session: SessionId, caseId: CaseId): Promise<void> {
  await sql`delete from case_not_reached
    where organisation = ${work.organisation} and session = ${session} and case_id = ${caseId}`.execute(work.db)
}

/** Of these cases, those that were brought last time and not reached, with the day of that session. */
export async function findLeftOver(work: Work, cases: readonly CaseId[]): Promise<ReadonlyMap<CaseId, Day>> {
  const found = await sql<{ caseId: CaseId; day: Day }>`
    select n.case_id as "caseId", max((s.starts_at at time zone 'Europe/London')::date) as day
    from case_not_reached n
    join supervision_session s on s.organisation = n.organisation and s.id = n.session
    where n.organisation = ${work.organisation} and n.case_id = any(${[...cases]}::uuid[])
      and not exists (select from session_record r
        join supervision_session later on later.organisation = r.organisation and later.id = r.session
        where r.organisation = n.organisation and r.case_id = n.case_id and r.version > 0
          and later.starts_at >= s.starts_at)
    group by n.case_id`.execute(work.db)
  return new Map(found.rows.map((row) => [row.caseId, row.day]))
}

/** A signed discussion of a case: which session, when it was, who led it. */
export type PastDiscussion = Pick<RecordFacts, 'version' | 'drafting'> & {
  readonly record: RecordId
  readonly session: SessionId
  readonly type: string
  readonly startsAt: Moment
  readonly supervisor: PersonId
}

/** The signed discussions of a case, newest first, up to (not with) a moment when one is given. */
export async function findPast(
  work: Work,
  caseId: CaseId,
  before: Moment | null = null,
): Promise<readonly PastDiscussion[]> {
  const found = await sql<PastDiscussion>`
    select r.id as record, r.session, r.version, r.drafting, s.type_key as type, s.starts_at as "startsAt", s.supervisor
    from session_record r
    join supervision_session s on s.organisation = r.organisation and s.id = r.session
    where r.organisation = ${work.organisation} and r.case_id = ${caseId} and r.version > 0
      and (${before}::timestamptz is null or s.starts_at < ${before}::timestamptz)
    order by s.starts_at desc, r.id`.execute(work.db)
  return found.rows
}

/** When the plan of each of these records was entered in the clinical record, by record; the newest version's only. */
export async function findClinicalEntries(
  work: Work,
  records: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, ClinicalEntry>> {
  type Row = ClinicalEntry & { readonly record: RecordId }
  const found = await sql<Row>`
    select distinct on (record) record, number as version, outcome, entered_on as day, said_by as by, said_at as at
    from clinical_entry where organisation = ${work.organisation} and record = any(${[...records]}::uuid[])
    order by record, number desc`.execute(work.db)
  return new Map(found.rows.map((row) => [row.record, row]))
}

/** Keeps when a version's plan was entered; once for each version. */
export async function addClinicalEntry(work: Work, record: RecordId, entry: ClinicalEntry): Promise<void> {
  await sql`insert into clinical_entry (organisation, record, number, outcome, entered_on, said_by, said_at)
    values (${work.organisation}, ${record}, ${entry.version}, ${entry.outcome}, ${entry.day}, ${entry.by}, ${entry.at})
    on conflict (organisation, record, number) do nothing`.execute(work.db)
}

/** Plans of a person's cases that are signed off and not yet said to be in the clinical record. */
export async function findOpenPlans(work: Work, holder: PersonId): Promise<readonly OpenPlan[]> {
  const found = await sql<OpenPlan>`
    select r.session, r.case_id as "caseId", s.starts_at as "startsAt", s.type_key as type
    from session_record r
    join session_case c on c.organisation = r.organisation and c.session = r.session and c.case_id = r.case_id
    join supervision_session s on s.organisation = r.organisation and s.id = r.session
    where r.organisation = ${work.organisation} and r.version > 0 and c.brought_by = ${holder}
      and not exists (select from clinical_entry e where e.organisation = r.organisation and e.record = r.id
        and e.number = r.version)
    order by s.starts_at, r.id`.execute(work.db)
  return found.rows
}

/** Records of cases that this person brought and has not answered yet. */
export async function findToValidate(work: Work, holder: PersonId): Promise<readonly OpenPlan[]> {
  const found = await sql<OpenPlan>`
    select r.session, r.case_id as "caseId", s.starts_at as "startsAt", s.type_key as type
    from session_record r
    join session_case c on c.organisation = r.organisation and c.session = r.session and c.case_id = r.case_id
    join supervision_session s on s.organisation = r.organisation and s.id = r.session
    where r.organisation = ${work.organisation} and r.version > 0 and c.brought_by = ${holder}
      and not exists (select from session_record_answer a where a.organisation = r.organisation and a.record = r.id
        and a.number = r.version and a.person = ${holder})
    order by s.starts_at, r.id`.execute(work.db)
  return found.rows
}

/** How many brought cases are still open in each held session of a supervisor. */
export async function countOpenCases(work: Work, supervisor: PersonId): Promise<ReadonlyMap<SessionId, number>> {
  const found = await sql<{ session: SessionId; count: number }>`
    select s.id as session, count(*)::int as count
    from supervision_session s
    join session_case c on c.organisation = s.organisation and c.session = s.id and c.state = 'brought'
    where s.organisation = ${work.organisation} and s.supervisor = ${supervisor} and s.state = 'held'
      and not exists (select from session_record r where r.organisation = s.organisation and r.session = s.id
        and r.case_id = c.case_id and r.version > 0)
      and not exists (select from case_not_reached n where n.organisation = s.organisation and n.session = s.id
        and n.case_id = c.case_id)
    group by s.id`.execute(work.db)
  return new Map(found.rows.map((row) => [row.session, row.count]))
}
