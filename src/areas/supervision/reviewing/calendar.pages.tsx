// Dates of peer review as calendar files: one, or all of a forum that are ahead. A file that is fetched again changes or cancels its
// entries, and says nothing but when: not where, not which forum, not who (SPEC 12.6, 13.1).
import { EmptyState } from '../../../design/index.ts'
import { type CalendarEntry, calendarFile, calendarOf } from '../../../platform/calendar/calendar-file.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { peopleOfForum } from '../peer-review/forum.access.ts'
import { subjectForum } from '../peer-review/forum.changes.ts'
import { forumAddress } from '../peer-review/forum.view.ts'
import { subjectReview } from './review.changes.ts'
import { findReviewsOf } from './review.store.ts'
import type { PeerReview } from './review.ts'

const fileName = 'peer-review.ics'

export const peerCalendarPages: readonly Page[] = [
  page({
    at: 'GET /peer-reviews/:review/calendar',
    subject: subjectReview,
    access: peopleOfForum,
    answer: (work, { subject: { review } }) => file(fileName, 'text/calendar', calendarFile(entryOf(work, review))),
  }),
  page({
    at: 'GET /peer-reviews/forums/:forum/calendar',
    subject: subjectForum,
    access: peopleOfForum,
    answer: async (work, { subject: { forum } }) => {
      const ahead = (await findReviewsOf(work, [forum.id])).filter((one) => one.startsAt > work.moment)
      if (ahead.length === 0) return nothingPlanned(forumAddress(forum))
      return file(fileName, 'text/calendar', calendarOf(ahead.map((one) => entryOf(work, one))))
    },
  }),
]

const entryOf = (work: Work, review: PeerReview): CalendarEntry => ({
  id: review.id,
  startsAt: review.startsAt,
  endsAt: addMinutes(review.startsAt, review.minutes),
  sequence: review.sequence,
  cancelled: review.state === 'called off',
  madeAt: work.moment,
  title: 'Peer review',
})

const nothingPlanned = (forum: string) =>
  html({
    title: 'Dates for your calendar',
    back: { href: forum, label: 'Forum' },
    body: (
      <>
        <h1>Dates for your calendar</h1>
        <EmptyState heading="No dates are planned" level={2}>
          <p>Once they are, you can add them all to your calendar from the page of the forum.</p>
        </EmptyState>
      </>
    ),
  })
