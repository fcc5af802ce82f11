// Learning points on their way, in the database: whose they are, who reads them over, and how far they have come. The words are sealed.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { Agreed, LearningPoint, PointId } from './learning-point.ts'

const columns = sql`id, source_kind as "sourceKind", source, drafted_by as "draftedBy", drafted_at as "draftedAt",
  to_json(concerned) as concerned, second_reader as "secondReader", version, text_hash as "textHash",
  to_json(subjects) as subjects, to_json(units) as units, state, back_because as "backBecause"`

/** The learning point of that id, for those who have a part in it; null for everybody else. */
export async function findPoint(work: Work, id: PointId): Promise<LearningPoint | null> {
  const found = await sql<LearningPoint>`select ${columns} from learning_point
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** As `findPoint`; whoever else changes it waits until this work has ended. */
export async function lockPoint(work: Work, id: PointId): Promise<LearningPoint | null> {
  const found = await sql<LearningPoint>`select ${columns} from learning_point
    where organisation = ${work.organisation} and id = ${id} for no key update`.execute(work.db)
  return found.rows[0] ?? null
}

/** Those in which the asker has a part and that are on their way, the newest first. */
export async function findPointsOnTheirWay(work: Work): Promise<readonly LearningPoint[]> {
  const found = await sql<LearningPoint>`select ${columns} from learning_point
    where organisation = ${work.organisation} and state not in ('sent', 'withdrawn')
      and (concerned @> array[${work.asker.person}]::uuid[] or second_reader = ${work.asker.person}
        or state = 'to be approved')
    order by drafted_at desc, id`.execute(work.db)
  return found.rows
}

export async function insertPoint(work: Work, one: LearningPoint): Promise<void> {
  await sql`insert into learning_point (organisation, id, source_kind, source, drafted_by, drafted_at, concerned,
      second_reader, version, text_hash, subjects, units, state, changed_by,
      changed_at)
    values (${work.organisation}, ${one.id}, ${one.sourceKind}, ${one.source}, ${one.draftedBy}, ${one.draftedAt},
      ${[...one.concerned]}::uuid[], ${one.secondReader}, ${one.version}, ${one.textHash},
      ${[...one.subjects]}::text[], ${[...one.units]}::uuid[], ${one.state}, ${work.asker.person}, ${work.moment})`.execute(
    work.db,
  )
}

/** Saves how far it has come, for whoever holds it. */
export async function savePoint(work: Work, one: LearningPoint): Promise<void> {
  await sql`update learning_point set second_reader = ${one.secondReader}, version = ${one.version},
      text_hash = ${one.textHash}, subjects = ${[...one.subjects]}::text[], units = ${[...one.units]}::uuid[],
      state = ${one.state}, back_because = ${one.backBecause}, changed_by = ${work.asker.person},
      changed_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${one.id}`.execute(work.db)
}

/** Who agreed to which text, first first. */
export async function findPointAgreed(work: Work, id: PointId): Promise<readonly Agreed[]> {
  const found = await sql<Agreed>`select person, text_hash as "textHash" from learning_point_agreement
    where organisation = ${work.organisation} and point = ${id} order by agreed_at, person`.execute(work.db)
  return found.rows
}

/** The asker agrees to a text; said twice, it is said once. */
export async function insertPointAgreed(work: Work, id: PointId, textHash: string): Promise<void> {
  await sql`insert into learning_point_agreement (organisation, point, person, text_hash, agreed_at)
    values (${work.organisation}, ${id}, ${work.asker.person}, ${textHash}, ${work.moment})
    on conflict do nothing`.execute(work.db)
}

/** The asker no longer agrees to any text of it. */
export async function deletePointAgreed(work: Work, id: PointId): Promise<void> {
  await sql`delete from learning_point_agreement where organisation = ${work.organisation} and point = ${id}
    and person = ${work.asker.person}`.execute(work.db)
}
