// Registrations and accreditations whose last day lies in a span with nothing of the same after it. One statement for all.
import { sql } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { UnitId } from '../unit/unit.ts'
import type { RunningOut, Scope } from './running-out.ts'

export type RunningOutSeen = RunningOut & { readonly name: string; readonly unit: UnitId | null }

const ofScope = (work: Work, scope: Scope) => {
  if (scope === 'everyone') return sql`true`
  if (scope === 'supervisors')
    return sql`r.person in (select h.person from registration h where h.organisation = ${work.organisation}
      and h.kind in ('supervisor role', 'competence') and h.superseded_at is null and h.from_day <= ${work.today}
      and (h.to_day is null or h.to_day >= ${work.today}))`
  return sql`r.person in (${staffNow(work)})`
}

const staffNow = (work: Work) => sql`select s.person from post s where s.organisation = ${work.organisation}
  and s.manager = ${work.asker.person} and s.superseded_at is null and s.from_day <= ${work.today}
  and (s.to_day is null or s.to_day >= ${work.today})`

const latest = (work: Work, whose: ReturnType<typeof ofScope>, span: { from: Day; to: Day }) => sql`
  select r.person, r.kind, max(r.body) as body, max(r.to_day) as "to" from registration r
  where r.organisation = ${work.organisation} and r.superseded_at is null
    and r.kind in ('registration', 'accreditation') and ${whose}
  group by r.person, r.kind, lower(trim(r.body))
  having bool_and(r.to_day is not null) and max(r.to_day) between ${span.from}::date and ${span.to}::date`

/** What ended or ends in the span, for those in scope who have not left, with where they work today; the earliest first. */
export async function findRunningOut(
  work: Work,
  scope: Scope,
  span: { from: Day; to: Day },
): Promise<readonly RunningOutSeen[]> {
  const found = await sql<RunningOutSeen>`select l.person, l.kind, l.body, l."to", p.name,
      (select s.unit from post s where s.organisation = ${work.organisation} and s.person = l.person
        and s.superseded_at is null and s.from_day <= ${work.today} and (s.to_day is null or s.to_day >= ${work.today})
        order by s.started, s.number limit 1) as unit
    from (${latest(work, ofScope(work, scope), span)}) l
    join person p on p.organisation = ${work.organisation} and p.id = l.person
    where p.left_on is null or p.left_on >= ${work.today}
    order by l."to", p.name, l.body`.execute(work.db)
  return found.rows
}

/** The asker's own and their staff's, for the first page. */
export async function findNearest(work: Work, span: { from: Day; to: Day }): Promise<readonly RunningOut[]> {
  const whose = sql`r.person in (select ${work.asker.person}::uuid union ${staffNow(work)})`
  const found = await sql<RunningOut>`select l.person, l.kind, l.body, l."to"
    from (${latest(work, whose, span)}) l join person p on p.organisation = ${work.organisation} and p.id = l.person
    where p.left_on is null or p.left_on >= ${work.today} order by l."to"`.execute(work.db)
  return found.rows
}
