// One address for the calendar on somebody's own phone or desk (SPEC 12.6). Whoever has the address sees when its owner has
// supervision, a meeting of a set or a peer review, and nothing else: so it is secret, there is one for each person, and its
// owner can have another made at any time, after which the old one shows nothing.
import type { Id } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'

export type FeedId = Id<'calendar feed'>
export type Feed = { readonly id: FeedId; readonly madeAt: Moment }

const DAYS_BACK = 60
const DAYS_AHEAD = 400

/** The days that a calendar is told of. */
export const daysOfFeed = (today: Day): { readonly from: Day; readonly to: Day } => ({
  from: addDays(today, -DAYS_BACK),
  to: addDays(today, DAYS_AHEAD),
})
