// The file beside the register: what each good row would do. One comparison, used for counting, for listing and for
// importing, so that what was shown is what is done.
import { type RawBuilder, sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { StaffField } from '../staff-file/columns.ts'
import type { UnitId } from '../unit/unit.ts'
import type { ImportChoices, ImportId, OutcomeRow } from './import.ts'

/** A team as the file names it, and the unit it is; null while there is none. */
export type KnownPath = { readonly path: string; readonly unit: UnitId | null }

export type Comparison = {
  readonly id: ImportId
  readonly choices: ImportChoices
  readonly paths: readonly KnownPath[]
}

type Sql = RawBuilder<unknown>

/** Whether the file has a column for a field; a field it does not have stays as it is in the register. */
export function fileHas(choices: ImportChoices, field: StaffField): boolean {
  const { mapping } = choices
  if (field === 'name') return mapping.name !== undefined || mapping.lastName !== undefined
  if (field === 'unit') return Object.keys(mapping).some((key) => key.startsWith('unit'))
  return mapping[field] !== undefined
}

/**
 * Common table expressions up to `compared`: one line for each good row, with what is (`c_…`), what is wanted (`w_…`),
 * the day from which it holds (`d`) and the outcome: added, changed, left, unchanged.
 */
export const compared = (work: Work, comparison: Comparison): Sql =>
  sql`${beside(work, comparison)}, ${judged(comparison.choices.from)}, ${decided(work, comparison.choices)}`

/** Each good row beside the person, the latest stretch and the unit it is about. */
function beside(work: Work, { id, choices, paths }: Comparison): Sql {
  const wanted = (field: StaffField, theirs: Sql, ours: Sql) => (fileHas(choices, field) ? theirs : ours)
  const from = sql`${choices.from}::date`
  return sql`
    paths as materialized (select * from jsonb_to_recordset(${JSON.stringify(paths)}::jsonb) as p (path text, unit uuid)),
    latest as (select distinct on (s.person, s.assignment) s.* from post s
      where s.organisation = ${work.organisation} and s.superseded_at is null
      order by s.person, s.assignment, s.from_day desc, s.number desc),
    beside as (
      select r.line, r.staff_number, r.assignment, r.name, r.has_left, r.ended, r.started, r.notes, r.unit_path,
        r.manager_number, r.training_level, r.training_day, r.registration,
        p.id as person, p.name as c_name, p.email as c_email, p.left_on,
        c.number, c.post, c.unit as c_unit, c.staff_group as c_staff_group, c.profession as c_profession,
        c.band as c_band, c.training_stage as c_training_stage, c.hours_per_week as c_hours_per_week, c.kind as c_kind,
        c.caseload as c_caseload, c.manager as c_manager, c.started as c_started, c.from_day, c.to_day,
        cm.staff_number as c_manager_number,
        ${wanted('email', sql`r.email`, sql`p.email`)} as w_email,
        ${wanted('unit', sql`u.unit`, sql`c.unit`)} as w_unit,
        ${wanted('staffGroup', sql`r.staff_group`, sql`c.staff_group`)} as w_staff_group,
        ${wanted('profession', sql`r.profession`, sql`c.profession`)} as w_profession,
        ${wanted('band', sql`r.band`, sql`c.band`)} as w_band,
        ${wanted('trainingStage', sql`r.training_stage`, sql`c.training_stage`)} as w_training_stage,
        ${wanted('hoursPerWeek', sql`r.hours_per_week`, sql`c.hours_per_week`)} as w_hours_per_week,
        coalesce(r.kind, c.kind, 'permanent') as w_kind,
        ${wanted('caseload', sql`r.caseload`, sql`c.caseload`)} as w_caseload,
        ${wanted('managerNumber', sql`r.manager_number`, sql`cm.staff_number`)} as w_manager_number,
        case when r.manager_number is not distinct from cm.staff_number
          then c.manager else ${wanted('managerNumber', sql`m.id`, sql`c.manager`)} end as w_manager,
        ${notBefore(sql`case when r.has_left then least(coalesce(r.ended, c.to_day, ${from}), ${from})
          else ${wanted('ended', sql`r.ended`, sql`case when c.to_day >= ${from} then c.to_day end`)} end`)} as w_to
      from staff_import_row r
      left join person p on p.organisation = ${work.organisation} and p.staff_number = r.staff_number
      left join latest c on c.person = p.id and c.assignment = r.assignment
      left join person cm on cm.organisation = ${work.organisation} and cm.id = c.manager
      left join person m on m.organisation = ${work.organisation} and m.staff_number = r.manager_number
      left join paths u on u.path = r.unit_path
      where r.organisation = ${work.organisation} and r.import = ${id} and r.faults is null)`
}

/** What is otherwise than in the register. */
const judged = (day: Day): Sql => {
  const from = sql`${day}::date`
  return sql`judged as (
      select b.*,
        (has_left or coalesce(ended <= ${from}, false)) as leaving,
        (number is not null and coalesce(to_day < ${from}, false) and not has_left and (w_to is null or w_to >= ${from})) as back,
        (w_unit, w_staff_group, w_profession, w_band, w_training_stage, w_hours_per_week, w_kind, w_caseload,
            w_manager_number)
          is distinct from (c_unit, c_staff_group, c_profession, c_band, c_training_stage, c_hours_per_week, c_kind,
            c_caseload, c_manager_number)
          or (unit_path is not null and w_unit is null) as differs,
        (number is not null and started is distinct from c_started and started is not null) as began_otherwise,
        (number is not null and w_to is distinct from to_day) as ends_otherwise
      from beside b)`
}

/** The day from which a row holds, and its outcome. */
function decided(work: Work, choices: ImportChoices): Sql {
  const from = sql`${choices.from}::date`
  return sql`compared as (
      select j.*,
        case when number is null then coalesce(started, least(${from}, coalesce(w_to, ${from})))
          when back and started > to_day then started
          when back then greatest(${from}, to_day + 1)
          when started > from_day then started
          else greatest(${from}, from_day) end as d,
        case when number is null and leaving then 'unchanged'
          when person is null then 'added'
          when number is null or back then 'changed'
          when leaving then case when ends_otherwise then 'left' else 'unchanged' end
          when differs or ends_otherwise or began_otherwise or name <> c_name or w_email is distinct from c_email
            ${learned(work, choices)} then 'changed'
          else 'unchanged' end as outcome
      from judged j)`
}

// A post cannot end before the stretch that is known to have begun: that one then has a single day.
const notBefore = (day: Sql): Sql =>
  sql`(case when ${day} is not null then greatest(${day}, coalesce(c.from_day, ${day})) end)`

/** A training level or a registration that the register does not have yet. */
function learned(work: Work, choices: ImportChoices): Sql {
  const training = sql`or (j.training_level is not null and not exists (select from training t
    where t.organisation = ${work.organisation} and t.person = j.person and t.superseded_at is null
      and t.level = j.training_level and t.on_day = coalesce(j.training_day, t.on_day)))`
  const registration = sql`or (j.registration is not null and not exists (select from registration g
    where g.organisation = ${work.organisation} and g.person = j.person and g.superseded_at is null
      and g.body = j.registration and g.to_day is null))`
  return sql`${fileHas(choices, 'trainingLevel') ? training : sql``}
    ${fileHas(choices, 'registration') ? registration : sql``}`
}

/** Posts of people with a staff number that the file does not have any more, still open on the day. */
export function missing(work: Work, { id, choices }: Comparison): Sql {
  const byAssignment = fileHas(choices, 'assignment') ? sql`and r.assignment = s.assignment` : sql``
  return sql`
    missing as (select s.* from post s
      join person p on p.organisation = s.organisation and p.id = s.person and p.staff_number is not null
      where s.organisation = ${work.organisation} and ${choices.missingHaveLeft} and s.superseded_at is null
        and s.from_day <= ${choices.from} and (s.to_day is null or s.to_day > ${choices.from})
        and not exists (select from staff_import_row r where r.organisation = ${work.organisation}
          and r.import = ${id} and r.staff_number = p.staff_number ${byAssignment}))`
}

export type CountedOutcomes = Readonly<
  Record<'rows' | 'added' | 'changed' | 'left' | 'missing' | 'unchanged' | 'refused' | 'noted', number>
>

export async function countOutcomes(work: Work, comparison: Comparison): Promise<CountedOutcomes> {
  const { id } = comparison
  const found = await sql<CountedOutcomes>`with ${compared(work, comparison)}, ${missing(work, comparison)}
    select counted.*, refused.*, (select count(distinct person)::int from missing) as missing
    from (select count(*) filter (where outcome = 'added')::int as added,
        count(*) filter (where outcome = 'changed')::int as changed,
        count(*) filter (where outcome = 'left')::int as left,
        count(*) filter (where outcome = 'unchanged')::int as unchanged,
        count(notes)::int as noted from compared) counted,
      (select count(*)::int as rows, count(faults)::int as refused from staff_import_row r
        where r.organisation = ${work.organisation} and r.import = ${id}) refused`.execute(work.db)
  const counts = found.rows[0]
  if (!counts) throw new Error('A count always has one row')
  return counts
}

/** A text that changes with every change of the register: when it is the same, so is the comparison. */
export async function findRegisterMark(work: Work): Promise<string> {
  const found = await sql<{ mark: string }>`select concat_ws(' ',
      (select concat_ws(' ', count(*), sum(version)) from person where organisation = ${work.organisation}),
      (select concat_ws(' ', max(number), count(*) filter (where superseded_at is null)) from post
        where organisation = ${work.organisation}),
      (select concat_ws(' ', max(number), count(*) filter (where superseded_at is null)) from unit_place
        where organisation = ${work.organisation})) as mark`.execute(work.db)
  return found.rows[0]?.mark ?? ''
}

/** The rows of one outcome, by their line. */
export async function findOutcomes(
  work: Work,
  comparison: Comparison,
  outcome: 'added' | 'changed' | 'left',
  page: { most: number; skip: number },
): Promise<readonly OutcomeRow[]> {
  const found = await sql<OutcomeRow>`with ${compared(work, comparison)}, units as (
      select unit, name from unit_place where organisation = ${work.organisation} and superseded_at is null
        and from_day <= ${comparison.choices.from} and (to_day is null or to_day >= ${comparison.choices.from}))
    select line, staff_number as "staffNumber", coalesce(k.name, '') as name, person, notes, d as "from", w_to as "to",
      back,
      jsonb_build_object('Name', c_name, 'Work e-mail', c_email, 'Team', cu.name, 'Staff group', c_staff_group,
        'Profession or role', c_profession, 'Band or grade', c_band, 'Training stage', c_training_stage,
        'Hours a week', c_hours_per_week::float8::text, 'Kind of post', c_kind,
        'Carries a caseload', case c_caseload when true then 'Yes' when false then 'No' end,
        'Line manager', c_manager_number, 'Start date', c_started::text, 'Last day', to_day::text) as before,
      jsonb_build_object('Name', k.name, 'Work e-mail', w_email, 'Team', coalesce(wu.name, unit_path),
        'Staff group', w_staff_group, 'Profession or role', w_profession, 'Band or grade', w_band,
        'Training stage', w_training_stage, 'Hours a week', w_hours_per_week::float8::text, 'Kind of post', w_kind,
        'Carries a caseload', case w_caseload when true then 'Yes' when false then 'No' end,
        'Line manager', w_manager_number, 'Start date', coalesce(started, c_started, d)::text,
        'Last day', w_to::text) as after
    from compared k left join units cu on cu.unit = c_unit left join units wu on wu.unit = w_unit
    where outcome = ${outcome} order by line limit ${page.most} offset ${page.skip}`.execute(work.db)
  return found.rows
}

/** People who leave because the file does not have them any more. */
export async function findMissing(
  work: Work,
  comparison: Comparison,
  page: { most: number; skip: number },
): Promise<readonly { person: PersonId; name: string; staffNumber: string | null }[]> {
  const found = await sql<{ person: PersonId; name: string; staffNumber: string | null }>`
    with ${missing(work, comparison)}
    select p.id as person, p.name, p.staff_number as "staffNumber" from person p
    where p.organisation = ${work.organisation} and p.id in (select person from missing)
    order by lower(p.name), p.id limit ${page.most} offset ${page.skip}`.execute(work.db)
  return found.rows
}
