// A meeting that nobody finished (SPEC 7.3). Twelve hours after its planned end, when nobody is in it any more, it is closed with
// what is there: those who came have met, what people promised stays, words that the set did not want kept are destroyed.
// Its last stage counts to the end of its time, and not to the hour at which it was closed.
import type { PersonId } from '../../../platform/ids.ts'
import { addMinutes, addSeconds, type Moment } from '../../../platform/time/moment.ts'
import { readClock } from '../clock/clock.ts'
import { evolve } from '../meeting/evolve.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { SetPart } from '../set/set.ts'

const QUIET_MINUTES = 60
const LONGEST_WITH_SCREEN = 12 * 60

export type LeftOpen = { readonly startsAt: Moment; readonly minutes: number; readonly lastHeard: Moment | null }

/** Whether an open meeting is to be closed, so many hours over: left by everybody, or on a forgotten screen for half a day more. */
export function isLeftOpen({ startsAt, minutes, lastHeard }: LeftOpen, hours: number, now: Moment): boolean {
  const over = addMinutes(startsAt, minutes + hours * 60)
  if (over > now) return false
  const isQuiet = lastHeard === null || addMinutes(lastHeard, QUIET_MINUTES) <= now
  return isQuiet || addMinutes(over, LONGEST_WITH_SCREEN) <= now
}

export type WhoCame = { readonly person: PersonId; readonly as: SetPart }

/** As whose supervision it counts: the facilitator's who came, else the deputy's, else of whoever facilitates the set. */
export const countsFor = (came: readonly WhoCame[], facilitator: PersonId | null): PersonId | null =>
  came.find((one) => one.as === 'facilitator')?.person ?? came.find((one) => one.as === 'deputy')?.person ?? facilitator

/** The meeting as one that is over, for the log of one that was closed; the log itself has no such event. */
export function closedMeeting(meeting: Meeting): Meeting {
  if (meeting.state === 'finished') return meeting
  const { facilitator: by } = meeting
  const event = { type: 'meeting finished', words: null, by, at: endOf(meeting), key: 'closed', print: '' } as const
  return evolve(meeting, event) ?? meeting
}

/** When the last stage was over by its clock, within the time of the meeting; never before what was done in it last. */
function endOf(meeting: Meeting): Moment {
  const { step, lastAt } = meeting
  if (!step) return lastAt
  const planned = meeting.endsAt ?? addMinutes(meeting.startsAt, meeting.minutes)
  const clock = readClock(step.clock, lastAt)
  const over = clock.endsAt ?? addSeconds(lastAt, 0)
  const end = over < planned ? over : planned
  return end > lastAt ? end : lastAt
}
