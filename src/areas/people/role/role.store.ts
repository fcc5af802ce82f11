// Role grants in the database. A grant is ended, never removed.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { Role, RoleGrant, RoleGrantId } from './role.ts'

const columns = sql`id, person, role, from_day as "from", to_day as "to", reason, granted_by as "grantedBy",
  granted_at as "grantedAt", granted_to_self as "grantedToSelf", ended_by as "endedBy", ended_at as "endedAt"`

/** Every grant there ever was, the latest first. */
export async function findGrants(work: Work, person: PersonId | null = null): Promise<readonly RoleGrant[]> {
  const whose = person === null ? sql`true` : sql`person = ${person}`
  const found = await sql<RoleGrant>`select ${columns} from role_grant
    where organisation = ${work.organisation} and ${whose} order by granted_at desc, role`.execute(work.db)
  return found.rows
}

/** The granted roles of a person on a day. */
export async function rolesOn(work: Work, person: PersonId, day: Day): Promise<ReadonlySet<Role>> {
  return (await rolesOfPeople(work, [person], day)).get(person) ?? new Set()
}

/** Granted roles on a day by person; of everybody when `people` is null. People without a role are left out. */
export async function rolesOfPeople(
  work: Work,
  people: readonly PersonId[] | null,
  day: Day,
): Promise<ReadonlyMap<PersonId, ReadonlySet<Role>>> {
  const whose = people === null ? sql`true` : sql`person = any(${people}::uuid[])`
  const found = await sql<{ person: PersonId; roles: Role[] }>`select person, array_agg(distinct role) as roles
    from role_grant where organisation = ${work.organisation} and ${whose} and from_day <= ${day}
      and (to_day is null or to_day >= ${day}) group by person`.execute(work.db)
  return new Map(found.rows.map((row) => [row.person, new Set(row.roles)]))
}

/** Everybody to whom a role is granted on a day. */
export async function peopleWithRole(work: Work, role: Role, day: Day): Promise<readonly PersonId[]> {
  const found = await sql<{ person: PersonId }>`select distinct person from role_grant
    where organisation = ${work.organisation} and role = ${role} and from_day <= ${day}
      and (to_day is null or to_day >= ${day})`.execute(work.db)
  return found.rows.map(({ person }) => person)
}

export async function insertGrant(
  work: Work,
  grant: Pick<RoleGrant, 'id' | 'person' | 'role' | 'from' | 'to' | 'reason' | 'grantedToSelf'>,
): Promise<void> {
  await sql`insert into role_grant (organisation, id, person, role, from_day, to_day, reason, granted_by, granted_at,
      granted_to_self)
    values (${work.organisation}, ${grant.id}, ${grant.person}, ${grant.role}, ${grant.from}, ${grant.to},
      ${grant.reason}, ${work.asker.person}, ${work.moment}, ${grant.grantedToSelf})`.execute(work.db)
}

/** Ends a grant at once: it holds no longer today. */
export async function updateEnded(work: Work, id: RoleGrantId, reason: string): Promise<void> {
  await sql`update role_grant set to_day = ${addDays(work.today, -1)}, ended_by = ${work.asker.person},
      ended_at = ${work.moment}, end_reason = ${reason}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}

/** One grant at a time in an organisation, so that two administrators cannot end each other's role at one moment. */
export async function lockGrants(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roles ${work.organisation}`}, 0))`.execute(work.db)
}
