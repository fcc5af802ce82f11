// Sets and who is in them, in the database: names, days and parts. What a set says and writes is never here.
import { type RawBuilder, sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { LearningSet, Membership, MembershipId, SetId } from './set.ts'

const columns = sql`s.id, s.name, s.type_key as type, s.from_day as "from", s.until_day as until, s.made_by as "madeBy",
  s.made_at as "madeAt", s.version,
  coalesce((select json_agg(json_build_object('id', m.id, 'person', m.person, 'as', m.part, 'from', m.from_day,
      'until', m.until_day) order by m.from_day, m.id)
    from learning_set_membership m where m.organisation = s.organisation and m.learning_set = s.id), '[]') as memberships`

/** The set of that id in this organisation with everybody who was ever in it, or null. */
export async function findSet(work: Work, id: SetId): Promise<LearningSet | null> {
  const found = await sql<LearningSet>`select ${columns} from learning_set s
    where s.organisation = ${work.organisation} and s.id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The set in which this stretch is somebody's, or null. */
export async function findSetOfMembership(work: Work, membership: MembershipId): Promise<LearningSet | null> {
  const found = await sql<LearningSet>`select ${columns} from learning_set_membership own
    join learning_set s on s.organisation = own.organisation and s.id = own.learning_set
    where own.organisation = ${work.organisation} and own.id = ${membership}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The set of that id; whoever else changes it waits until this work has ended. */
export async function lockSet(work: Work, id: SetId): Promise<LearningSet | null> {
  await sql`select from learning_set where organisation = ${work.organisation} and id = ${id} for update`.execute(
    work.db,
  )
  return findSet(work, id)
}

/** Every set in which somebody has or had a part, the newest first. */
export async function findSetsOf(work: Work, person: PersonId): Promise<readonly LearningSet[]> {
  const found = await sql<LearningSet>`select ${columns} from learning_set s
    where s.organisation = ${work.organisation} and exists (select from learning_set_membership m
      where m.organisation = s.organisation and m.learning_set = s.id and m.person = ${person})
    order by s.from_day desc, s.id`.execute(work.db)
  return found.rows
}

/** Sets of the organisation, those that go on first, by name; `after` skips so many. */
export async function findSets(
  work: Work,
  { most, skip }: { most: number; skip: number },
): Promise<{ readonly sets: readonly LearningSet[]; readonly count: number }> {
  const found = await sql<LearningSet & { count: number }>`select ${columns}, count(*) over ()::int as count
    from learning_set s where s.organisation = ${work.organisation}
    order by (s.until_day is not null and s.until_day <= ${work.today}), lower(s.name), s.id
    limit ${most} offset ${skip}`.execute(work.db)
  return { sets: found.rows.map(({ count: _count, ...set }) => set), count: found.rows[0]?.count ?? 0 }
}

/** Whether somebody has, had or will have a part in any set; a part of a `select`. */
export const isInASet = (work: Work, person: PersonId): RawBuilder<boolean> =>
  sql<boolean>`exists (select from learning_set_membership
    where organisation = ${work.organisation} and person = ${person})`

/** Adds a set, as yet without anybody in it. */
export async function insertSet(work: Work, set: LearningSet): Promise<void> {
  await sql`insert into learning_set (organisation, id, name, type_key, from_day, until_day, made_by, made_at, version)
    values (${work.organisation}, ${set.id}, ${set.name}, ${set.type}, ${set.from}, ${set.until}, ${set.madeBy},
      ${set.madeAt}, ${set.version})`.execute(work.db)
}

/** Saves a set's name and last day; false when somebody saved it meanwhile. */
export async function saveSet(work: Work, set: LearningSet): Promise<boolean> {
  const saved = await sql`update learning_set set name = ${set.name}, until_day = ${set.until}, version = ${set.version}
    where organisation = ${work.organisation} and id = ${set.id} and version = ${set.version - 1}`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}

/** Adds a stretch of somebody's in a set. */
export async function insertMembership(work: Work, set: SetId, membership: Membership): Promise<void> {
  await sql`insert into learning_set_membership (organisation, id, learning_set, person, part, from_day, until_day,
      added_by, added_at)
    values (${work.organisation}, ${membership.id}, ${set}, ${membership.person}, ${membership.as}, ${membership.from},
      ${membership.until}, ${work.asker.person}, ${work.moment})`.execute(work.db)
}

/** Saves the end of a stretch, with who ended it. */
export async function endMembershipRow(work: Work, membership: Membership): Promise<void> {
  await sql`update learning_set_membership set until_day = ${membership.until}, ended_by = ${work.asker.person},
      ended_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${membership.id}`.execute(work.db)
}

/** Whether any of these people is or was in a set. */
export async function areInSets(work: Work, people: readonly PersonId[]): Promise<boolean> {
  const found = await sql`select from learning_set_membership where organisation = ${work.organisation}
    and person = any(${[...people]}::uuid[]) limit 1`.execute(work.db)
  return found.rows.length > 0
}
