// Which cases came to which session, in the database. How a case is called there, and why it stayed away, is sealed.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { CaseId } from '../case/case.ts'
import type { SessionId } from '../session/session.ts'
import type { SessionCase } from './session-case.ts'

const columns = sql`id, session, case_id as case, brought_by as by, state, version, at`

/** The cases of a session, brought ones first. */
export async function casesOfSession(work: Work, session: SessionId): Promise<readonly SessionCase[]> {
  const found = await sql<SessionCase>`select ${columns} from session_case
    where organisation = ${work.organisation} and session = ${session} order by state, brought_by, at, id`.execute(
    work.db,
  )
  return found.rows
}

/** One case of a session, or null. */
export async function findSessionCase(work: Work, session: SessionId, one: CaseId): Promise<SessionCase | null> {
  const found = await sql<SessionCase>`select ${columns} from session_case
    where organisation = ${work.organisation} and session = ${session} and case_id = ${one}`.execute(work.db)
  return found.rows[0] ?? null
}

/** Notes that a case comes or stays away; what was noted before is written over, its words stay in their versions. */
export async function saveSessionCase(work: Work, entry: SessionCase): Promise<void> {
  await sql`insert into session_case (organisation, id, session, case_id, brought_by, state, version, at)
    values (${work.organisation}, ${entry.id}, ${entry.session}, ${entry.case}, ${entry.by}, ${entry.state},
      ${entry.version}, ${entry.at})
    on conflict (organisation, session, case_id) do update
    set state = excluded.state, version = excluded.version, at = excluded.at`.execute(work.db)
}

/** Takes a case out of every session that has not been held: it is another colleague's now. */
export async function dropFromSessionsAhead(work: Work, one: CaseId): Promise<void> {
  await sql`delete from session_case c using supervision_session s
    where c.organisation = ${work.organisation} and c.case_id = ${one} and s.organisation = c.organisation
      and s.id = c.session and s.state in ('proposed', 'booked')`.execute(work.db)
}

/** A session to which a case was brought, as facts. */
export type BroughtTo = {
  readonly session: SessionId
  readonly day: Day
  readonly state: string
  readonly supervisor: PersonId
  readonly by: PersonId
}

/** The sessions to which a case was brought, newest first. */
export async function findSessionsOfCase(work: Work, one: CaseId): Promise<readonly BroughtTo[]> {
  const found = await sql<BroughtTo>`
    select c.session, (s.starts_at at time zone 'Europe/London')::date as day, s.state, s.supervisor, c.brought_by as by
    from session_case c join supervision_session s on s.organisation = c.organisation and s.id = c.session
    where c.organisation = ${work.organisation} and c.case_id = ${one} and c.state = 'brought'
    order by s.starts_at desc`.execute(work.db)
  return found.rows
}

/** The day on which each of these cases was last brought to a session that was held. */
export async function findLastDiscussed(work: Work, cases: readonly CaseId[]): Promise<ReadonlyMap<CaseId, Day>> {
  const found = await sql<{ case: CaseId; day: Day }>`
    select c.case_id as case, max((s.starts_at at time zone 'Europe/London')::date) as day
    from session_case c join supervision_session s on s.organisation = c.organisation and s.id = c.session
    where c.organisation = ${work.organisation} and c.case_id = any(${[...cases]}::uuid[]) and c.state = 'brought'
      and s.state = 'held' and not exists (select from case_not_reached n where n.organisation = c.organisation
        and n.session = c.session and n.case_id = c.case_id)
    group by c.case_id`.execute(work.db)
  return new Map(found.rows.map((row) => [row.case, row.day]))
}
