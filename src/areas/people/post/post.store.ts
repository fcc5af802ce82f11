// Stretches of posts: as at a day, and as known at a moment. Nothing is ever written over (SPEC 1.2).
import { type RawBuilder, sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { UnitId } from '../unit/unit.ts'
import type { Post, PostId, PostPlan } from './post.ts'

const columns = sql`s.number, s.post, s.person, s.assignment, s.unit, s.staff_group as "staffGroup", s.profession,
  s.band, s.training_stage as "trainingStage", s.hours_per_week::float8 as "hoursPerWeek", s.kind, s.caseload,
  s.manager, s.started, s.from_day as "from", s.to_day as "to"`

/** Rows as known at a moment: now when it is null. Give `known` to have a figure again as it was. */
const asKnown = (known: Moment | null) =>
  known === null
    ? sql`s.superseded_at is null`
    : sql`s.recorded_at <= ${known} and (s.superseded_at is null or s.superseded_at > ${known})`

const holds = (day: Day) => sql`s.from_day <= ${day} and (s.to_day is null or s.to_day >= ${day})`

/** Every stretch of a person's posts, past and to come, in order of their first day. */
export function postsOf(work: Work, person: PersonId, known: Moment | null = null): Promise<readonly Post[]> {
  return postsOfPeople(work, [person], known)
}

/** Every stretch of many people's posts, by person and first day; `null` for everybody. */
export async function postsOfPeople(
  work: Work,
  people: readonly PersonId[] | null,
  known: Moment | null = null,
): Promise<readonly Post[]> {
  const whose = people === null ? sql`true` : sql`s.person = any(${people}::uuid[])`
  const found = await sql<Post>`select ${columns} from post s
    where s.organisation = ${work.organisation} and ${asKnown(known)} and ${whose}
    order by s.person, s.from_day, s.number`.execute(work.db)
  return found.rows
}

/** The stretches that hold on a day: of everybody, or of some people. */
export async function postsOn(
  work: Work,
  day: Day,
  people: readonly PersonId[] | null = null,
  known: Moment | null = null,
): Promise<readonly Post[]> {
  const whose = people === null ? sql`true` : sql`s.person = any(${people}::uuid[])`
  const found = await sql<Post>`select ${columns} from post s
    where s.organisation = ${work.organisation} and ${asKnown(known)} and ${holds(day)} and ${whose}
    order by s.person, s.started, s.number`.execute(work.db)
  return found.rows
}

/** Everybody with a post in one of these units on a day. */
export async function peopleInUnits(work: Work, units: readonly UnitId[], day: Day): Promise<readonly PersonId[]> {
  if (units.length === 0) return []
  const found = await sql<{ person: PersonId }>`select distinct s.person from post s
    where s.organisation = ${work.organisation} and s.unit = any(${[...units]}::uuid[]) and s.superseded_at is null
      and ${holds(day)}`.execute(work.db)
  return found.rows.map(({ person }) => person)
}

/** The people whose line manager on a day this person is. */
export async function staffOf(work: Work, manager: PersonId, day: Day): Promise<readonly PersonId[]> {
  const found = await sql<{ person: PersonId }>`select distinct s.person from post s
    where s.organisation = ${work.organisation} and s.manager = ${manager} and s.superseded_at is null
      and ${holds(day)}`.execute(work.db)
  return found.rows.map(({ person }) => person)
}

/** Whether one person is another's line manager on a day, in any post. */
export async function isLineManagerOf(work: Work, manager: PersonId, person: PersonId, day: Day): Promise<boolean> {
  const found = await sql`select from post s where s.organisation = ${work.organisation} and s.person = ${person}
    and s.manager = ${manager} and s.superseded_at is null and ${holds(day)} limit 1`.execute(work.db)
  return found.rows.length > 0
}

/** Those of some people whose line manager somebody is on a day. */
export async function managedAmong(
  work: Work,
  manager: PersonId,
  people: readonly PersonId[],
  day: Day,
): Promise<ReadonlySet<PersonId>> {
  const found = await sql<{ person: PersonId }>`select distinct s.person from post s
    where s.organisation = ${work.organisation} and s.person = any(${people}::uuid[]) and s.manager = ${manager}
      and s.superseded_at is null and ${holds(day)}`.execute(work.db)
  return new Set(found.rows.map(({ person }) => person))
}

/** Whether somebody has staff of their own on a day; a part of a `select`. */
export const managesSomebody = (work: Work, manager: PersonId, day: Day): RawBuilder<boolean> =>
  sql<boolean>`exists (select from post s where s.organisation = ${work.organisation} and s.manager = ${manager}
    and s.superseded_at is null and ${holds(day)})`

/** Everybody above a person, through any of their posts, nearest first; includes the person. */
export async function findManagersAbove(
  work: Work,
  person: PersonId,
  day: Day,
): Promise<readonly { person: PersonId; manager: PersonId }[]> {
  const found = await sql<{ person: PersonId; manager: PersonId }>`
    with recursive above (person, manager) as (
      select s.person, s.manager from post s where s.organisation = ${work.organisation} and s.person = ${person}
        and s.manager is not null and s.superseded_at is null and ${holds(day)}
      union
      select s.person, s.manager from above a join post s on s.organisation = ${work.organisation}
        and s.person = a.manager and s.manager is not null and s.superseded_at is null and ${holds(day)})
    select person, manager from above`.execute(work.db)
  return found.rows
}

/** The stretches of one post as known now, in order. Locks them until the work ends. */
export async function findPost(work: Work, post: PostId, person: PersonId): Promise<readonly Post[]> {
  const found = await sql<Post>`select ${columns} from post s
    where s.organisation = ${work.organisation} and s.person = ${person} and s.post = ${post}
      and s.superseded_at is null order by s.from_day for update of s`.execute(work.db)
  return found.rows
}

/** Writes a plan: supersedes rows and adds stretches, at the work's moment. */
export async function savePlan(work: Work, plan: PostPlan): Promise<void> {
  if (plan.supersede.length > 0) {
    await sql`update post set superseded_at = ${work.moment} where organisation = ${work.organisation}
      and superseded_at is null and number = any(${plan.supersede}::bigint[])`.execute(work.db)
  }
  if (plan.add.length === 0) return
  await sql`insert into post (organisation, post, person, assignment, unit, staff_group, profession, band,
      training_stage, hours_per_week, kind, caseload, manager, started, from_day, to_day, recorded_at, recorded_by)
    select ${work.organisation}::uuid, post, person, assignment, unit, "staffGroup", profession, band,
      "trainingStage", "hoursPerWeek", kind, caseload, manager, started, "from", "to", ${work.moment}::timestamptz,
      ${work.asker.person}::uuid
    from jsonb_to_recordset(${JSON.stringify(plan.add)}::jsonb) as r (post uuid, person uuid, assignment text,
      unit uuid, "staffGroup" text, profession text, band text, "trainingStage" text, "hoursPerWeek" numeric,
      kind text, caseload boolean, manager uuid, started date, "from" date, "to" date)`.execute(work.db)
}

/** Staff groups in use, by how many people have them on a day. */
export async function findStaffGroupsInUse(work: Work, day: Day): Promise<readonly string[]> {
  const found = await sql<{ name: string }>`select s.staff_group as name from post s
    where s.organisation = ${work.organisation} and s.superseded_at is null and s.staff_group is not null
      and ${holds(day)} group by 1 order by count(*) desc, 1`.execute(work.db)
  return found.rows.map(({ name }) => name)
}
