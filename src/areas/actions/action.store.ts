// Actions in the database: facts only. What an action says is opened through records.
import { sql } from '../../platform/database/database.ts'
import type { PersonId } from '../../platform/ids.ts'
import type { Day } from '../../platform/time/day.ts'
import type { Moment } from '../../platform/time/moment.ts'
import type { Work } from '../../platform/work.ts'
import type { ActionFacts, ActionId, ActionSource, ReportOutcome } from './action.ts'

type Row = Omit<ActionFacts, 'from'> & { fromKind: ActionSource['kind']; fromId: string }

const columns = sql`id, owner, agreed_by as "agreedBy", agreed_at as "agreedAt", from_kind as "fromKind",
  from_id as "fromId", due, state, last_report as "lastReport", last_reported_at as "lastReportedAt", version`

const fromRow = ({ fromKind, fromId, ...row }: Row): ActionFacts => ({ ...row, from: { kind: fromKind, id: fromId } })

/** Adds an action, open; `changedFrom` names the one it takes the place of. */
export async function addAction(work: Work, action: ActionFacts, changedFrom: ActionId | null): Promise<void> {
  await sql`insert into action (organisation, id, owner, agreed_by, agreed_at, from_kind, from_id, due, changed_from)
    values (${work.organisation}, ${action.id}, ${action.owner}, ${action.agreedBy}, ${action.agreedAt},
      ${action.from.kind}, ${action.from.id}, ${action.due}, ${changedFrom})`.execute(work.db)
}

/** The action of that id in this organisation, or null. */
export async function findAction(work: Work, id: ActionId): Promise<ActionFacts | null> {
  const found = await sql<Row>`select ${columns} from action
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ? fromRow(found.rows[0]) : null
}

/** Saves an action after a report; false when somebody else reported meanwhile. */
export async function saveAction(work: Work, action: ActionFacts): Promise<boolean> {
  const closed = action.state === 'open' ? null : work.moment
  const saved =
    await sql`update action set due = ${action.due}, state = ${action.state}, last_report = ${action.lastReport},
      last_reported_at = ${action.lastReportedAt}, closed_at = ${closed}, version = ${action.version}
    where organisation = ${work.organisation} and id = ${action.id} and version = ${action.version - 1}`.execute(
      work.db,
    )
  return Number(saved.numAffectedRows) === 1
}

export type StoredReport = {
  readonly version: number
  readonly outcome: ReportOutcome
  readonly by: PersonId
  readonly at: Moment
  readonly dueBefore: Day
  readonly dueAfter: Day
}

/** Keeps a report for ever, beside those before it. */
export async function addReport(work: Work, action: ActionId, report: StoredReport): Promise<void> {
  await sql`insert into action_report (organisation, id, action, version, outcome, reported_by, reported_at, due_before, due_after)
    values (${work.organisation}, ${work.newId()}, ${action}, ${report.version}, ${report.outcome}, ${report.by},
      ${report.at}, ${report.dueBefore}, ${report.dueAfter})`.execute(work.db)
}

/** What was reported on an action, first report first. */
export async function findReports(work: Work, action: ActionId): Promise<readonly StoredReport[]> {
  const found = await sql<StoredReport>`select version, outcome, reported_by as by, reported_at as at,
      due_before as "dueBefore", due_after as "dueAfter"
    from action_report where organisation = ${work.organisation} and action = ${action} order by version`.execute(
    work.db,
  )
  return found.rows
}

/** Open actions of these people, first due first. Facts only, so that figures may be made of them. SPEC 5.11, 3.3. */
export async function openActionsOf(work: Work, people: readonly PersonId[]): Promise<readonly ActionFacts[]> {
  const found = await sql<Row>`select ${columns} from action
    where organisation = ${work.organisation} and owner = any(${[...people]}::uuid[]) and state = 'open'
    order by due, agreed_at, id`.execute(work.db)
  return found.rows.map(fromRow)
}

/** A person's finished actions, latest first, at most 50. */
export async function findClosedActionsOf(work: Work, person: PersonId): Promise<readonly ActionFacts[]> {
  const found = await sql<Row>`select ${columns} from action
    where organisation = ${work.organisation} and owner = ${person} and state <> 'open'
    order by closed_at desc, id limit 50`.execute(work.db)
  return found.rows.map(fromRow)
}

/** The actions agreed in some sessions or meetings, first due first. */
export async function actionsFrom(
  work: Work,
  kind: ActionSource['kind'],
  ids: readonly string[],
): Promise<readonly ActionFacts[]> {
  const found = await sql<Row>`select ${columns} from action
    where organisation = ${work.organisation} and from_kind = ${kind} and from_id = any(${[...ids]}::uuid[])
    order by due, agreed_at, id`.execute(work.db)
  return found.rows.map(fromRow)
}
