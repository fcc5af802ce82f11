// The record of a peer review: kept as it is typed, for whoever types it alone; saved as a further version that those who are there
// read. Texts are sealed; each deed leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import {
  draftVersion,
  dropDraft,
  findReaders,
  noteJustified,
  openTexts,
  type PointedOut,
  sealTexts,
  type Texts,
  thing,
} from '../../records/index.ts'
import { findForum } from '../peer-review/forum.store.ts'
import { letChairsRead, openItems } from '../reviewing/bringing.changes.ts'
import type { ReviewSubject } from '../reviewing/review.changes.ts'
import { letThoseHereRead, theReview } from '../reviewing/readers.changes.ts'
import { decideRecord, type PeerReview, type ReviewId } from '../reviewing/review.ts'
import { lockReview, saveReview } from '../reviewing/review.store.ts'
import type { RecordPart } from '../terms/terms.ts'
import { termsIn } from '../terms/terms.view.ts'
import {
  deletePeerRecordDraft,
  findPeerRecordDraft,
  type PeerRecordDraft,
  savePeerRecordDraft,
} from './peer-record.store.ts'
import { partsOfReview } from './peer-record.view.ts'

const kind = 'case discussion' as const
const aboutDraft = ({ id }: Pick<PeerRecordDraft, 'id'>) => thing('peer record draft', id)

/** What a page says whose words were kept from another window or phone after it was opened. */
export const keptElsewhereWords = 'You went on with this in another window or on another phone. Both texts stand here'

/** The words of the record as they stand now, for those who were there; none for everybody else. */
export const openReviewRecord = async (work: Work, review: PeerReview): Promise<Texts> =>
  review.record === 0 ? {} : (await openTexts(work, { about: theReview(review.id), version: review.record })).texts

/** What its record asks: the policy's questions, for each of what was brought. */
export async function partsFor(work: Work, { review, forum }: ReviewSubject): Promise<readonly RecordPart[]> {
  const items = await openItems(work, review)
  return partsOfReview(termsIn(await policyOn(work), forum.type)?.recordParts ?? [], items)
}

/** Nobody writes over words that they cannot read: who came to facilitate later was not there. */
export async function mayWriteRecord(work: Work, review: PeerReview): Promise<Decision> {
  const decision = decideRecord(review, review.record)
  if (!decision.ok || review.record === 0) return decision
  const readers = await findReaders(work, theReview(review.id))
  return readers.some((one) => one.person === work.asker.person)
    ? yes()
    : no('Somebody who was there writes this record. You were not, so you cannot read it')
}

export type OwnDraft = PeerRecordDraft & { readonly texts: Texts }

/** What the asker typed last without saving it, or null. */
export async function openOwnDraft(work: Work, review: ReviewId): Promise<OwnDraft | null> {
  const draft = await findPeerRecordDraft(work, review)
  return (
    draft && { ...draft, texts: (await openTexts(work, { about: aboutDraft(draft), version: draftVersion })).texts }
  )
}

/** Keeps what was typed, for the asker alone; how often it was kept by now. Refused when a later page kept it meanwhile. */
export async function keepPeerRecord(
  work: Work,
  review: PeerReview,
  what: { readonly fromSave: number; readonly texts: Texts },
): Promise<Decision<number>> {
  const decision = await mayWriteRecord(work, review)
  if (!decision.ok) return decision
  const own = await findPeerRecordDraft(work, review.id)
  if ((own?.save ?? 0) !== what.fromSave) return no(keptElsewhereWords)
  const draft = await savePeerRecordDraft(work, review.id, what.fromSave)
  if (!draft) return no(keptElsewhereWords)
  await sealTexts(work, { kind, about: aboutDraft(draft), version: draftVersion, texts: what.texts })
  return yes(draft.save)
}

/** Throws away what the asker typed and did not save; the record stays as it is. */
export async function dropOwnDraft(work: Work, review: ReviewId): Promise<void> {
  const draft = await findPeerRecordDraft(work, review)
  if (!draft) return
  await dropDraft(work, aboutDraft(draft))
  await deletePeerRecordDraft(work, review)
}

/** Saves the record as a further version (SPEC 5.6); those who are there read it from now on. */
export async function saveReviewRecord(
  work: Work,
  id: ReviewId,
  what: { readonly from: number; readonly texts: Texts; readonly pointed: PointedOut },
): Promise<Decision> {
  const review = await lockReview(work, id)
  const forum = review && (await findForum(work, review.forum))
  if (!review || !forum) return no('There is no such peer review')
  const decision = decideRecord(review, what.from)
  if (!decision.ok) return decision
  const may = await mayWriteRecord(work, review)
  if (!may.ok) return may
  const about = theReview(id)
  await sealTexts(work, { kind, about, version: review.record + 1, texts: what.texts })
  if (review.record === 0) await letChairsRead(work, forum, { about })
  noteJustified(work, about, what.pointed)
  await letThoseHereRead(work, review)
  await saveReview(work, { ...review, record: review.record + 1 })
  await dropOwnDraft(work, id)
  return yes()
}
