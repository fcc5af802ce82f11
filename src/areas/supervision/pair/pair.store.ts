// Supervisory pairs in the database, dated; an ended pair stays.
import { type RawBuilder, sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { EndKind, Pair, PairId } from './pair.ts'

/** A pair whose last day has passed has ended, without anybody's deed. */
const columns = (work: Work) => sql`id, supervisee, supervisor, type_key as type,
  case when state = 'agreed' and to_day <= ${work.today} then 'ended' else state end as state, asked_by as "askedBy", line_manager as "lineManager",
  consented_at as "consentedAt", from_day as "from", to_day as "to", version`

/** The pair of that id in this organisation, or null. */
export async function findPair(work: Work, id: PairId): Promise<Pair | null> {
  const found = await sql<Pair>`select ${columns(work)} from supervisory_pair
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** One choice of a supervisor at a time for a person, so that two at one moment see each other. */
export async function lockPairs(work: Work, supervisee: PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pairs ${work.organisation} ${supervisee}`}, 0))`.execute(
    work.db,
  )
}

/** Every pair that a person is in on either side, those that stand first. */
export async function findPairsOf(work: Work, person: PersonId): Promise<readonly Pair[]> {
  const found = await sql<Pair>`select ${columns(work)} from supervisory_pair
    where organisation = ${work.organisation} and (supervisee = ${person} or supervisor = ${person})
    order by 5, from_day desc nulls first, id`.execute(work.db)
  return found.rows
}

/** Of pairs that are agreed and have not come to their last day. */
const isAgreed = (work: Work) => sql`organisation = ${work.organisation} and state = 'agreed'
  and (to_day is null or to_day > ${work.today})`

/** Whether a person supervises anybody; a part of a `select`. */
export const supervisesSomebody = (work: Work, person: PersonId): RawBuilder<boolean> =>
  sql<boolean>`exists (select from supervisory_pair where ${isAgreed(work)} and supervisor = ${person})`

/** In which kinds a person has a supervisor of their own; a part of a `select`. */
export const supervisedTypes = (work: Work, person: PersonId): RawBuilder<readonly string[]> =>
  sql<readonly string[]>`array(select distinct type_key from supervisory_pair
    where ${isAgreed(work)} and supervisee = ${person})`

/** The pairs that stand today for some supervisees; for "needs a supervisor" and the chain of supervision. */
export async function standingPairs(work: Work, supervisees: readonly PersonId[] | null): Promise<readonly Pair[]> {
  const named = supervisees ? [...supervisees] : null
  const found = await sql<Pair>`select ${columns(work)} from supervisory_pair
    where organisation = ${work.organisation} and state = 'agreed' and from_day <= ${work.today}
      and (to_day is null or to_day > ${work.today}) and (${named}::uuid[] is null or supervisee = any(${named}::uuid[]))
    order by supervisee, type_key, id`.execute(work.db)
  return found.rows
}

/** Adds a pair as it was asked or chosen; an earlier one of the same two that ends makes room for it. */
export async function addPair(work: Work, pair: Pair): Promise<void> {
  await sql`update supervisory_pair set state = 'ended' where organisation = ${work.organisation} and state = 'agreed'
    and to_day is not null and supervisee = ${pair.supervisee} and supervisor = ${pair.supervisor}
    and type_key = ${pair.type}`.execute(work.db)
  await sql`insert into supervisory_pair (organisation, id, supervisee, supervisor, type_key, state, asked_by, asked_at,
      line_manager, consented_at, from_day)
    values (${work.organisation}, ${pair.id}, ${pair.supervisee}, ${pair.supervisor}, ${pair.type}, ${pair.state},
      ${pair.askedBy}, ${work.moment}, ${pair.lineManager}, ${pair.consentedAt}, ${pair.from})`.execute(work.db)
}

/** Saves an answer or an ending; false when somebody else saved the pair meanwhile. */
export async function savePair(work: Work, pair: Pair, ended: EndKind | null): Promise<boolean> {
  const saved = await sql`update supervisory_pair set state = ${pair.state}, consented_at = ${pair.consentedAt},
      from_day = ${pair.from}, to_day = ${pair.to}, version = ${pair.version},
      ended_by = case when ${ended}::text is null then ended_by else ${work.asker.person}::uuid end,
      ended_at = case when ${ended}::text is null then ended_at else ${work.moment}::timestamptz end,
      end_kind = coalesce(${ended}, end_kind)
    where organisation = ${work.organisation} and id = ${pair.id} and version = ${pair.version - 1}`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}

/** Takes an ending back; false when somebody else saved the pair meanwhile. */
export async function resumePair(work: Work, pair: Pair): Promise<boolean> {
  const saved =
    await sql`update supervisory_pair set state = ${pair.state}, to_day = null, ended_by = null, ended_at = null,
      end_kind = null, version = ${pair.version}
    where organisation = ${work.organisation} and id = ${pair.id} and version = ${pair.version - 1}`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}
