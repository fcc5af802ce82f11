// Series in the database: their rhythm, and the days that could not be.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { Every, SeriesDay } from './series.ts'

export type NewSeries = {
  readonly id: Id<'series'>
  readonly type: string
  readonly supervisor: PersonId
  readonly every: Every
  readonly first: Day
  readonly time: string
}

/** Adds a series; its sessions carry its id. */
export async function addSeries(work: Work, series: NewSeries): Promise<void> {
  await sql`insert into session_series (organisation, id, type_key, supervisor, every_count, every_unit, first_day,
      time_of_day, booked_by, booked_at)
    values (${work.organisation}, ${series.id}, ${series.type}, ${series.supervisor}, ${series.every.count},
      ${series.every.unit}, ${series.first}, ${series.time}, ${work.asker.person}, ${work.moment})`.execute(work.db)
}

/** Keeps the days that could not be, with what was offered instead. */
export async function addSkips(work: Work, series: Id<'series'>, skipped: readonly SeriesDay[]): Promise<void> {
  for (const one of skipped) {
    if (!one.skipped) continue
    await sql`insert into session_series_skip (organisation, series, day, why, instead)
      values (${work.organisation}, ${series}, ${one.planned}, ${one.skipped.why}, ${one.day})`.execute(work.db)
  }
}

/** The days of a series that could not be, in order. */
export async function findSkips(
  work: Work,
  series: Id<'series'>,
): Promise<readonly { day: Day; why: string; instead: Day | null }[]> {
  const found = await sql<{
    day: Day
    why: string
    instead: Day | null
  }>`select day, why, instead from session_series_skip
    where organisation = ${work.organisation} and series = ${series} order by day`.execute(work.db)
  return found.rows
}
