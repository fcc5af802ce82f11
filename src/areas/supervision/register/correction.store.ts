// Corrections of closed registers in the database: whom, which way, by whom and why in fixed words. Facts only, never changed.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { ReviewId } from '../reviewing/review.ts'
import type { Correction } from './correction.ts'

/** Adds a correction to those of a peer review. */
export async function insertCorrection(work: Work, review: ReviewId, one: Correction): Promise<void> {
  await sql`insert into peer_register_correction (organisation, id, review, person, now_on, reason, corrected_by,
      corrected_at)
    values (${work.organisation}, ${work.newId()}, ${review}, ${one.person}, ${one.nowOn}, ${one.reason}, ${one.by},
      ${one.at})`.execute(work.db)
}

/** How the register of a peer review was put right, the first correction first. */
export async function findCorrections(work: Work, review: ReviewId): Promise<readonly Correction[]> {
  const found = await sql<Correction>`select person, now_on as "nowOn", reason, corrected_by as by, corrected_at as at
    from peer_register_correction where organisation = ${work.organisation} and review = ${review}
    order by corrected_at, id`.execute(work.db)
  return found.rows
}
