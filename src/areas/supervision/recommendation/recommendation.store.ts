// Recommendations of peer reviews in the database: whose they are, by when, and how they stand. Facts only.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { UnitId } from '../../people/index.ts'
import type { ForumId } from '../peer-review/forum.ts'
import type { Recommendation, RecommendationId, RecommendationReport } from './recommendation.ts'

const columns = sql`id, forum, review, owner, unit, due, state, made_by as "madeBy", made_at as "madeAt", version`

/** The recommendation of that id in this organisation, or null. */
export async function findRecommendation(work: Work, id: RecommendationId): Promise<Recommendation | null> {
  const found = await sql<Recommendation>`select ${columns} from peer_recommendation
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** As `findRecommendation`; whoever else changes it waits until this work has ended. */
export async function lockRecommendation(work: Work, id: RecommendationId): Promise<Recommendation | null> {
  const found = await sql<Recommendation>`select ${columns} from peer_recommendation
    where organisation = ${work.organisation} and id = ${id} for no key update`.execute(work.db)
  return found.rows[0] ?? null
}

/** All of a forum, those that are due first. */
export async function findRecommendationsOf(work: Work, forum: ForumId): Promise<readonly Recommendation[]> {
  const found = await sql<Recommendation>`select ${columns} from peer_recommendation
    where organisation = ${work.organisation} and forum = ${forum} order by due, id`.execute(work.db)
  return found.rows
}

/** Those of these forums that are not settled, those that are due first. */
export async function findOpenRecommendations(
  work: Work,
  forums: readonly ForumId[],
): Promise<readonly Recommendation[]> {
  const found = await sql<Recommendation>`select ${columns} from peer_recommendation
    where organisation = ${work.organisation} and forum = any(${[...forums]}::uuid[])
      and state in ('proposed', 'under way') order by due, id`.execute(work.db)
  return found.rows
}

/** Those of these forums, and those for these teams, whatever their state; those that are due first. */
export async function findOverseen(
  work: Work,
  { forums, units }: { readonly forums: readonly ForumId[]; readonly units: readonly UnitId[] },
): Promise<readonly Recommendation[]> {
  const found = await sql<Recommendation>`select ${columns} from peer_recommendation
    where organisation = ${work.organisation}
      and (forum = any(${[...forums]}::uuid[]) or unit = any(${[...units]}::uuid[])) order by due, id`.execute(work.db)
  return found.rows
}

/** Those that somebody owns and that are not settled. */
export async function findOwnedBy(work: Work, person: PersonId): Promise<readonly Recommendation[]> {
  const found = await sql<Recommendation>`select ${columns} from peer_recommendation
    where organisation = ${work.organisation} and owner = ${person} and state in ('proposed', 'under way')
    order by due, id`.execute(work.db)
  return found.rows
}

export async function insertRecommendation(work: Work, one: Recommendation): Promise<void> {
  await sql`insert into peer_recommendation (organisation, id, forum, review, owner, unit, due, state, made_by, made_at,
      version)
    values (${work.organisation}, ${one.id}, ${one.forum}, ${one.review}, ${one.owner}, ${one.unit}, ${one.due},
      ${one.state}, ${one.madeBy}, ${one.madeAt}, ${one.version})`.execute(work.db)
}

/** Saves how it stands, for whoever holds it. */
export async function saveRecommendation(work: Work, one: Recommendation): Promise<void> {
  await sql`update peer_recommendation set owner = ${one.owner}, due = ${one.due}, state = ${one.state},
      version = ${one.version}
    where organisation = ${work.organisation} and id = ${one.id}`.execute(work.db)
}

export async function insertRecommendationReport(
  work: Work,
  id: RecommendationId,
  report: RecommendationReport,
): Promise<void> {
  await sql`insert into peer_recommendation_report (organisation, id, recommendation, state, due, reported_by,
      reported_at)
    values (${work.organisation}, ${report.id}, ${id}, ${report.state}, ${report.due}, ${report.reportedBy},
      ${report.reportedAt})`.execute(work.db)
}

/** What was reported on it, the newest first. */
export async function findRecommendationReports(
  work: Work,
  id: RecommendationId,
): Promise<readonly RecommendationReport[]> {
  const found = await sql<RecommendationReport>`select id, state, due, reported_by as "reportedBy",
      reported_at as "reportedAt"
    from peer_recommendation_report where organisation = ${work.organisation} and recommendation = ${id}
    order by reported_at desc, id`.execute(work.db)
  return found.rows
}
