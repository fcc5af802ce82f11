// The changes of a checked import, written: all of them in one transaction, or none. The register's own rule holds:
// a stretch of a post is superseded, never written over.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { type Comparison, compared, fileHas, missing } from './compare.store.ts'

/** One import at a time in an organisation. */
export async function lockRegister(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`register ${work.organisation}`}, 0))`.execute(work.db)
}

export async function insertNewPersons(work: Work, { id, choices }: Comparison): Promise<void> {
  await sql`insert into person (organisation, id, staff_number, name, email)
    select ${work.organisation}::uuid, gen_random_uuid(), staff_number, name, email
    from (select distinct on (r.staff_number) r.staff_number, r.name, r.email from staff_import_row r
      where r.organisation = ${work.organisation} and r.import = ${id} and r.faults is null and not r.has_left
        and (r.ended is null or r.ended > ${choices.from})
        and not exists (select from person p
          where p.organisation = ${work.organisation} and p.staff_number = r.staff_number)
      order by r.staff_number, r.line) fresh`.execute(work.db)
}

/** New names and e-mails. E-mails are emptied first, so that two people can exchange theirs. */
export async function correctPersons(work: Work, comparison: Comparison): Promise<void> {
  const { id, choices } = comparison
  const email = fileHas(choices, 'email') ? sql`fresh.email` : sql`p.email`
  const fresh = sql`(select distinct on (r.staff_number) r.staff_number, r.name, r.email from staff_import_row r
    where r.organisation = ${work.organisation} and r.import = ${id} and r.faults is null and not r.has_left
      and (r.ended is null or r.ended > ${choices.from})
    order by r.staff_number, r.line) fresh`
  if (fileHas(choices, 'email')) {
    await sql`update person p set email = null from ${fresh} where p.organisation = ${work.organisation}
      and p.staff_number = fresh.staff_number and lower(p.email) is distinct from lower(fresh.email)
      and p.email is not null`.execute(work.db)
  }
  await sql`update person p set name = fresh.name, email = ${email}, version = version + 1
    from ${fresh} where p.organisation = ${work.organisation} and p.staff_number = fresh.staff_number
      and (p.name <> fresh.name or p.email is distinct from ${email})`.execute(work.db)
}

const stretchColumns = sql`organisation, post, person, assignment, unit, staff_group, profession, band, training_stage,
  hours_per_week, kind, caseload, manager, started, from_day, to_day, import, recorded_at, recorded_by`

/**
 * Posts as the file says. A row makes at most two stretches: the one until the day before the change, with what was,
 * and the one from it, with what is wanted. Somebody who ends before the change keeps what was until then.
 */
export async function writePosts(work: Work, comparison: Comparison): Promise<void> {
  await sql`with ${compared(work, comparison)}, planned as (
      select k.*, (number is not null and not back) as replaces,
        (number is not null and not back and coalesce(w_to < d, false)) as only_ends,
        (number is not null and not back and differs and d > from_day and coalesce(w_to >= d, true)) as splits
      from compared k where outcome <> 'unchanged'
        and (number is null or back or differs or began_otherwise or ends_otherwise)),
    superseded as (update post set superseded_at = ${work.moment}
      where organisation = ${work.organisation}
        and number in (select number from planned where replaces) returning number)
    insert into post (${stretchColumns})
    select ${work.organisation}::uuid, post, person, assignment, c_unit, c_staff_group, c_profession, c_band,
      c_training_stage, c_hours_per_week, c_kind, c_caseload, c_manager, c_started, from_day,
      case when only_ends then w_to else d - 1 end, ${comparison.id}::uuid, ${work.moment}::timestamptz,
      ${work.asker.person}::uuid
    from planned where only_ends or splits
    union all
    select ${work.organisation}::uuid, coalesce(post, gen_random_uuid()), person, assignment, w_unit, w_staff_group,
      w_profession, w_band, w_training_stage, w_hours_per_week, w_kind, w_caseload, w_manager,
      coalesce(started, c_started, d),
      case when number is null or back or splits then d
        when c_started = from_day and started is not null then started else from_day end,
      w_to, ${comparison.id}::uuid, ${work.moment}::timestamptz, ${work.asker.person}::uuid
    from planned where not only_ends`.execute(work.db)
}

/** Ends the posts of people whom the file does not have any more. */
export async function endMissing(work: Work, comparison: Comparison): Promise<void> {
  await sql`with ${missing(work, comparison)},
    superseded as (update post set superseded_at = ${work.moment}
      where organisation = ${work.organisation} and number in (select number from missing))
    insert into post (${stretchColumns})
    select organisation, post, person, assignment, unit, staff_group, profession, band, training_stage, hours_per_week,
      kind, caseload, manager, started, from_day, ${comparison.choices.from}::date, ${comparison.id}::uuid,
      ${work.moment}::timestamptz, ${work.asker.person}::uuid
    from missing`.execute(work.db)
}

/** The last day of everybody whose posts this import wrote: the last of their posts' last days, if all have one. */
export async function updateLeavers(work: Work, comparison: Comparison): Promise<void> {
  await sql`update person p set left_on = last.day, version = version + 1
    from (select s.person, case when bool_and(s.to_day is not null) then max(s.to_day) end as day from post s
      where s.organisation = ${work.organisation} and s.superseded_at is null group by s.person) last
    where p.organisation = ${work.organisation} and p.id = last.person and p.left_on is distinct from last.day
      and exists (select from post t where t.organisation = ${work.organisation} and t.person = p.id
        and t.import = ${comparison.id})`.execute(work.db)
}

/** Training levels and registrations that the register does not have yet. */
export async function writeLearning(work: Work, comparison: Comparison): Promise<void> {
  const { id, choices } = comparison
  const good = sql`staff_import_row r join person p on p.organisation = r.organisation
      and p.staff_number = r.staff_number
    where r.organisation = ${work.organisation} and r.import = ${id} and r.faults is null`
  if (fileHas(choices, 'trainingLevel')) {
    await sql`insert into training (organisation, person, subject, level, on_day, recorded_at, recorded_by)
      select distinct r.organisation, p.id, 'safeguarding', r.training_level, coalesce(r.training_day, ${choices.from}),
        ${work.moment}::timestamptz, ${work.asker.person}::uuid
      from ${good} and r.training_level is not null and not exists (select from training t
        where t.organisation = r.organisation and t.person = p.id and t.superseded_at is null
          and t.level = r.training_level and t.on_day = coalesce(r.training_day, t.on_day))`.execute(work.db)
  }
  if (!fileHas(choices, 'registration')) return
  await sql`insert into registration (organisation, registration, person, kind, body, from_day, recorded_at,
      recorded_by)
    select organisation, gen_random_uuid(), id, 'registration', body, ${choices.from}, ${work.moment}::timestamptz,
      ${work.asker.person}::uuid
    from (select distinct r.organisation, p.id, r.registration as body from ${good} and r.registration is not null
      and not exists (select from registration g where g.organisation = r.organisation and g.person = p.id
        and g.superseded_at is null and g.body = r.registration and g.to_day is null)) fresh`.execute(work.db)
}

/** Everybody of whom this import wrote something that figures rest on. */
export async function findTouched(work: Work, comparison: Comparison): Promise<readonly PersonId[]> {
  const found = await sql<{ person: PersonId }>`
    select person from post where organisation = ${work.organisation} and import = ${comparison.id}
    union select person from training where organisation = ${work.organisation} and recorded_at = ${work.moment}
    union select person from registration where organisation = ${work.organisation} and recorded_at = ${work.moment}
    `.execute(work.db)
  return found.rows.map(({ person }) => person)
}
