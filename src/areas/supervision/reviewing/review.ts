// One date of a forum of peer review (SPEC 5.8): planned, open, held or called off. People say beforehand whether they come and bring
// cases by a local reference, or a review to learn from. While it is open whoever is invited enters themselves on the register; those
// on it count as having had peer review once whoever facilitates has closed it. The record belongs to those who were there.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addMinutes, type Moment } from '../../../platform/time/moment.ts'
import type { ForumId } from '../peer-review/forum.ts'
import type { PlaceKind, SessionId } from '../session/session.ts'

export type ReviewId = Id<'review'>
export type ItemId = Id<'item'>

export type PeerReview = {
  readonly id: ReviewId
  readonly forum: ForumId
  readonly startsAt: Moment
  readonly minutes: number
  readonly placeKind: PlaceKind
  readonly place: string
  readonly state: 'planned' | 'open' | 'held' | 'called off'
  /** Who opened it, and led it. */
  readonly ledBy: PersonId | null
  readonly beganAt: Moment | null
  readonly finishedAt: Moment | null
  /** The session as which it counts, once held with somebody there. */
  readonly session: SessionId | null
  /** The newest version of its record; 0 when nothing was written yet. */
  readonly record: number
  /** How often it was called off or put back, for calendars. */
  readonly sequence: number
}

export const stands = ['coming', 'not coming', 'here'] as const
export type Stands = (typeof stands)[number]
export type Registered = { readonly person: PersonId; readonly stands: Stands; readonly saidBy: PersonId }

/** Something that somebody brings: a case of their own work, or a serious case review or other learning. */
export type Item = {
  readonly id: ItemId
  readonly review: ReviewId
  readonly kind: 'case' | 'learning'
  readonly broughtBy: PersonId
  readonly broughtAt: Moment
  readonly takenBackAt: Moment | null
}

/** It can be opened from half an hour before it begins. */
const EARLY = 30
export const MOST_ITEMS = 20

/** Opens the register: from half an hour before the start, at any time after. */
export function decideOpening(review: PeerReview, now: Moment): Decision {
  if (review.state !== 'planned') return no(stateWords[review.state])
  return addMinutes(review.startsAt, -EARLY) <= now ? yes() : no('It can be opened from half an hour before it begins')
}

const stateWords: Readonly<Record<Exclude<PeerReview['state'], 'planned'>, string>> = {
  open: 'It is open already',
  held: 'This peer review has been held',
  'called off': 'This peer review was called off',
}

/** Whether somebody may say how they stand: beforehand whether they come, and that they are here only while it is open. */
export function decideRegister(review: PeerReview, wish: Stands): Decision {
  if (review.state === 'held' || review.state === 'called off') return no(stateWords[review.state])
  if (wish === 'here' && review.state !== 'open') return no('The register is not open yet')
  return wish !== 'here' && review.state === 'open' ? no('It has begun. Say that you are here') : yes()
}

/** Whoever facilitates takes off the register somebody who was entered and is not here. */
export const decideTakingOff = (review: PeerReview): Decision =>
  review.state === 'open' ? yes() : no('The register is not open')

/** Something may be brought until it is held. */
export function decideBringing(review: PeerReview, { items }: { items: number }): Decision {
  if (review.state === 'held' || review.state === 'called off') return no(stateWords[review.state])
  return items < MOST_ITEMS ? yes() : no(`${MOST_ITEMS} are on the list. Bring it to the next one`)
}

/** Whoever brought something takes it back, and whoever facilitates may too, until it is held. */
export function decideTakingBack(review: PeerReview, item: Item): Decision {
  if (item.takenBackAt !== null) return no('It was taken back already')
  return decideBringing(review, { items: 0 })
}

/** The record is written while it is open, and put right afterwards for as long as somebody who led it says so. */
export function decideRecord(review: PeerReview, from: number): Decision {
  if (review.state !== 'open' && review.state !== 'held') return no('The record is written once it is open')
  return review.record === from ? yes() : no('Somebody saved the record meanwhile. Look at it again')
}

/** Closes it: it needs somebody on the register beside whoever leads. */
export function decideClosing(review: PeerReview, { came }: { came: number }): Decision {
  if (review.state !== 'open')
    return no(review.state === 'planned' ? 'It has not been opened' : stateWords[review.state])
  return came > 0 ? yes() : no('Nobody is on the register. Ask people to say that they are here, or call it off')
}

/** Calls it off as long as it has not been held. What was brought stays with whoever brought it. */
export const decideCallingOff = (review: PeerReview): Decision =>
  review.state === 'planned' || review.state === 'open' ? yes() : no(stateWords[review.state])

/** Puts one that was called off back, before it would have begun. */
export function decidePuttingBack(review: PeerReview, now: Moment): Decision {
  if (review.state !== 'called off') return no('It was not called off')
  return review.startsAt > now ? yes() : no('Its time has passed. Plan another one')
}

/** Who came, of a register: those who are here, without whoever leads. */
export const cameOf = (register: readonly Registered[], ledBy: PersonId): readonly PersonId[] =>
  register.filter((one) => one.stands === 'here' && one.person !== ledBy).map((one) => one.person)

/** From when to when it was held: closed much later than it was planned for, it ended when it was to end. */
export function timesOf(review: PeerReview, now: Moment): { readonly beganAt: Moment; readonly finishedAt: Moment } {
  const beganAt = review.beganAt ?? review.startsAt
  const end = addMinutes(beganAt, review.minutes)
  return { beganAt, finishedAt: now <= addMinutes(end, 60) ? now : end }
}
