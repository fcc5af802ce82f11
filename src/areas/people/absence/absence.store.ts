// Absences as known now or at a past moment; a change supersedes, nothing is written over.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { Absence, AbsenceId } from './absence.ts'

/** A person's absences as known now, by first day. */
export const absencesOf = (work: Work, person: PersonId): Promise<readonly Absence[]> =>
  absencesOfPeople(work, [person])

/** Absences of many people, by person and first day; `null` for everybody. */
export async function absencesOfPeople(
  work: Work,
  people: readonly PersonId[] | null,
  known: Moment | null = null,
): Promise<readonly Absence[]> {
  const knownThen =
    known === null
      ? sql`superseded_at is null`
      : sql`recorded_at <= ${known} and (superseded_at is null or superseded_at > ${known})`
  const whose = people === null ? sql`true` : sql`person = any(${people}::uuid[])`
  const found = await sql<Absence>`select absence, person, kind, from_day as "from", to_day as "to",
      approved_by as "approvedBy"
    from absence where organisation = ${work.organisation} and ${knownThen} and ${whose}
    order by person, from_day, number`.execute(work.db)
  return found.rows
}

export async function insertAbsence(work: Work, absence: Absence): Promise<void> {
  await sql`insert into absence (organisation, absence, person, kind, from_day, to_day, approved_by, recorded_at,
      recorded_by)
    values (${work.organisation}, ${absence.absence}, ${absence.person}, ${absence.kind}, ${absence.from},
      ${absence.to}, ${absence.approvedBy}, ${work.moment}, ${work.asker.person})`.execute(work.db)
}

export async function supersedeAbsence(work: Work, absence: AbsenceId): Promise<void> {
  await sql`update absence set superseded_at = ${work.moment} where organisation = ${work.organisation}
    and absence = ${absence} and superseded_at is null`.execute(work.db)
}
