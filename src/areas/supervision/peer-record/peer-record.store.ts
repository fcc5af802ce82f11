// What somebody is typing of the record of a peer review, in the database: that there is a draft and how often it was kept. Its words
// are sealed; nobody but its author finds it.
import { sql } from '../../../platform/database/database.ts'
import type { Id } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { ReviewId } from '../reviewing/review.ts'

export type PeerRecordDraft = {
  readonly id: Id<'peer record draft'>
  /** How often it was kept. */
  readonly save: number
  readonly keptAt: Moment
}

/** The asker's own draft of the record of a peer review, or null. */
export async function findPeerRecordDraft(work: Work, review: ReviewId): Promise<PeerRecordDraft | null> {
  const found = await sql<PeerRecordDraft>`select id, save, kept_at as "keptAt" from peer_record_draft
    where organisation = ${work.organisation} and review = ${review} and author = ${work.asker.person}`.execute(work.db)
  return found.rows[0] ?? null
}

/** Notes that the asker's draft was kept once more, from a page with the save before it; null when that is not the newest. */
export async function savePeerRecordDraft(
  work: Work,
  review: ReviewId,
  fromSave: number,
): Promise<PeerRecordDraft | null> {
  const { organisation, asker, moment } = work
  const begun = sql`insert into peer_record_draft (organisation, id, review, author, save, kept_at)
    values (${organisation}, ${work.newId()}, ${review}, ${asker.person}, 1, ${moment})
    on conflict (organisation, review, author) do nothing returning id, save, kept_at as "keptAt"`
  const further = sql`update peer_record_draft set save = save + 1, kept_at = ${moment}
    where organisation = ${organisation} and review = ${review} and author = ${asker.person} and save = ${fromSave}
    returning id, save, kept_at as "keptAt"`
  const saved = await sql<PeerRecordDraft>`${fromSave === 0 ? begun : further}`.execute(work.db)
  return saved.rows[0] ?? null
}

/** The asker's draft has become a version, or is not wanted. */
export async function deletePeerRecordDraft(work: Work, review: ReviewId): Promise<void> {
  await sql`delete from peer_record_draft
    where organisation = ${work.organisation} and review = ${review} and author = ${work.asker.person}`.execute(work.db)
}
