// Who needs a contract on a day, and the contracts that there are: facts alone, from tables without a content column.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { UnitId } from '../../people/index.ts'
import type { Dealing } from '../../supervision/index.ts'

/** Somebody who needs a contract for a kind of supervision on a day, and where they work most hours then. */
export type Needing = {
  readonly person: PersonId
  readonly name: string
  readonly unit: UnitId | null
  readonly type: string
}

/**
 * Those who on a day must have one of these kinds and are not excused, or have a supervisor for it; of everybody, or of some
 * people. Whoever has no post on the day is not counted.
 */
export async function findNeeding(
  work: Work,
  { types, day, people }: { types: readonly string[]; day: Day; people: readonly PersonId[] | null },
): Promise<readonly Needing[]> {
  const some = people ? [...people] : null
  const found = await sql<Needing>`
    with main as (
      select distinct on (person) person, unit from post
      where organisation = ${work.organisation} and superseded_at is null
        and from_day <= ${day} and (to_day is null or to_day >= ${day})
      order by person, hours_per_week desc nulls last, started),
    needing as (
      select person, type_key as type from obligation_span
      where organisation = ${work.organisation} and from_day <= ${day} and to_day >= ${day} and strength = 'mandatory'
        and state in ('met', 'due soon', 'overdue', 'never had') and type_key = any(${[...types]}::text[])
      union
      select supervisee, type_key from supervisory_pair
      where organisation = ${work.organisation} and from_day <= ${day} and (to_day is null or to_day > ${day})
        and state in ('agreed', 'ended') and type_key = any(${[...types]}::text[]))
    select n.person, p.name, main.unit, n.type from needing n
    join main on main.person = n.person
    join person p on p.organisation = ${work.organisation} and p.id = n.person
    where ${some}::uuid[] is null or n.person = any(${some}::uuid[])
    order by p.name, n.person, n.type`.execute(work.db)
  return found.rows
}

export type SupervisedContract = Dealing & { readonly person: PersonId; readonly template: string }

/** The contracts by these templates in which people are supervised, the newest first; with one supervisor alone when named. */
export async function findContracts(
  work: Work,
  what: { templates: readonly string[]; people: readonly PersonId[]; supervisor: PersonId | null },
): Promise<readonly SupervisedContract[]> {
  const found = await sql<SupervisedContract>`select m.person, a.id, a.template_key as template, a.state,
      a.from_day as "from", a.until_day as until
    from agreement a
    join agreement_party m on m.organisation = a.organisation and m.agreement = a.id and m.part = 'supervisee'
    where a.organisation = ${work.organisation} and a.template_key = any(${[...what.templates]}::text[])
      and m.person = any(${[...what.people]}::uuid[])
      and (${what.supervisor}::uuid is null or exists (select from agreement_party s
        where s.organisation = a.organisation and s.agreement = a.id and s.part = 'supervisor'
          and s.person = ${what.supervisor}::uuid))
    order by a.started_at desc, a.id`.execute(work.db)
  return found.rows
}

/** Whom somebody supervises now in these kinds: by agreement between them, by a session ahead, or one held within the last year. */
export async function findSupervisedIn(
  work: Work,
  { supervisor, types }: { supervisor: PersonId; types: readonly string[] },
): Promise<readonly { readonly person: PersonId; readonly type: string }[]> {
  const kinds = [...types]
  const found = await sql<{ person: PersonId; type: string }>`select supervisee as person, type_key as type
    from supervisory_pair
    where organisation = ${work.organisation} and supervisor = ${supervisor} and state = 'agreed'
      and (to_day is null or to_day > ${work.today}) and type_key = any(${kinds}::text[])
    union
    select m.person, s.type_key from supervision_session s
    join session_supervisee m on m.organisation = s.organisation and m.session = s.id
    where s.organisation = ${work.organisation} and s.supervisor = ${supervisor} and s.type_key = any(${kinds}::text[])
      and ((s.starts_at > ${work.moment} and s.state = 'booked')
        or (s.state = 'held' and s.starts_at > ${work.moment}::timestamptz - interval '1 year'
          and not exists (select from supervisory_pair e where e.organisation = s.organisation
            and e.supervisor = ${supervisor} and e.supervisee = m.person and e.state = 'ended'
            and e.to_day >= (s.starts_at at time zone 'Europe/London')::date)))`.execute(work.db)
  return found.rows
}

/** The names of people, and the unit in which each works most hours today. */
export async function findPlaces(
  work: Work,
  people: readonly PersonId[],
): Promise<readonly { readonly person: PersonId; readonly name: string; readonly unit: UnitId | null }[]> {
  const found = await sql<{ person: PersonId; name: string; unit: UnitId | null }>`
    select n.id as person, n.name, (select p.unit from post p
        where p.organisation = n.organisation and p.person = n.id and p.superseded_at is null
          and p.from_day <= ${work.today} and (p.to_day is null or p.to_day >= ${work.today})
        order by p.hours_per_week desc nulls last, p.started limit 1) as unit
    from person n
    where n.organisation = ${work.organisation} and n.id = any(${[...people]}::uuid[])`.execute(work.db)
  return found.rows
}
