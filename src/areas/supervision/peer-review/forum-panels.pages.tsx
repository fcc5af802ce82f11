// Ways to peer review from pages that people know: "Supervision", and the page of a session that was a peer review.
import { LinkButton } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { findForums } from './forum.store.ts'
import { reviewAddress } from './forum.view.ts'
import { forumsInviting, kindsToLead } from './invited.changes.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId } from '../session/session.ts'
import { subjectReview } from '../reviewing/review.changes.ts'
import { findReviewOfSession, findReviewsOf } from '../reviewing/review.store.ts'
import { peopleOfForum } from './forum.access.ts'

export const peerReviewPanels: readonly Panel[] = [
  { place: 'my supervision', order: 40, show: (work) => wayToForums(work) },
  { place: 'session', order: 7, show: (work, about) => wayToReview(work, about as string as SessionId) },
]

async function wayToForums(work: Work) {
  const all = await findForums(work)
  const inviting = await forumsInviting(work, work.asker.person, all)
  const mine = all.filter((forum) => inviting.includes(forum) || forum.chairs.includes(work.asker.person))
  if (mine.length === 0 && (await kindsToLead(work)).length === 0) return null
  const ids = mine.map((forum) => forum.id)
  const next = (await findReviewsOf(work, ids)).find((one) => one.state !== 'called off' && one.startsAt > work.moment)
  return (
    <>
      <h2>Peer review</h2>
      <p>
        {next ? (
          <>
            Next: <a href={reviewAddress(next)}>{formatMoment(next.startsAt)}</a>.{' '}
          </>
        ) : (
          'No date is planned. '
        )}
        <a href="/peer-reviews">All of peer review</a>
      </p>
    </>
  )
}

async function wayToReview(work: Work, id: SessionId) {
  if ((await findSession(work, id))?.elsewhere !== 'peer review') return null
  const review = await findReviewOfSession(work, id)
  const subject = review && (await subjectReview(work, { review: review.id }))
  if (!subject || !peopleOfForum.may(work.asker, subject)) return null
  return <LinkButton href={reviewAddress(subject.review)}>Open the peer review</LinkButton>
}
