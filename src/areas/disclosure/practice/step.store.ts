// The steps of plans of support in the database: facts only, added and never changed.
import { sql } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { PracticeId } from './practice.ts'
import type { Doer, Step, StepOutcome } from './step.ts'

/** The steps of many plans, by plan, in the order of their days. */
export async function findSteps(
  work: Work,
  practices: readonly PracticeId[],
): Promise<ReadonlyMap<PracticeId, readonly Step[]>> {
  const found = await sql<Step & { practice: PracticeId }>`
    select s.practice, s.number, s.agreed_in as "agreedIn", s.doer, coalesce(moved.due, s.due) as due,
      coalesce(over.outcome, 'open') as state, over.at as "endedAt"
    from practice_step s
    left join lateral (select r.due from practice_step_report r
      where r.organisation = s.organisation and r.practice = s.practice and r.step = s.number and r.outcome = 'new day'
      order by r.number desc limit 1) moved on true
    left join lateral (select r.outcome, r.at from practice_step_report r
      where r.organisation = s.organisation and r.practice = s.practice and r.step = s.number and r.outcome <> 'new day'
      order by r.number limit 1) over on true
    where s.organisation = ${work.organisation} and s.practice = any(${[...practices]}::uuid[])
    order by coalesce(moved.due, s.due), s.number`.execute(work.db)
  return Map.groupBy(found.rows, (row) => row.practice)
}

/** Adds a step by the asker, now; answers its number. The lock of the entry with which it is agreed holds already. */
export async function addStep(
  work: Work,
  practice: PracticeId,
  step: { agreedIn: number; doer: Doer; due: Day },
): Promise<number> {
  const added = await sql<{
    number: number
  }>`insert into practice_step (organisation, practice, number, agreed_in, doer,
      due, by_person, at)
    select ${work.organisation}::uuid, ${practice}::uuid, coalesce(max(number), 0) + 1, ${step.agreedIn}::int,
      ${step.doer}::text, ${step.due}::date, ${work.asker.person}::uuid, ${work.moment}::timestamptz
    from practice_step where organisation = ${work.organisation} and practice = ${practice}
    returning number`.execute(work.db)
  return added.rows[0]?.number ?? 0
}

/** Adds what came of a step, by the asker, now; one at a time for each plan. */
export async function addStepReport(
  work: Work,
  practice: PracticeId,
  said: { step: number; outcome: StepOutcome; due: Day | null },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`practice ${practice}`}, 0))`.execute(work.db)
  await sql`insert into practice_step_report (organisation, practice, step, number, outcome, due, by_person, at)
    select ${work.organisation}::uuid, ${practice}::uuid, ${said.step}::int, coalesce(max(number), 0) + 1,
      ${said.outcome}::text, ${said.due}::date, ${work.asker.person}::uuid, ${work.moment}::timestamptz
    from practice_step_report where organisation = ${work.organisation} and practice = ${practice}
      and step = ${said.step}`.execute(work.db)
}
