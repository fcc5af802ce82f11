// The rows of a file while it is an import: written as they are read, and judged together when all are in.
import { type RawBuilder, sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { ManagerEdge } from '../staff-file/circles.ts'
import type { StaffRow } from '../staff-file/staff-row.ts'
import type { ImportId } from './import.ts'

/** A large import may take longer than a page; nested loops over 100,000 rows would be the planner's bad guess. */
export async function allowTime(work: Work): Promise<void> {
  await sql`select set_config('statement_timeout', '120s', true), set_config('work_mem', '64MB', true),
    set_config('enable_nestloop', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(
    work.db,
  )
}

export async function deleteRows(work: Work, id: ImportId): Promise<void> {
  await sql`delete from staff_import_row where organisation = ${work.organisation} and import = ${id}`.execute(work.db)
}

export async function countRows(work: Work, id: ImportId): Promise<number> {
  const found = await sql<{ rows: number }>`select count(*)::int as rows from staff_import_row
    where organisation = ${work.organisation} and import = ${id}`.execute(work.db)
  return found.rows[0]?.rows ?? 0
}

/** Writes rows as they were read: one statement for thousands of them. */
export async function insertRows(work: Work, id: ImportId, rows: readonly StaffRow[]): Promise<void> {
  if (rows.length === 0) return
  const all = <K extends keyof StaffRow>(key: K) => rows.map((row) => row[key])
  const faults = rows.map((row) => (row.faults === null ? null : row.faults.join('\n')))
  await sql`insert into staff_import_row (organisation, import, line, staff_number, assignment, name, email, unit_path,
      staff_group, profession, band, training_stage, hours_per_week, kind, caseload, manager_number, started, ended,
      has_left, registration, training_level, training_day, faults)
    select ${work.organisation}::uuid, ${id}::uuid, r.*
    from unnest(${all('line')}::int[], ${all('staffNumber')}::text[], ${all('assignment')}::text[],
      ${all('name')}::text[], ${all('email')}::text[], ${all('unitPath')}::text[], ${all('staffGroup')}::text[],
      ${all('profession')}::text[], ${all('band')}::text[], ${all('trainingStage')}::text[],
      ${all('hoursPerWeek')}::numeric[], ${all('kind')}::text[], ${all('caseload')}::boolean[],
      ${all('managerNumber')}::text[], ${all('started')}::date[], ${all('ended')}::date[], ${all('hasLeft')}::boolean[],
      ${all('registration')}::text[], ${all('trainingLevel')}::text[], ${all('trainingDay')}::date[],
      ${faults}::text[]) as r`.execute(work.db)
}

const mine = (work: Work, id: ImportId) => sql`r.organisation = ${work.organisation} and r.import = ${id}`
const refuse = (reason: RawBuilder<unknown>) => sql`set faults = concat_ws(E'\\n', r.faults, ${reason})`

/** Refuses rows of the same staff number (and assignment), each naming the lines. */
export async function refuseTwins(work: Work, id: ImportId): Promise<void> {
  await sql`update staff_import_row r
    ${refuse(sql`'staffNumber|Staff number ' || r.staff_number || ' is on lines ' || twins.lines || '. Leave one.'`)}
    from (select staff_number, assignment, array_to_string((array_agg(line order by line))[1:5], ', ')
        || case when count(*) > 5 then ' and more' else '' end as lines
      from staff_import_row r where ${mine(work, id)} and staff_number is not null
      group by 1, 2 having count(*) > 1) twins
    where ${mine(work, id)} and r.staff_number = twins.staff_number and r.assignment = twins.assignment`.execute(
    work.db,
  )
}

/** Refuses rows whose e-mail is another row's, or that of somebody in the register whom the file does not change. */
export async function refuseTakenEmails(work: Work, id: ImportId): Promise<void> {
  await sql`update staff_import_row r
    ${refuse(sql`'email|' || r.email || ' is also on line ' || twins.first || ' for another person.'`)}
    from (select lower(email) as email, min(line) as first
      from staff_import_row r where ${mine(work, id)} and email is not null
      group by 1 having count(distinct staff_number) > 1) twins
    where ${mine(work, id)} and lower(r.email) = twins.email and r.line <> twins.first`.execute(work.db)
  await sql`update staff_import_row r
    ${refuse(sql`'email|' || r.email || ' is already the address of ' || p.name || '.'`)}
    from person p
    where ${mine(work, id)} and p.organisation = r.organisation and lower(p.email) = lower(r.email)
      and p.staff_number is distinct from r.staff_number
      and not exists (select from staff_import_row o where o.organisation = r.organisation and o.import = r.import
        and o.staff_number = p.staff_number and o.faults is null and o.email is not null
        and lower(o.email) <> lower(p.email))`.execute(work.db)
}

/** Refuses rows whose line manager neither the file nor the register knows. */
export async function refuseUnknownManagers(work: Work, id: ImportId): Promise<void> {
  await sql`update staff_import_row r
    ${refuse(sql`'managerNumber|The line manager ' || r.manager_number || ' is neither in this file nor in the register.'`)}
    from (select distinct manager_number from staff_import_row r where ${mine(work, id)} and manager_number is not null
        and not exists (select from staff_import_row o where o.organisation = r.organisation and o.import = r.import
          and o.staff_number = r.manager_number)
        and not exists (select from person p where p.organisation = r.organisation
          and p.staff_number = r.manager_number)) unknown
    where ${mine(work, id)} and r.manager_number = unknown.manager_number`.execute(work.db)
}

/** Who would be managed by whom, by staff number: only people who manage somebody can stand in a circle. */
export async function findManagerEdges(work: Work, id: ImportId): Promise<readonly ManagerEdge[]> {
  const found = await sql<ManagerEdge>`
    with edges as materialized (
      select r.staff_number as person, r.manager_number as manager from staff_import_row r
      where ${mine(work, id)} and r.faults is null and r.manager_number is not null
      union
      select p.staff_number, m.staff_number from post s
      join person p on p.organisation = s.organisation and p.id = s.person
      join person m on m.organisation = s.organisation and m.id = s.manager
      where s.organisation = ${work.organisation} and s.superseded_at is null and s.to_day is null
        and p.staff_number is not null and m.staff_number is not null
        and not exists (select from staff_import_row r where ${mine(work, id)} and r.faults is null
          and r.staff_number = p.staff_number))
    select person, manager from edges where person in (select manager from edges)
    order by person, manager`.execute(work.db)
  return found.rows
}

/** The names of some staff numbers, from the file or the register. */
export async function findNames(work: Work, id: ImportId, numbers: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ number: string; name: string }>`
    select staff_number as number, name from person
      where organisation = ${work.organisation} and staff_number = any(${numbers}::text[])
    union all
    select r.staff_number, r.name from staff_import_row r
      where ${mine(work, id)} and r.name is not null and r.staff_number = any(${numbers}::text[])`.execute(work.db)
  return new Map(found.rows.map(({ number, name }) => [number, name]))
}

/** Refuses the rows of people who stand in a circle; `sentence` names it. */
export async function refuseCircle(
  work: Work,
  id: ImportId,
  numbers: readonly string[],
  sentence: string,
): Promise<void> {
  await sql`update staff_import_row r ${refuse(sql`${`managerNumber|${sentence}`}::text`)}
    where ${mine(work, id)} and r.faults is null and r.staff_number = any(${numbers}::text[])`.execute(work.db)
}

/** Rows whose line manager's own row is refused, and who is not in the register yet, come in without one; a note says so. */
export async function noteManagersRefused(work: Work, id: ImportId): Promise<void> {
  await sql`update staff_import_row r set manager_number = null,
      notes = 'managerNumber|Comes in without a line manager: the line of ' || r.manager_number || ' is refused.'
    from (select distinct manager_number from staff_import_row r where ${mine(work, id)} and manager_number is not null
        and r.faults is null
        and not exists (select from staff_import_row o where o.organisation = r.organisation and o.import = r.import
          and o.staff_number = r.manager_number and o.faults is null)
        and not exists (select from person p where p.organisation = r.organisation
          and p.staff_number = r.manager_number)) refused
    where ${mine(work, id)} and r.faults is null and r.manager_number = refused.manager_number`.execute(work.db)
}

/** The ways down to teams that the good rows name. */
export async function findUnitPaths(work: Work, id: ImportId): Promise<readonly string[]> {
  const found = await sql<{ path: string }>`select distinct unit_path as path from staff_import_row r
    where ${mine(work, id)} and r.faults is null and unit_path is not null order by 1`.execute(work.db)
  return found.rows.map(({ path }) => path)
}
