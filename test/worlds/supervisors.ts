// Supervisors who are signed off and whose own supervision is in date: what booking asks of them, past row-level security. A
// sign-off for each quarter of these years, so that on any day of them the own supervision is not yet due. By the pages:
// src/areas/competence.
import { newId, type OrganisationId, type PersonId } from '../../src/platform/ids.ts'
import type { TestDatabase } from '../test-database.ts'

const competences = ['safeguarding-supervisor', 'child-protection-supervisor'] as const

/** Each of these people may lead every kind of supervision that their roles let them, in each of these years. */
export async function supervisorsInDate(
  database: TestDatabase,
  organisation: OrganisationId,
  people: readonly PersonId[],
  years: readonly number[] = [2026, 2027, 2096],
): Promise<void> {
  const rows = people.flatMap((person) =>
    years.flatMap((year) =>
      [1, 4, 7, 10].flatMap((month) =>
        competences.map((body) => ({
          registration: newId<'registration'>(),
          person,
          body,
          day: `${year}-${String(month).padStart(2, '0')}-01`,
        })),
      ),
    ),
  )
  await database.owner.query(
    `insert into registration (organisation, registration, person, kind, body, from_day, to_day, recorded_at, recorded_by)
     select $1, r.registration, r.person, 'competence', r.body, r.day, r.day + interval '3 months' - interval '1 day',
       r.day, r.person
     from jsonb_to_recordset($2::jsonb) as r (registration uuid, person uuid, body text, day date)`,
    [organisation, JSON.stringify(rows)],
  )
}

/** Everybody who is signed off is so from this day on, and was not before. */
export async function signedOffFrom(database: TestDatabase, organisation: OrganisationId, from: string): Promise<void> {
  const theirs = "organisation = $1 and kind = 'competence'"
  await database.owner.query(`delete from registration where ${theirs} and not $2::date between from_day and to_day`, [
    organisation,
    from,
  ])
  await database.owner.query(`update registration set from_day = $2, to_day = null where ${theirs}`, [
    organisation,
    from,
  ])
}

/** Nobody is signed off any more, for tests of what is missing. */
export async function withoutSignOffs(database: TestDatabase, organisation: OrganisationId): Promise<void> {
  await database.owner.query("delete from registration where organisation = $1 and kind = 'competence'", [organisation])
}
