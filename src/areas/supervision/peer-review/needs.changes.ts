// What waits for somebody of peer review: a date that invites them, one to open or to close, and recommendations that they see to.
import type { Need } from '../../../platform/area.ts'
import { addDays } from '../../../platform/time/day.ts'
import { addMinutes, londonDay } from '../../../platform/time/moment.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { findForums } from './forum.store.ts'
import { reviewAddress } from './forum.view.ts'
import { forumsInviting } from './invited.changes.ts'
import { findOwnedBy } from '../recommendation/recommendation.store.ts'
import { overseenBy } from '../recommendation/recommendation.changes.ts'
import { leftWithNobody } from '../following/owner.changes.ts'
import { isLate } from '../following/overview.ts'
import { isSettled } from '../recommendation/recommendation.ts'
import { recommendationAddress } from '../recommendation/recommendation.view.ts'
import { findAnswered, findCalledOffFor, findReviewsBefore } from '../reviewing/review.store.ts'

const AHEAD = 7 * 24 * 60
/** A recommendation comes up this many days before its day. */
const EARLY_DAYS = 14

/** One need for each date and each recommendation that asks something of the asker. */
export async function peerReviewNeeds(work: Work): Promise<readonly Need[]> {
  return [
    ...(await ofDates(work)),
    ...(await ofCalledOff(work)),
    ...(await ofRecommendations(work)),
    ...(await ofTeams(work)),
    ...(await ofNobody(work)),
  ]
}

/** For whoever facilitates: whoever saw to a recommendation has left. */
async function ofNobody(work: Work): Promise<readonly Need[]> {
  return (await leftWithNobody(work)).map((one) => ({
    urgency: 'now' as const,
    title: 'Nobody sees to what a peer review recommended',
    reason: 'Whoever saw to it has left. Give it to somebody else.',
    button: { label: 'Choose somebody', href: `${recommendationAddress(one)}/owner` },
    by: one.due,
  }))
}

/** For whoever leads a team: that something was recommended for it lately, or is late. */
async function ofTeams(work: Work): Promise<readonly Need[]> {
  if (!work.asker.standing.has('team lead')) return []
  const { recommendations } = await overseenBy(work)
  const open = recommendations.filter((one) => one.unit !== null && !isSettled(one) && one.owner !== work.asker.person)
  const late = open.filter((one) => isLate(one, work.today))
  const fresh = open.filter((one) => addDays(londonDay(one.madeAt), EARLY_DAYS) >= work.today)
  const first = late[0] ?? fresh[0]
  if (!first) return []
  const reason =
    first === late[0] ? `It was due by ${formatDay(first.due)}.` : `It is to be practice by ${formatDay(first.due)}.`
  const title =
    first === late[0]
      ? 'What peer review recommended for your team is late'
      : 'Peer review recommended something for your team'
  const button = { label: 'See who sees to it', href: '/peer-reviews/recommendations' }
  return [{ urgency: 'later', title, reason, button, by: first.due }]
}

async function ofCalledOff(work: Work): Promise<readonly Need[]> {
  return (await findCalledOffFor(work, work.asker.person)).map((review) => ({
    urgency: 'soon' as const,
    title: `There is no peer review on ${formatMoment(review.startsAt)}`,
    reason: 'You said that you come, and it has been called off. Take it out of your calendar.',
    button: { label: 'Open it', href: reviewAddress(review) },
    by: londonDay(review.startsAt),
  }))
}

async function ofDates(work: Work): Promise<readonly Need[]> {
  const near = await findReviewsBefore(work, addMinutes(work.moment, AHEAD))
  if (near.length === 0) return []
  const forums = (await findForums(work)).filter((forum) => near.some((one) => one.forum === forum.id))
  const chaired = new Set(forums.filter((one) => one.chairs.includes(work.asker.person)).map((one) => one.id))
  const inviting = new Set((await forumsInviting(work, work.asker.person, forums)).map((forum) => forum.id))
  const answered = await findAnswered(
    work,
    work.asker.person,
    near.map((one) => one.id),
  )
  return near.flatMap((review): Need[] => {
    const by = londonDay(review.startsAt)
    const button = { label: 'Open it', href: reviewAddress(review) }
    const isPast = review.startsAt <= work.moment
    if (chaired.has(review.forum) && (isPast || review.state === 'open')) {
      const title = review.state === 'open' ? 'A peer review is open' : 'Was the peer review held?'
      const reason = `It was planned for ${formatMoment(review.startsAt)}. It counts for nobody until you close its register.`
      return [{ urgency: 'now', title, reason, button, by }]
    }
    if (isPast || answered.has(review.id) || !inviting.has(review.forum) || chaired.has(review.forum)) return []
    const reason = `${formatMoment(review.startsAt)}. Say whether you come; you can bring a case.`
    return [{ urgency: 'soon', title: 'Peer review invites you', reason, button, by }]
  })
}

async function ofRecommendations(work: Work): Promise<readonly Need[]> {
  const soon = (await findOwnedBy(work, work.asker.person)).filter(
    (one) => one.due <= addDays(work.today, EARLY_DAYS) || one.state === 'proposed',
  )
  return soon.map((one) => ({
    urgency: one.due < work.today ? ('now' as const) : ('soon' as const),
    title: 'A peer review recommended something that you see to',
    reason: one.due < work.today ? `It was due by ${formatDay(one.due)}.` : `By ${formatDay(one.due)}.`,
    button: { label: 'Say how it stands', href: recommendationAddress(one) },
    by: one.due,
  }))
}
