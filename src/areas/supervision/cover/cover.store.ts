// Cover in the database: who may read which case for whom, up to which day. Facts only.
import { type RawBuilder, sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { Cover, CoverId } from './cover.ts'

const columns = sql`id, case_id as "caseId", colleague, granted_by as "grantedBy", granted_at as "grantedAt",
  until_day as "until", ended_at as "endedAt"`

/** Everybody who covers or covered for a case, newest first. */
export async function findCovers(work: Work, caseId: Id<'case'>): Promise<readonly Cover[]> {
  const found = await sql<Cover>`select ${columns} from case_cover
    where organisation = ${work.organisation} and case_id = ${caseId} order by granted_at desc, id`.execute(work.db)
  return found.rows
}

/** One cover of this organisation, or null; whoever else changes it waits. */
export async function findCover(work: Work, id: CoverId): Promise<Cover | null> {
  const found = await sql<Cover>`select ${columns} from case_cover
    where organisation = ${work.organisation} and id = ${id} for update`.execute(work.db)
  return found.rows[0] ?? null
}

/** The cases that a person covers on a day. */
export async function findCoveredBy(work: Work, colleague: PersonId, day: Day): Promise<readonly Cover[]> {
  const found = await sql<Cover>`select ${columns} from case_cover
    where organisation = ${work.organisation} and colleague = ${colleague} and ended_at is null and until_day >= ${day}
    order by until_day, id`.execute(work.db)
  return found.rows
}

/** Whether a colleague covers any case today; a part of a `select`. */
export const coversACase = (work: Work, colleague: PersonId): RawBuilder<boolean> =>
  sql<boolean>`exists (select from case_cover where organisation = ${work.organisation} and colleague = ${colleague}
    and ended_at is null and until_day >= ${work.today})`

/** Keeps that a colleague may read a case. */
export async function addCover(work: Work, cover: Cover): Promise<void> {
  await sql`insert into case_cover (organisation, id, case_id, colleague, granted_by, granted_at, until_day)
    values (${work.organisation}, ${cover.id}, ${cover.caseId}, ${cover.colleague}, ${cover.grantedBy},
      ${cover.grantedAt}, ${cover.until})`.execute(work.db)
}

/** Keeps that it was ended before its day; false when it had ended already. */
export async function endCoverRow(work: Work, id: CoverId): Promise<boolean> {
  const ended = await sql`update case_cover set ended_at = ${work.moment}, ended_by = ${work.asker.person}
    where organisation = ${work.organisation} and id = ${id} and ended_at is null`.execute(work.db)
  return Number(ended.numAffectedRows) === 1
}
