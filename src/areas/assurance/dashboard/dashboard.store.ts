// What dashboards count, read as at a day. People are counted in the unit and staff group of the post in which they work
// most hours on that day. Tables without content columns only.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { UnitId } from '../../people/index.ts'
import type { PlacedStanding, Tally, TrendPoint } from './coverage.ts'

export type Scope = { readonly units?: readonly UnitId[]; readonly people?: readonly PersonId[] }

/** Everybody's standings on a day, or those of some units or some people. */
export async function findStandings(work: Work, day: Day, scope: Scope = {}): Promise<readonly PlacedStanding[]> {
  const units = scope.units ? sql`and p.unit = any(${[...scope.units]}::uuid[])` : sql``
  const people = scope.people ? sql`and s.person = any(${[...scope.people]}::uuid[])` : sql``
  const found = await sql<PlacedStanding>`
    with main as (
      select distinct on (person) person, unit, staff_group from post
      where organisation = ${work.organisation} and superseded_at is null
        and from_day <= ${day} and (to_day is null or to_day >= ${day})
      order by person, hours_per_week desc nulls last, started)
    select s.person, n.name, s.requirement, s.type_key as type, s.strength, s.state, s.due_on as "dueOn",
      s.last_on as "lastOn", p.unit, p.staff_group as "staffGroup"
    from obligation_span s
    join main p on p.person = s.person
    join person n on n.organisation = s.organisation and n.id = s.person
    where s.organisation = ${work.organisation} and s.from_day <= ${day} and s.to_day >= ${day} ${units} ${people}
    order by n.name, s.person, s.requirement`.execute(work.db)
  return found.rows
}

/** How many standings of each strength and state there are on a day, of everybody or of some people: the counts alone. */
export async function countStandings(
  work: Work,
  day: Day,
  scope: Pick<Scope, 'people'> = {},
): Promise<readonly Tally[]> {
  const people = scope.people ? sql`and s.person = any(${[...scope.people]}::uuid[])` : sql``
  const found = await sql<Tally>`select s.strength, s.state, count(*)::int as count from obligation_span s
    where s.organisation = ${work.organisation} and s.from_day <= ${day} and s.to_day >= ${day} ${people}
      and exists (select from post p where p.organisation = s.organisation and p.person = s.person
        and p.superseded_at is null and p.from_day <= ${day} and (p.to_day is null or p.to_day >= ${day}))
    group by s.strength, s.state`.execute(work.db)
  return found.rows
}

/** Coverage of mandatory supervision on each of these days, by type; of everybody, or of whoever was in these units then. */
export async function findTrend(
  work: Work,
  days: readonly Day[],
  units: readonly UnitId[] | null = null,
): Promise<readonly TrendPoint[]> {
  const inUnits =
    units === null
      ? sql``
      : sql`and exists (select from post p where p.organisation = s.organisation and p.person = s.person
          and p.superseded_at is null and p.unit = any(${[...units]}::uuid[])
          and p.from_day <= d.day and (p.to_day is null or p.to_day >= d.day))`
  const found = await sql<TrendPoint>`
    select d.day, s.type_key as type, count(*) filter (where s.state in ('met', 'due soon'))::int as met,
      count(*)::int as of
    from unnest(${[...days]}::date[]) as d (day)
    join obligation_span s on s.organisation = ${work.organisation} and s.from_day <= d.day and s.to_day >= d.day
    where s.strength = 'mandatory' and s.state in ('met', 'due soon', 'overdue', 'never had') ${inUnits}
    group by d.day, s.type_key order by d.day, s.type_key`.execute(work.db)
  return found.rows
}

/**
 * Everybody whom this supervisor supervises now: agreed between them, a session ahead that the other side knows of, or one
 * held within the last year and no end made to it since. A time that the supervisor alone suggested opens nothing.
 */
export async function findSupervisees(work: Work, supervisor: PersonId): Promise<readonly PersonId[]> {
  const found = await sql<{ person: PersonId }>`select supervisee as person from supervisory_pair
    where organisation = ${work.organisation} and supervisor = ${supervisor} and state = 'agreed'
      and (to_day is null or to_day >= ${work.today})
    union
    select m.person from supervision_session s
    join session_supervisee m on m.organisation = s.organisation and m.session = s.id
    where s.organisation = ${work.organisation} and s.supervisor = ${supervisor}
      and ((s.starts_at > ${work.moment}
          and (s.state = 'booked' or (s.state = 'proposed' and s.proposed_by <> ${supervisor})))
        or (s.state = 'held' and s.starts_at > ${work.moment}::timestamptz - interval '1 year'
          and not exists (select from supervisory_pair e where e.organisation = s.organisation
            and e.supervisor = ${supervisor} and e.supervisee = m.person and e.state = 'ended'
            and e.to_day >= (s.starts_at at time zone 'Europe/London')::date)))`.execute(work.db)
  return found.rows.map((row) => row.person)
}
