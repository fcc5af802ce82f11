// Figures in the database: replaced for whole persons at a time, read as at a day.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { FigureSpan } from './span.ts'

/** Puts these stretches in the place of everything kept for these people. */
export async function replaceSpans(
  work: Work,
  people: readonly PersonId[],
  spans: readonly FigureSpan[],
): Promise<void> {
  await sql`delete from obligation_span where organisation = ${work.organisation}
    and person = any(${[...people]}::uuid[])`.execute(work.db)
  if (spans.length > 0) {
    await sql`insert into obligation_span (organisation, person, requirement, type_key, strength, from_day, to_day, state,
        suggested, due_on, due_soon_from, last_on)
      select ${work.organisation}::uuid, person, requirement, type, strength, "from", "to", state, suggested, "dueOn",
        "dueSoonFrom", "lastOn"
      from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as r (person uuid, requirement text, type text,
        strength text, "from" date, "to" date, state text, suggested text, "dueOn" date, "dueSoonFrom" date,
        "lastOn" date)`.execute(work.db)
  }
  await sql`delete from figures_waiting where organisation = ${work.organisation}
    and person = any(${[...people]}::uuid[])`.execute(work.db)
}

const columns = sql`person, requirement, type_key as type, strength, from_day as "from", to_day as "to", state, suggested,
  due_on as "dueOn", due_soon_from as "dueSoonFrom", last_on as "lastOn"`

/** The stretches that hold on a day; of everybody, or of these people. */
export async function findSpansOn(
  work: Work,
  day: Day,
  people: readonly PersonId[] | null = null,
): Promise<readonly FigureSpan[]> {
  const whose = people === null ? sql`` : sql`and person = any(${[...people]}::uuid[])`
  const found = await sql<FigureSpan>`select ${columns} from obligation_span
    where organisation = ${work.organisation} and from_day <= ${day} and to_day >= ${day} ${whose}
    order by person, requirement`.execute(work.db)
  return found.rows
}

/** Everything kept for these people, for comparing with what the facts say. */
export async function findAllSpans(work: Work, people: readonly PersonId[]): Promise<readonly FigureSpan[]> {
  const found = await sql<FigureSpan>`select ${columns} from obligation_span
    where organisation = ${work.organisation} and person = any(${[...people]}::uuid[])
    order by person, requirement, from_day`.execute(work.db)
  return found.rows
}

/** Marks people whose figures no longer follow from the facts; null marks everybody who has or had a post. */
export async function markWaiting(work: Work, people: readonly PersonId[] | null): Promise<void> {
  const whom =
    people === null
      ? sql`select distinct person from post where organisation = ${work.organisation}`
      : sql`select distinct unnest(${[...people]}::uuid[])`
  await sql`insert into figures_waiting (organisation, person, since)
    select ${work.organisation}::uuid, w.person, ${work.moment} from (${whom}) w (person)
    on conflict (organisation, person) do update set since = excluded.since`.execute(work.db)
}

/** The next people to work out, locked so that two programs never take the same. */
export async function takeWaiting(work: Work, most: number): Promise<readonly PersonId[]> {
  const found = await sql<{ person: PersonId }>`select person from figures_waiting
    where organisation = ${work.organisation} order by since, person limit ${most} for update skip locked`.execute(
    work.db,
  )
  return found.rows.map((row) => row.person)
}

export async function countWaiting(work: Work): Promise<number> {
  const found = await sql<{ people: number }>`select count(*)::int as people from figures_waiting
    where organisation = ${work.organisation}`.execute(work.db)
  return found.rows[0]?.people ?? 0
}

/** Everybody who has or had a post, in pages by id. */
export async function findEverybody(work: Work, after: string, most: number): Promise<readonly PersonId[]> {
  const found = await sql<{ person: PersonId }>`select distinct person from post
    where organisation = ${work.organisation} and person > ${after} order by person limit ${most}`.execute(work.db)
  return found.rows.map((row) => row.person)
}
