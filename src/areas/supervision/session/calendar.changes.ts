// What a calendar is told of somebody's supervision: booked sessions and dates of peer review to which they are invited. When, and
// nothing else; what was called off says so, that it goes from the calendar (SPEC 12.6).
import type { CalendarEntry } from '../../../platform/calendar/calendar-file.ts'
import { addMinutes, type Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findForums } from '../peer-review/forum.store.ts'
import { forumsInviting } from '../peer-review/invited.changes.ts'
import { findReviewsOf } from '../reviewing/review.store.ts'
import { findSessionsOf } from './session.store.ts'
import { endsAt } from './session.ts'

type Between = { readonly from: Moment; readonly to: Moment }

/** The asker's own within a time, as entries of a calendar. */
export async function sessionsForCalendar(work: Work, between: Between): Promise<readonly CalendarEntry[]> {
  const sessions = await findSessionsOf(work, work.asker.person, between)
  // A meeting of a set or a peer review is told of as that.
  const own = sessions.filter((one) => !one.elsewhere && one.state !== 'proposed')
  return [
    ...own.map((one) => ({
      id: one.id,
      startsAt: one.startsAt,
      endsAt: endsAt(one),
      sequence: one.version,
      cancelled: one.state === 'cancelled' || one.state === 'withdrawn',
      madeAt: work.moment,
    })),
    ...(await reviewsForCalendar(work, between)),
  ]
}

async function reviewsForCalendar(work: Work, { from, to }: Between): Promise<readonly CalendarEntry[]> {
  const me = work.asker.person
  const forums = await findForums(work)
  const invited = new Set(forums.length === 0 ? [] : (await forumsInviting(work, me, forums)).map((one) => one.id))
  const mine = forums.filter((one) => one.chairs.includes(me) || invited.has(one.id)).map((one) => one.id)
  if (mine.length === 0) return []
  return (await findReviewsOf(work, mine))
    .filter((one) => one.startsAt >= from && one.startsAt < to)
    .map((one) => ({
      id: one.id,
      startsAt: one.startsAt,
      endsAt: addMinutes(one.startsAt, one.minutes),
      sequence: one.sequence,
      cancelled: one.state === 'called off',
      madeAt: work.moment,
      title: 'Peer review' as const,
    }))
}
