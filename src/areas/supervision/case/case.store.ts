// Cases in the database: who holds them and how they stand. What they are about is sealed.
import { type RawBuilder, sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { CaseFacts, CaseId } from './case.ts'

const columns = sql`id, holder, details, state, opened_on as "openedOn", closed_on as "closedOn",
  meets_criterion as "meetsCriterion", version, save, saved_at as "savedAt"`

/** The facts of a case of this organisation, or null. */
export async function findCase(work: Work, id: CaseId): Promise<CaseFacts | null> {
  const found = await sql<CaseFacts>`select ${columns} from supervision_case
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The same, and everybody else who changes it waits until this work is done. */
export async function lockCase(work: Work, id: CaseId): Promise<CaseFacts | null> {
  const found = await sql<CaseFacts>`select ${columns} from supervision_case
    where organisation = ${work.organisation} and id = ${id} for update`.execute(work.db)
  return found.rows[0] ?? null
}

/** The cases a person holds: open ones first, the newest first. */
export async function findCasesOf(work: Work, holder: PersonId): Promise<readonly CaseFacts[]> {
  const found = await sql<CaseFacts>`select ${columns} from supervision_case
    where organisation = ${work.organisation} and holder = ${holder}
    order by state = 'closed', coalesce(closed_on, opened_on) desc, id`.execute(work.db)
  return found.rows
}

/** The open cases of these people that planned case work should come to. */
export async function findCasesToCome(work: Work, holders: readonly PersonId[]): Promise<readonly CaseFacts[]> {
  const found = await sql<CaseFacts>`select ${columns} from supervision_case
    where organisation = ${work.organisation} and holder = any(${[...holders]}::uuid[]) and state = 'open'
      and meets_criterion
    order by holder, opened_on desc, id`.execute(work.db)
  return found.rows
}

/** The facts of many cases, in no order. */
export async function findCases(work: Work, ids: readonly CaseId[]): Promise<readonly CaseFacts[]> {
  const found = await sql<CaseFacts>`select ${columns} from supervision_case
    where organisation = ${work.organisation} and id = any(${[...ids]}::uuid[])`.execute(work.db)
  return found.rows
}

/** Adds a case that was not there. */
export async function insertCase(work: Work, facts: CaseFacts): Promise<void> {
  await sql`insert into supervision_case (organisation, id, holder, details, state, opened_on, meets_criterion, version, save,
      saved_at)
    values (${work.organisation}, ${facts.id}, ${facts.holder}, ${facts.details}, ${facts.state},
      ${facts.openedOn}, ${facts.meetsCriterion}, ${facts.version}, ${facts.save}, ${facts.savedAt})`.execute(work.db)
}

/** Saves a case as it now is; false when another save came first. */
export async function updateCase(work: Work, facts: CaseFacts): Promise<boolean> {
  const saved =
    await sql`update supervision_case set holder = ${facts.holder}, details = ${facts.details}, state = ${facts.state},
      closed_on = ${facts.closedOn}, meets_criterion = ${facts.meetsCriterion},
      version = ${facts.version}, save = ${facts.save}, saved_at = ${facts.savedAt}
    where organisation = ${work.organisation} and id = ${facts.id} and save = ${facts.save - 1}`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}

/** Whether a person holds a case or is offered one; a part of a `select`. */
export const holdsACase = (work: Work, person: PersonId): RawBuilder<boolean> =>
  sql<boolean>`(exists (select from supervision_case where organisation = ${work.organisation} and holder = ${person})
    or exists (select from case_handover where organisation = ${work.organisation} and to_person = ${person}
      and state = 'offered'))`

/** In which kinds of supervision a person has been or will be supervised; a part of a `select`. */
export const typesMet = (work: Work, person: PersonId): RawBuilder<readonly string[]> =>
  sql<readonly string[]>`array(select distinct s.type_key from session_supervisee p
    join supervision_session s on s.organisation = p.organisation and s.id = p.session
    where p.organisation = ${work.organisation} and p.person = ${person} and s.state in ('proposed', 'booked', 'held'))`
