// What comes of a meeting when it is finished: its turns, words that the set did not want kept are destroyed, and the date that
// the set agreed is planned (SPEC 7.3, 7.6, 7.8).
import { londonTime, type Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../../records/index.ts'
import { countHeldMeeting } from '../../supervision/index.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { LearningSet } from '../set/set.ts'
import { forgetWords, keepTurns } from './history.changes.ts'
import { type OpenedMeeting, theMeeting } from './meeting-log.changes.ts'
import { planDays } from './planning.changes.ts'
import type { PlannedMeeting } from './planned-meeting.ts'
import { saveSessionOf } from './planned-meeting.store.ts'

/** Does what follows from the end of a meeting, in the work that ended it. */
export async function finishMeeting(
  work: Work,
  { planned, set, opened }: { planned: PlannedMeeting; set: LearningSet; opened: OpenedMeeting },
): Promise<void> {
  await keepTurns(work, planned, opened)
  await countAsHeld(work, { planned, set, meeting: opened.meeting })
  await forgetWords(work, planned)
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

/** Those who came have had supervision, by the facilitator; whoever was away is not named (SPEC 7.6). */
async function countAsHeld(
  work: Work,
  { planned, set, meeting }: { planned: PlannedMeeting; set: LearningSet; meeting: Meeting },
): Promise<void> {
  const came = meeting.seats.filter((seat) => seat.arrivedAt !== null)
  const seated = came.find((seat) => seat.as === 'facilitator')?.person
  const supervisor = seated ?? meeting.facilitator
  const beganAt = meeting.openedAt > planned.startsAt ? meeting.openedAt : plannedOr(meeting.openedAt, planned, meeting)
  const session = await countHeldMeeting(work, {
    type: set.type,
    supervisor,
    came: came.map((seat) => seat.person).filter((person) => person !== supervisor),
    minutes: planned.minutes,
    placeKind: /^https?:/i.test(planned.place) ? 'video' : 'in person',
    beganAt,
    finishedAt: work.moment,
  })
  if (session) await saveSessionOf(work, planned.id, session)
}

/** Opened before its time: it began as planned, or, when it was over before that, as it was opened. */
const plannedOr = (openedAt: Moment, planned: PlannedMeeting, meeting: Meeting): Moment =>
  planned.startsAt < meeting.lastAt ? planned.startsAt : openedAt
