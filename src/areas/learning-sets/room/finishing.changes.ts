// What comes of a meeting when it is finished: its turns, words that the set did not want kept are destroyed, and the date that
// the set agreed is planned (SPEC 7.3, 7.6, 7.8).
import { londonTime } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { forgetInSeries, writeTrail } from '../../records/index.ts'
import type { LearningSet } from '../set/set.ts'
import { keepTurns } from './history.changes.ts'
import { type OpenedMeeting, theMeeting } from './meeting-log.changes.ts'
import { planDays } from './planning.changes.ts'
import type { PlannedMeeting } from './planned-meeting.ts'

/** Does what follows from the end of a meeting, in the work that ended it. */
export async function finishMeeting(
  work: Work,
  { planned, set, opened }: { planned: PlannedMeeting; set: LearningSet; opened: OpenedMeeting },
): Promise<void> {
  await keepTurns(work, planned, opened)
  if (planned.capture === 'not kept') await forgetInSeries(work, theMeeting(planned.id), { field: 'words' })
  const { next, seats } = opened.meeting
  if (next) {
    // A day on which the set meets already, or cannot meet, is left to whoever keeps its dates.
    const { minutes, place, format } = planned
    const time = next.time ?? londonTime(planned.startsAt)
    await planDays(work, set, { days: [next.day], time, minutes, place, format })
  }
  const came = seats.filter((seat) => seat.arrivedAt !== null).length
  writeTrail(work, { deed: 'meeting finished', about: theMeeting(planned.id), detail: { came } })
}
