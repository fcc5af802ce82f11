// What the desk's figures are counted from: rows of months, hours and themes that name no request and nobody (SPEC 8.3).
import { sql } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/time/day.ts'
import { minutesBetween, type Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { Urgency } from '../request/request.ts'
import type { Theme } from '../recording/comparison.ts'

export type Tally = { readonly urgency: Urgency } & (
  | { readonly kind: 'asked'; readonly hour: number; readonly inHours: boolean }
  | { readonly kind: 'taken'; readonly since: Moment; readonly inTime: boolean }
  | { readonly kind: 'advised'; readonly theme: Theme }
  | { readonly kind: 'compared'; readonly differs: boolean }
)

/** Counts one thing that happened now. */
export async function tally(work: Work, one: Tally): Promise<void> {
  const month = `${work.today.slice(0, 7)}-01`
  const minutes = one.kind === 'taken' ? Math.max(0, minutesBetween(one.since, work.moment)) : null
  await sql`insert into advice_tally (organisation, id, kind, month, urgency, hour, in_hours, minutes, in_time, theme, differs)
    values (${work.organisation}, ${work.newId()}, ${one.kind}, ${month}, ${one.urgency},
      ${one.kind === 'asked' ? one.hour : null}, ${one.kind === 'asked' ? one.inHours : null}, ${minutes},
      ${one.kind === 'taken' ? one.inTime : null}, ${one.kind === 'advised' ? one.theme : null},
      ${one.kind === 'compared' ? one.differs : null})`.execute(work.db)
}

export type Counted = { readonly label: string; readonly count: number }

/** How much was asked, by London hour, between the first days of two months, the second not included. */
export async function askedByHour(work: Work, { from, to }: { from: Day; to: Day }): Promise<readonly Counted[]> {
  const found = await sql<Counted>`select hour::text as label, count(*)::int as count from advice_tally
    where organisation = ${work.organisation} and kind = 'asked' and month >= ${from} and month < ${to}
    group by hour order by advice_tally.hour`.execute(work.db)
  return found.rows
}

/** Of what was taken: how long it had waited, in five steps, for each urgency; and how much of it in time. */
export async function waitsUntilTaken(
  work: Work,
  { from, to }: { from: Day; to: Day },
): Promise<readonly (Counted & { readonly urgency: Urgency; readonly inTime: number })[]> {
  const found = await sql<Counted & { urgency: Urgency; inTime: number }>`select urgency, label, count(*)::int as count,
      count(*) filter (where in_time)::int as "inTime"
    from (select urgency, in_time, minutes, case when minutes < 5 then '0' when minutes < 15 then '5' when minutes < 60 then '15'
        when minutes < 240 then '60' else '240' end as label
      from advice_tally where organisation = ${work.organisation} and kind = 'taken' and month >= ${from} and month < ${to}) w
    group by urgency, label order by urgency, min(minutes)`.execute(work.db)
  return found.rows
}

/** What the advice was about, by theme. */
export async function advisedByTheme(work: Work, { from, to }: { from: Day; to: Day }): Promise<readonly Counted[]> {
  const found = await sql<Counted>`select theme as label, count(*)::int as count from advice_tally
    where organisation = ${work.organisation} and kind = 'advised' and month >= ${from} and month < ${to}
    group by theme order by count(*) desc, theme`.execute(work.db)
  return found.rows
}

/** How many pairs of records were compared, and how many of them differed. */
export async function comparedPairs(
  work: Work,
  { from, to }: { from: Day; to: Day },
): Promise<{ readonly compared: number; readonly differed: number }> {
  const found = await sql<{ compared: number; differed: number }>`select count(*)::int as compared,
      count(*) filter (where differs)::int as differed
    from advice_tally where organisation = ${work.organisation} and kind = 'compared' and month >= ${from} and month < ${to}`.execute(
    work.db,
  )
  return found.rows[0] ?? { compared: 0, differed: 0 }
}
