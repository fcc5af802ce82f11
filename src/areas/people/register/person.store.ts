// Persons in the database: found, searched, added, corrected.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { UnitId } from '../unit/unit.ts'
import type { Person, PersonDetails, PersonFound } from './person.ts'

const columns = sql`id, name, staff_number as "staffNumber", email, left_on as "leftOn", version`

/** The person, also one who has left; null when there is none of that id in the organisation. */
export async function findPerson(work: Work, person: PersonId): Promise<Person | null> {
  const found = await sql<Person>`select ${columns} from person
    where organisation = ${work.organisation} and id = ${person}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The people of these ids, in no order; ids that are nobody's here are left out. */
export async function findPersons(work: Work, people: Iterable<PersonId>): Promise<readonly Person[]> {
  const found = await sql<Person>`select ${columns} from person
    where organisation = ${work.organisation} and id = any(${[...new Set(people)]}::uuid[])`.execute(work.db)
  return found.rows
}

/** Names by id; ids that are not of this organisation are left out. */
export async function namesOf(work: Work, people: Iterable<PersonId>): Promise<Map<PersonId, string>> {
  const ids = [...new Set(people)]
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: PersonId; name: string }>`select id, name from person
    where organisation = ${work.organisation} and id = any(${ids}::uuid[])`.execute(work.db)
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}

/** Somebody who already has this staff number or e-mail; null when it is free. `apart` is not compared with. */
export async function findTaken(
  work: Work,
  details: PersonDetails,
  apart: PersonId | null,
): Promise<{ name: string; by: 'staff number' | 'e-mail' } | null> {
  const found = await sql<{ name: string; by: 'staff number' | 'e-mail' }>`
    select name, case when staff_number = ${details.staffNumber}::text then 'staff number' else 'e-mail' end as by
    from person where organisation = ${work.organisation} and id is distinct from ${apart}::uuid
      and (staff_number = ${details.staffNumber}::text or lower(email) = lower(${details.email}::text))
    limit 1`.execute(work.db)
  return found.rows[0] ?? null
}

export async function insertPerson(work: Work, id: PersonId, details: PersonDetails): Promise<void> {
  await sql`insert into person (organisation, id, name, staff_number, email)
    values (${work.organisation}, ${id}, ${details.name}, ${details.staffNumber}, ${details.email})`.execute(work.db)
}

/** False when somebody saved the person meanwhile. */
export async function updatePerson(
  work: Work,
  id: PersonId,
  details: PersonDetails,
  version: number,
): Promise<boolean> {
  const done = await sql`update person set name = ${details.name}, staff_number = ${details.staffNumber},
      email = ${details.email}, version = version + 1
    where organisation = ${work.organisation} and id = ${id} and version = ${version}`.execute(work.db)
  return Number(done.numAffectedRows ?? 0) === 1
}

export async function updateLeftOn(work: Work, id: PersonId, leftOn: Day | null): Promise<void> {
  await sql`update person set left_on = ${leftOn}, version = version + 1
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}

export type PeopleSearch = {
  readonly text: string
  readonly day: Day
  readonly withLeavers?: boolean
  /** Only those with a post in one of these units on the day. */
  readonly units?: readonly UnitId[]
  readonly most: number
  readonly skip: number
}

/** People whose name, staff number, e-mail or team holds every word of the text, by name; with the number there are. */
export async function searchPeople(
  work: Work,
  search: PeopleSearch,
): Promise<{ readonly people: readonly PersonFound[]; readonly count: number }> {
  const words = search.text.split(/\s+/).filter(Boolean).slice(0, 8)
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const inUnits =
    search.units === undefined
      ? sql``
      : sql`and exists (select from post i where i.organisation = p.organisation and i.person = p.id
          and i.superseded_at is null and i.unit = any(${[...search.units]}::uuid[])
          and i.from_day <= ${search.day} and (i.to_day is null or i.to_day >= ${search.day}))`
  const found = await sql<PersonFound & { count: number }>`
    select p.id, p.name, p.staff_number as "staffNumber", p.left_on as "leftOn", now_at.unit,
      now_at.staff_group as "staffGroup", count(*) over ()::int as count
    from person p
    left join lateral (select u.name as unit, s.staff_group from post s
      left join unit_place u on u.organisation = s.organisation and u.unit = s.unit and u.superseded_at is null
        and u.from_day <= ${search.day} and (u.to_day is null or u.to_day >= ${search.day})
      where s.organisation = p.organisation and s.person = p.id and s.superseded_at is null
        and s.from_day <= ${search.day} and (s.to_day is null or s.to_day >= ${search.day})
      order by s.started, s.number limit 1) now_at on true
    where p.organisation = ${work.organisation}
      and (${search.withLeavers ?? false} or p.left_on is null or p.left_on >= ${search.day})
      and concat_ws(' ', p.name, p.staff_number, p.email, now_at.unit) ilike all (${patterns}::text[]) ${inUnits}
    order by lower(p.name), p.id limit ${search.most} offset ${search.skip}`.execute(work.db)
  return { people: found.rows.map(({ count: _count, ...person }) => person), count: found.rows[0]?.count ?? 0 }
}
