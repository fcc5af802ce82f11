// Who reads what a meeting left behind: those who had a seat in it, while they belong to the set; when the set has ended, those
// who were in it to the end. Whoever joined later or left before finds nothing (TRUST, set meeting items).
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { access } from '../../../platform/web/page.ts'
import { type Meeting, seatOf } from '../meeting/meeting.ts'
import type { PlannedMeeting } from '../room/planned-meeting.ts'
import { belongs, isGoingOn, type LearningSet } from '../set/set.ts'

/** A meeting that is over, as the asker may read it; `meeting` is null for whoever has no seat in it. */
export type HeldSubject = {
  readonly planned: PlannedMeeting
  readonly set: LearningSet
  readonly today: Day
  readonly meeting: Meeting | null
}

/** Whether somebody belongs to the set, or belonged to it when it ended. */
export const belongsToTheEnd = (set: LearningSet, person: PersonId, today: Day): boolean =>
  isGoingOn(set, today)
    ? belongs(set, person, today)
    : set.memberships.some((one) => one.person === person && one.until === set.until && one.from < (one.until ?? ''))

export const readersOfHeld = access<HeldSubject>(
  'Those who had a seat in the meeting, while they belong to the set or were in it to its end',
  (asker, { planned, set, today, meeting }) =>
    planned.state === 'finished' &&
    meeting !== null &&
    seatOf(meeting, asker.person) !== undefined &&
    belongsToTheEnd(set, asker.person, today),
)
