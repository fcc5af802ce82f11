// Who is asking: one quick query for every request.
import { sql, type Transaction } from '../../../platform/database/database.ts'
import type { OrganisationId, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonDay, type Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'

/**
 * Name and roles in force today of a person of the organisation; null when there is no such person or they have left.
 * The composition's `identify`.
 */
export async function askerFor(
  work: Work,
  person: PersonId,
): Promise<{ readonly name: string; readonly roles: ReadonlySet<string> } | null> {
  const found = await sql<{ name: string; roles: string[] }>`
    select p.name, coalesce(array_agg(distinct g.role) filter (where g.role is not null), '{}') as roles
    from person p
    left join role_grant g on g.organisation = p.organisation and g.person = p.id
      and g.from_day <= ${work.today} and (g.to_day is null or g.to_day >= ${work.today})
    where p.organisation = ${work.organisation} and p.id = ${person}
      and (p.left_on is null or p.left_on >= ${work.today})
    group by p.name`.execute(work.db)
  const row = found.rows[0]
  return row ? { name: row.name, roles: new Set(row.roles) } : null
}

export type FirstAdministrator = {
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly name: string
  readonly email: string
  readonly moment: Moment
}

/** The first person of a new organisation and their role; the reason says how it came about. Runs as mcs_request. */
export async function welcomeFirstAdministrator(db: Transaction, given: FirstAdministrator): Promise<void> {
  const today: Day = londonDay(given.moment)
  await sql`insert into person (organisation, id, name, email)
    values (${given.organisation}, ${given.person}, ${given.name}, ${given.email})`.execute(db)
  await sql`insert into role_grant (organisation, id, person, role, from_day, reason, granted_by, granted_at,
      granted_to_self)
    values (${given.organisation}, gen_random_uuid(), ${given.person}, 'administrator', ${today},
      'First administrator, by the one-time link', ${given.person}, ${given.moment}, true)`.execute(db)
}
