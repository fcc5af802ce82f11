// Who reads what of a peer review: those who are on its register read what was brought and its record, and the recommendations that
// are still followed. Somebody taken off the register reads them no longer. What a facilitator never read, they cannot hand on.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findReaders, letRead, mayLetRead, removeReader, type Thing, thing } from '../../records/index.ts'
import { theRecommendation, theReport } from '../recommendation/recommendation.changes.ts'
import { findOpenRecommendations, findRecommendationReports } from '../recommendation/recommendation.store.ts'
import type { ItemId, PeerReview, ReviewId } from './review.ts'
import { findItems, findRegister, findReview } from './review.store.ts'

/** What a line of the trail, or a text, of a peer review is about. */
export const theReview = (id: ReviewId): Thing => thing('peer review', id)
/** What somebody brought. */
export const theItem = (id: ItemId): Thing => thing('peer review item', id)

async function thingsOf(work: Work, review: PeerReview): Promise<readonly Thing[]> {
  const items = await findItems(work, review.id)
  return [theReview(review.id), ...items.map((one) => theItem(one.id))]
}

/** Lets everybody on the register read, as far as the asker may let them; nobody is let in twice. */
export async function letThoseHereRead(work: Work, review: PeerReview): Promise<void> {
  const here = (await findRegister(work, review.id)).filter((one) => one.stands === 'here').map((one) => one.person)
  for (const about of [...(await thingsOf(work, review)), ...(await followedThings(work, review))]) {
    const known = new Set((await findReaders(work, about)).map((reader) => reader.person))
    const fresh = here.filter((person) => !known.has(person))
    if (fresh.length === 0 || !(await mayLetRead(work, about))) continue
    await letRead(
      work,
      about,
      fresh.map((person) => ({ person, because: 'was present' as const, until: null })),
    )
  }
}

/** The recommendations that the forum still follows, and what was reported on them. */
async function followedThings(work: Work, review: PeerReview): Promise<readonly Thing[]> {
  const things: Thing[] = []
  for (const { id } of await findOpenRecommendations(work, [review.forum])) {
    const reports = await findRecommendationReports(work, id)
    things.push(theRecommendation(id), ...reports.map((one) => theReport(one.id)))
  }
  return things
}

/** Takes what they read for having been there from somebody who was not. */
export async function letReadNoLonger(
  work: Work,
  review: PeerReview,
  { person }: { readonly person: PersonId },
): Promise<void> {
  for (const about of await thingsOf(work, review)) {
    const reader = (await findReaders(work, about)).find((one) => one.person === person)
    if (reader?.because === 'was present' && (await mayLetRead(work, about))) await removeReader(work, about, person)
  }
}

/** Who was, or is, at a peer review, whoever led it among them; nobody before it was opened. */
export async function peopleAtReview(work: Work, id: ReviewId): Promise<readonly PersonId[]> {
  const review = await findReview(work, id)
  if (review?.state !== 'open' && review?.state !== 'held') return []
  const here = (await findRegister(work, id)).filter((one) => one.stands === 'here').map((one) => one.person)
  return [...new Set([...(review.ledBy ? [review.ledBy] : []), ...here])]
}
