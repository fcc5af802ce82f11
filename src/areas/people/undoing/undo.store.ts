// Taking back what an import wrote: nothing is removed. Its rows are superseded, and what they superseded comes back.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { ImportId } from '../import/import.ts'
import type { UnitId } from '../unit/unit.ts'

/** An import that was written: when, and from which day it holds. */
export type Written = { readonly id: ImportId; readonly writtenAt: Moment; readonly from: Day }

/** The people whom an import added. */
export async function findAdded(work: Work, id: ImportId): Promise<readonly PersonId[]> {
  const found = await sql<{ person: PersonId }>`select person from staff_import_before
    where organisation = ${work.organisation} and import = ${id} and was_new`.execute(work.db)
  return found.rows.map(({ person }) => person)
}

/** The units that an import made. */
export async function findMade(work: Work, { writtenAt }: Written): Promise<readonly UnitId[]> {
  const found = await sql<{ unit: UnitId }>`select distinct unit from unit_place
    where organisation = ${work.organisation} and recorded_at = ${writtenAt} and superseded_at is null`.execute(work.db)
  return found.rows.map(({ unit }) => unit)
}

/** Whether the register itself has something of these people or units that came after: roles, absences, leads, learning. */
export async function hasRegisterOf(
  work: Work,
  { writtenAt }: Written,
  of: { people: readonly PersonId[]; units: readonly UnitId[] },
): Promise<boolean> {
  const people = sql`${[...of.people]}::uuid[]`
  const found = await sql<{ has: boolean }>`select
      exists (select from role_grant where organisation = ${work.organisation} and person = any(${people}))
      or exists (select from absence where organisation = ${work.organisation} and person = any(${people}))
      or exists (select from unit_lead where organisation = ${work.organisation} and superseded_at is null
        and (person = any(${people}) or unit = any(${[...of.units]}::uuid[])))
      or exists (select from registration where organisation = ${work.organisation} and person = any(${people})
        and recorded_at > ${writtenAt} and superseded_at is null)
      or exists (select from training where organisation = ${work.organisation} and person = any(${people})
        and recorded_at > ${writtenAt} and superseded_at is null) as has`.execute(work.db)
  return found.rows[0]?.has ?? false
}

/** Posts as they were: what the import wrote is superseded, what it superseded is written again. Answers whose they are. */
export async function restorePosts(work: Work, { id, writtenAt }: Written): Promise<readonly PersonId[]> {
  const taken = await sql<{ person: PersonId }>`update post set superseded_at = ${work.moment}
    where organisation = ${work.organisation} and import = ${id} and superseded_at is null returning person`.execute(
    work.db,
  )
  await sql`insert into post (organisation, post, person, assignment, unit, staff_group, profession, band, training_stage,
      hours_per_week, kind, caseload, manager, started, from_day, to_day, recorded_at, recorded_by)
    select organisation, post, person, assignment, unit, staff_group, profession, band, training_stage, hours_per_week,
      kind, caseload, manager, started, from_day, to_day, ${work.moment}::timestamptz, ${work.asker.person}::uuid
    from post where organisation = ${work.organisation} and superseded_at = ${writtenAt}`.execute(work.db)
  return [...new Set(taken.rows.map(({ person }) => person))]
}

/**
 * Names, e-mails and last days as they were; whoever was new has left before they began, without an e-mail that somebody
 * else may need. E-mails are emptied first, so that two people get theirs back.
 */
export async function restorePersons(work: Work, { id, from }: Written): Promise<void> {
  await sql`update person p set email = null from staff_import_before b
    where b.organisation = ${work.organisation} and b.import = ${id} and p.organisation = b.organisation
      and p.id = b.person and p.email is not null`.execute(work.db)
  await sql`update person p set name = b.name, email = case when b.was_new then null else b.email end,
      left_on = case when b.was_new then ${addDays(from, -1)}::date else b.left_on end, version = p.version + 1
    from staff_import_before b
    where b.organisation = ${work.organisation} and b.import = ${id} and p.organisation = b.organisation
      and p.id = b.person`.execute(work.db)
  await sql`delete from staff_import_before where organisation = ${work.organisation} and import = ${id}`.execute(
    work.db,
  )
}

/** Units that the import made, and training and registrations that it brought, are there no longer. */
export async function supersedeRest(work: Work, { writtenAt }: Written): Promise<readonly PersonId[]> {
  const mine = sql`organisation = ${work.organisation} and recorded_at = ${writtenAt} and superseded_at is null`
  await sql`update unit_place set superseded_at = ${work.moment} where ${mine}`.execute(work.db)
  const people: PersonId[] = []
  for (const table of ['training', 'registration']) {
    const found = await sql<{ person: PersonId }>`update ${sql.table(table)} set superseded_at = ${work.moment}
      where ${mine} returning person`.execute(work.db)
    people.push(...found.rows.map(({ person }) => person))
  }
  return people
}
