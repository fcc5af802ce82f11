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
import { recommendationAddress } from '../recommendation/recommendation.view.ts'
import { findAnswered, findReviewsBefore } from '../reviewing/review.store.ts'

const AHEAD = 7 * 24 * 60
/** A recommendation comes up this many days before its day. */
const EARLY_DAYS = 14

/** One need for each date and each recommendation that asks something of the asker. */
export async function peerReviewNeeds(work: Work): Promise<readonly Need[]> {
  return [...(await ofDates(work)), ...(await ofRecommendations(work))]
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
