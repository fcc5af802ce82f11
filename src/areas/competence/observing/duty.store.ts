// Who supervises what is observed, since when, and when they were last observed; who holds a role of the policy. Facts only.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { SessionId } from '../../supervision/index.ts'
import type { Observing, PastDue, Supervises } from './duty.ts'

/**
 * What is known of some supervisors under a pathway, as of a day: since when they supervise its kinds (their first session
 * held, or signed off before that and still) and when they were last observed. Without `people`, or with `now`: whoever supervises now, because
 * somebody has them as a supervisor, or they held or booked a session within the last year.
 */
export async function findSupervising(
  work: Work,
  observing: Observing,
  { people, on, now = false }: { people: readonly PersonId[] | null; on: Day; now?: boolean },
): Promise<readonly Supervises[]> {
  const types = sql`${[...observing.types]}::text[]`
  const whom = whomOf(people, now || people === null ? supervisingNow(work, types, on) : null)
  const found = await sql<Supervises>`select w.person, coalesce(least(
      (select min((s.starts_at at time zone 'Europe/London')::date) from supervision_session s
        where s.organisation = ${work.organisation} and s.supervisor = w.person and s.state = 'held'
          and s.type_key = any(${types})),
      (select min(r.from_day) from registration r where r.organisation = ${work.organisation} and r.person = w.person
        and r.kind = 'competence' and r.body = ${observing.gives} and r.superseded_at is null
        and r.from_day <= ${on} and (r.to_day is null or r.to_day >= ${on}))), ${on}::date) as began,
    (select max(o.seen_on) from observation o where o.organisation = ${work.organisation} and o.supervisor = w.person
      and o.pathway_key = ${observing.key} and o.seen_on <= ${on}) as "lastSeen"
    from (${whom}) w
    join person p on p.organisation = ${work.organisation} and p.id = w.person
    where p.left_on is null or p.left_on >= ${on} order by w.person`.execute(work.db)
  return found.rows
}

const whomOf = (people: readonly PersonId[] | null, supervising: ReturnType<typeof sql> | null) => {
  if (people === null) return supervising ?? sql`select null::uuid as person where false`
  const asked = sql`select unnest(${[...people]}::uuid[]) as person`
  return supervising === null ? asked : sql`${asked} intersect (${supervising})`
}

const supervisingNow = (work: Work, types: ReturnType<typeof sql>, on: Day) => sql`
  select supervisor as person from supervisory_pair where organisation = ${work.organisation} and state = 'agreed'
    and type_key = any(${types}) and from_day <= ${on} and (to_day is null or to_day >= ${on})
  union select supervisor from supervision_session where organisation = ${work.organisation}
    and type_key = any(${types}) and state in ('held', 'booked') and starts_at >= ${on}::date - interval '1 year'`

/** The sessions of a supervisor to come, and those held after a day, but the one that is planned; by their time. */
export async function findPastDue(
  work: Work,
  { supervisor, session }: { readonly supervisor: PersonId; readonly session: SessionId | null },
  { types, due }: { readonly types: readonly string[]; readonly due: Day },
): Promise<readonly PastDue[]> {
  const found = await sql<PastDue>`select (s.starts_at at time zone 'Europe/London')::date as day,
      s.state in ('proposed', 'booked') as ahead,
      exists (select from observation o where o.organisation = s.organisation and o.session = s.id) as asked
    from supervision_session s where s.organisation = ${work.organisation} and s.supervisor = ${supervisor}
      and s.type_key = any(${[...types]}::text[]) and s.id is distinct from ${session}::uuid
      and (s.state in ('proposed', 'booked') and s.starts_at > ${work.moment}
        or s.state = 'held' and (s.starts_at at time zone 'Europe/London')::date > ${due})
    order by s.starts_at`.execute(work.db)
  return found.rows
}

/** Everybody who holds one of these supervisor roles on a day. */
export async function findRoleHolders(work: Work, roles: readonly string[], on: Day): Promise<readonly PersonId[]> {
  const found = await sql<{ person: PersonId }>`select distinct person from registration
    where organisation = ${work.organisation} and kind = 'supervisor role' and body = any(${[...roles]}::text[])
      and superseded_at is null and from_day <= ${on} and (to_day is null or to_day >= ${on})
    order by person`.execute(work.db)
  return found.rows.map((row) => row.person)
}
