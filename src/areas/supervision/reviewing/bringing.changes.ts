// Bringing something to a peer review, and taking it back. Texts are sealed; each deed leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import {
  letRead,
  noteJustified,
  openTexts,
  type PointedOut,
  sealTexts,
  type Texts,
  writeTrail,
} from '../../records/index.ts'
import { findForum } from '../peer-review/forum.store.ts'
import type { Forum } from '../peer-review/forum.ts'
import { letThoseHereRead, theItem } from './readers.changes.ts'
import { decideBringing, decideTakingBack, type Item, type ItemId, type PeerReview, type ReviewId } from './review.ts'
import { findItem, findItems, findReview, insertItem, lockReview, takeItemBack } from './review.store.ts'

/** The sealed texts of a peer review are those of a case discussion. */
const kind = 'case discussion' as const

export type Brought = {
  readonly kind: Item['kind']
  /** Its words, as they are sealed. */
  readonly texts: Texts
  readonly pointed: PointedOut
}

/** Brings a case or something to learn from; whoever facilitates reads it, and those who are there from then on. */
export async function bringItem(work: Work, id: ReviewId, what: Brought): Promise<Decision<ItemId>> {
  const review = await lockReview(work, id)
  const forum = review && (await findForum(work, review.forum))
  if (!review || !forum) return no('There is no such peer review')
  const decision = decideBringing(review, { items: (await findItems(work, id)).length })
  if (!decision.ok) return decision
  const brought = { broughtBy: work.asker.person, broughtAt: work.moment, takenBackAt: null }
  const item: Item = { id: work.newId<'item'>(), review: id, kind: what.kind, ...brought }
  await insertItem(work, item)
  await sealTexts(work, { kind, about: theItem(item.id), version: 1, texts: what.texts })
  await letChairsRead(work, forum, { about: theItem(item.id) })
  noteJustified(work, theItem(item.id), what.pointed)
  if (review.state === 'open') await letThoseHereRead(work, review)
  writeTrail(work, { deed: 'brought to peer review', about: theItem(item.id) })
  return yes(item.id)
}

/** Lets those who facilitate the forum read what the asker has just written. */
export async function letChairsRead(
  work: Work,
  { chairs }: Forum,
  { about }: { readonly about: { readonly kind: string; readonly id: Id<string> } },
): Promise<void> {
  const others = chairs.filter((person) => person !== work.asker.person)
  await letRead(
    work,
    about,
    others.map((person) => ({ person, because: 'facilitator' as const, until: null })),
  )
}

/** An item with its peer review, as a page's subject. */
export async function itemOf(work: Work, id: ItemId): Promise<{ item: Item; review: PeerReview } | null> {
  const item = await findItem(work, id)
  const review = item && (await findReview(work, item.review))
  return review && { item, review }
}

/** Takes something back that was brought. */
export async function takeBack(work: Work, id: ItemId): Promise<Decision> {
  const found = await itemOf(work, id)
  const review = found && (await lockReview(work, found.review.id))
  const item = review && (await findItem(work, id))
  if (!review || !item) return no('There is nothing of that kind')
  const decision = decideTakingBack(review, item)
  if (!decision.ok) return decision
  await takeItemBack(work, id)
  writeTrail(work, { deed: 'taken back from peer review', about: theItem(id) })
  return yes()
}

/** What was brought, with its words for those who may read them. */
export async function openItems(
  work: Work,
  review: PeerReview,
): Promise<readonly (Item & { readonly texts: Texts })[]> {
  const shown: (Item & { texts: Texts })[] = []
  for (const item of await findItems(work, review.id))
    shown.push({ ...item, texts: (await openTexts(work, { about: theItem(item.id), version: 1 })).texts })
  return shown
}
