// Planning, opening, closing and calling off a date of peer review, and its register. Each leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { writeMail } from '../../../platform/mail/outbox.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonMoment } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../../records/index.ts'
import { countHeldMeeting } from '../holding/held-meeting.changes.ts'
import type { ForumSubject } from '../peer-review/forum.access.ts'
import { standingTo } from '../peer-review/forum.changes.ts'
import { findForum, lockForum } from '../peer-review/forum.store.ts'
import type { ForumId } from '../peer-review/forum.ts'
import { isInvitedTo } from '../peer-review/invited.changes.ts'
import { calledOffMail } from '../peer-review/mails.view.ts'
import type { PlaceKind } from '../session/session.ts'
import { letReadNoLonger, letThoseHereRead, theReview } from './readers.changes.ts'
import {
  cameOf,
  decideCallingOff,
  decideClosing,
  decideOpening,
  decidePuttingBack,
  decideRegister,
  decideTakingOff,
  type PeerReview,
  type ReviewId,
  type Stands,
  timesOf,
} from './review.ts'
import {
  findRegister,
  findReview,
  findReviewsOf,
  insertReview,
  lockReview,
  saveRegistered,
  saveReview,
} from './review.store.ts'

export type ReviewSubject = ForumSubject & { readonly review: PeerReview }

/** A peer review as a page's subject, with its forum and how the asker stands to it. */
export async function subjectReview(work: Work, { review: id }: { review: ReviewId }): Promise<ReviewSubject | null> {
  const review = await findReview(work, id)
  const forum = review && (await findForum(work, review.forum))
  return forum && { ...(await standingTo(work, forum)), review }
}

export type Dates = {
  readonly days: readonly Day[]
  readonly time: string
  readonly minutes: number
  readonly placeKind: PlaceKind
  readonly place: string
}

/** Plans dates of a forum (SPEC 5.8); how many. A day on which the forum meets at that moment already is refused. */
export async function planReviews(work: Work, id: ForumId, dates: Dates): Promise<Decision<number>> {
  const forum = await lockForum(work, id)
  if (!forum) return no('There is no such forum')
  if (forum.closedAt !== null) return no('This forum has ended')
  const taken = new Set((await findReviewsOf(work, [id])).map((one) => one.startsAt))
  for (const day of new Set(dates.days)) {
    const startsAt = londonMoment(day, dates.time)
    if (!startsAt) return no(`This time does not exist on ${formatDay(day)}`, 'time')
    if (startsAt <= work.moment) return no('The first day must be ahead', 'first')
    if (taken.has(startsAt)) return no(`The forum meets on ${formatDay(day)} at that time already`, 'first')
    const { minutes, placeKind, place } = dates
    const none = { ledBy: null, beganAt: null, finishedAt: null, session: null, record: 0, sequence: 0 }
    const review = work.newId<'review'>()
    await insertReview(work, { id: review, forum: id, startsAt, minutes, placeKind, place, state: 'planned', ...none })
    writeTrail(work, { deed: 'peer review planned', about: theReview(review) })
  }
  return yes(new Set(dates.days).size)
}

/** Opens the register; the asker leads it, and those on the list of recommendations read them from now on. */
export async function openReview(work: Work, id: ReviewId): Promise<Decision> {
  const review = await lockReview(work, id)
  if (!review) return no('There is no such peer review')
  const decision = decideOpening(review, work.moment)
  if (!decision.ok) return decision
  const opened = { ...review, state: 'open', ledBy: work.asker.person, beganAt: work.moment } as const
  await saveReview(work, opened)
  await saveRegistered(work, id, { person: work.asker.person, stands: 'here' })
  writeTrail(work, { deed: 'peer review opened', about: theReview(id) })
  return yes()
}

/** The asker says how they stand: coming, not coming, or here. */
export async function register(work: Work, id: ReviewId, { stands }: { stands: Stands }): Promise<Decision> {
  const review = await lockReview(work, id)
  if (!review) return no('There is no such peer review')
  const decision = decideRegister(review, stands)
  if (!decision.ok) return decision
  await saveRegistered(work, id, { person: work.asker.person, stands })
  writeTrail(work, { deed: 'peer review register', about: theReview(id), detail: { stands } })
  return yes()
}

/** Whoever facilitates enters somebody who is here without a device of their own, or takes somebody off who is not. */
export async function registerOther(
  work: Work,
  id: ReviewId,
  { person, here }: { readonly person: PersonId; readonly here: boolean },
): Promise<Decision> {
  const review = await lockReview(work, id)
  if (!review) return no('There is no such peer review')
  const decision = here ? decideRegister(review, 'here') : decideTakingOff(review)
  if (!decision.ok) return decision
  if (!here && review.ledBy === person) return no('Whoever leads it is here', 'person')
  const forum = await findForum(work, review.forum)
  const known = (await findRegister(work, id)).some((one) => one.person === person)
  if (!forum || (!known && !forum.chairs.includes(person) && !(await isInvitedTo(work, person, forum))))
    return no('Choose somebody whom the forum invites', 'person')
  await saveRegistered(work, id, { person, stands: here ? 'here' : 'not coming' })
  if (here) await letThoseHereRead(work, review)
  else await letReadNoLonger(work, review, { person })
  writeTrail(work, { deed: 'peer review register', about: theReview(id), detail: { person, here } })
  return yes()
}

/** Closes the register: it counts for everybody on it, and they read its record from now on. */
export async function closeReview(work: Work, id: ReviewId): Promise<Decision> {
  const review = await lockReview(work, id)
  const forum = review && (await findForum(work, review.forum))
  if (!review || !forum) return no('There is no such peer review')
  const ledBy = review.ledBy ?? work.asker.person
  const came = cameOf(await findRegister(work, id), ledBy)
  const decision = decideClosing(review, { came: came.length })
  if (!decision.ok) return decision
  const times = timesOf(review, work.moment)
  const { minutes, placeKind } = review
  const held = { type: forum.type, supervisor: ledBy, came, minutes, placeKind, ...times }
  const session = await countHeldMeeting(work, { ...held, elsewhere: 'peer review' })
  if (session === null) return no('It has only just begun, or the policy no longer has this kind. Call it off instead')
  await letThoseHereRead(work, review)
  await saveReview(work, { ...review, state: 'held', finishedAt: times.finishedAt, session })
  writeTrail(work, { deed: 'peer review held', about: theReview(id), detail: { came: came.length } })
  return yes()
}

/** Calls a date off; nobody's register counts, and those who meant to come are told. */
export async function callReviewOff(work: Work, id: ReviewId): Promise<Decision> {
  const review = await lockReview(work, id)
  if (!review) return no('There is no such peer review')
  const decision = decideCallingOff(review)
  if (!decision.ok) return decision
  await saveReview(work, { ...review, state: 'called off', ledBy: null, beganAt: null, sequence: review.sequence + 1 })
  const coming = (await findRegister(work, id)).filter((one) => one.stands !== 'not coming')
  for (const { person } of coming)
    if (person !== work.asker.person) await writeMail(work, person, calledOffMail, { review: id })
  writeTrail(work, { deed: 'peer review called off', about: theReview(id) })
  return yes()
}

/** Plans a date again that was called off. */
export async function putReviewBack(work: Work, id: ReviewId): Promise<Decision> {
  const review = await lockReview(work, id)
  if (!review) return no('There is no such peer review')
  const decision = decidePuttingBack(review, work.moment)
  if (!decision.ok) return decision
  await saveReview(work, { ...review, state: 'planned', sequence: review.sequence + 1 })
  writeTrail(work, { deed: 'peer review planned', about: theReview(id) })
  return yes()
}
