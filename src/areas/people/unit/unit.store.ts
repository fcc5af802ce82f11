// Units and their leads, as at a day and as known now.
import { type RawBuilder, sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { UnitId, UnitLead, UnitPlace } from './unit.ts'

const holds = (day: Day) => sql`from_day <= ${day} and (to_day is null or to_day >= ${day})`

/** Every unit on a day, as known at a moment (now when null). */
export async function findUnits(work: Work, day: Day, known: Moment | null = null): Promise<readonly UnitPlace[]> {
  const knownThen =
    known === null
      ? sql`superseded_at is null`
      : sql`recorded_at <= ${known} and (superseded_at is null or superseded_at > ${known})`
  const found = await sql<UnitPlace>`select unit, name, parent from unit_place
    where organisation = ${work.organisation} and ${knownThen} and ${holds(day)} order by name`.execute(work.db)
  return found.rows
}

/** People in each unit on a day (not counting those in units below it). */
export async function countPeople(work: Work, day: Day): Promise<ReadonlyMap<UnitId, number>> {
  const found = await sql<{ unit: UnitId; people: number }>`select unit, count(distinct person)::int as people
    from post where organisation = ${work.organisation} and superseded_at is null and unit is not null
      and ${holds(day)} group by unit`.execute(work.db)
  return new Map(found.rows.map(({ unit, people }) => [unit, people]))
}

/** People in a unit or below it on a day, each person once; of several units at once, each with all that lies under it. */
export async function countPeopleUnder(
  work: Work,
  day: Day,
  units: readonly (readonly [UnitId, readonly UnitId[]])[],
): Promise<ReadonlyMap<UnitId, number>> {
  const pairs = units.flatMap(([top, under]) => under.map((unit) => ({ top, unit })))
  const found = await sql<{ unit: UnitId; people: number }>`
    select g.top as unit, count(distinct p.person)::int as people
    from (select distinct top, unit from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r (top uuid, unit uuid)) g
    join post p on p.unit = g.unit
    where p.organisation = ${work.organisation} and p.superseded_at is null
      and p.from_day <= ${day} and (p.to_day is null or p.to_day >= ${day})
    group by g.top`.execute(work.db)
  return new Map(found.rows.map(({ unit, people }) => [unit, people]))
}

/** Who leads which unit on a day. */
export async function findLeads(work: Work, day: Day): Promise<readonly UnitLead<PersonId>[]> {
  const found = await sql<UnitLead<PersonId>>`select unit, person, from_day as "from", to_day as "to" from unit_lead
    where organisation = ${work.organisation} and superseded_at is null and ${holds(day)}
    order by from_day`.execute(work.db)
  return found.rows
}

/** The units that a person leads on a day. */
export async function unitsLedBy(work: Work, person: PersonId, day: Day): Promise<readonly UnitId[]> {
  const found = await sql<{ unit: UnitId }>`select distinct unit from unit_lead
    where organisation = ${work.organisation} and person = ${person} and superseded_at is null
      and ${holds(day)}`.execute(work.db)
  return found.rows.map(({ unit }) => unit)
}

/** Whether a person leads any unit on a day; a part of a `select`. */
export const leadsSomeUnit = (work: Work, person: PersonId, day: Day): RawBuilder<boolean> =>
  sql<boolean>`exists (select from unit_lead where organisation = ${work.organisation} and person = ${person}
    and superseded_at is null and ${holds(day)})`

export type PlaceRow = {
  readonly unit: UnitId
  readonly name: string
  readonly parent: UnitId | null
  readonly from: Day
}

/** New units with their first names and places, parents before children. */
export async function insertUnits(work: Work, places: readonly PlaceRow[]): Promise<void> {
  if (places.length === 0) return
  await sql`insert into unit (organisation, id) select ${work.organisation}::uuid, unit
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r (unit uuid)`.execute(work.db)
  await insertPlaces(work, places)
}

async function insertPlaces(work: Work, places: readonly (PlaceRow & { to?: Day | null })[]): Promise<void> {
  await sql`insert into unit_place (organisation, unit, name, parent, from_day, to_day, recorded_at, recorded_by)
    select ${work.organisation}::uuid, unit, name, parent, "from", "to", ${work.moment}::timestamptz,
      ${work.asker.person}::uuid
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r
      (unit uuid, name text, parent uuid, "from" date, "to" date)`.execute(work.db)
}

type PlaceStretch = PlaceRow & { readonly number: number; readonly to: Day | null }

/** Every known stretch of a unit's name and place, in order. Locks them until the work ends. */
export async function findPlaces(work: Work, unit: UnitId): Promise<readonly PlaceStretch[]> {
  const found = await sql<PlaceStretch>`select number, unit, name, parent, from_day as "from", to_day as "to"
    from unit_place where organisation = ${work.organisation} and unit = ${unit} and superseded_at is null
    order by from_day for update`.execute(work.db)
  return found.rows
}

/** Supersedes stretches and puts others in their place. */
export async function replacePlaces(
  work: Work,
  supersede: readonly number[],
  add: readonly (PlaceRow & { to: Day | null })[],
): Promise<void> {
  await sql`update unit_place set superseded_at = ${work.moment} where organisation = ${work.organisation}
    and superseded_at is null and number = any(${supersede}::bigint[])`.execute(work.db)
  if (add.length > 0) await insertPlaces(work, add)
}

export async function insertLead(work: Work, lead: UnitLead<PersonId>): Promise<void> {
  await sql`insert into unit_lead (organisation, unit, person, from_day, to_day, recorded_at, recorded_by)
    values (${work.organisation}, ${lead.unit}, ${lead.person}, ${lead.from}, ${lead.to}, ${work.moment},
      ${work.asker.person})`.execute(work.db)
}

/** Supersedes what is known of a person's lead of a unit that holds on or after a day; answers what was known. */
export async function supersedeLeads(
  work: Work,
  unit: UnitId,
  person: PersonId,
  day: Day,
): Promise<readonly UnitLead<PersonId>[]> {
  const found = await sql<UnitLead<PersonId>>`update unit_lead set superseded_at = ${work.moment}
    where organisation = ${work.organisation} and unit = ${unit} and person = ${person} and superseded_at is null
      and (to_day is null or to_day >= ${day})
    returning unit, person, from_day as "from", to_day as "to"`.execute(work.db)
  return found.rows
}
