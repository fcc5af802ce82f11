// Who is asking: one quick query for every request.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
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

/** The first person of a new organisation, who is the work's asker, and their role; the reason says how it came about. */
export async function foundPeople(work: Work, administrator: { name: string; email: string }): Promise<void> {
  await sql`insert into person (organisation, id, name, email)
    values (${work.organisation}, ${work.asker.person}, ${administrator.name}, ${administrator.email})`.execute(work.db)
  await sql`insert into role_grant (organisation, id, person, role, from_day, reason, granted_by, granted_at,
      granted_to_self)
    values (${work.organisation}, ${work.newId<'grant'>()}, ${work.asker.person}, 'administrator', ${work.today},
      'First administrator, by the one-time link', ${work.asker.person}, ${work.moment}, true)`.execute(work.db)
}
