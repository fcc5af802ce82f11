// Keeping time together (SPEC 7.5): the facilitator lengthens a stage or the meeting, or shares out what is left until the end
// over everything that is still to come, breaks as they are. Anybody who is here may pause; the facilitator goes on. Nothing
// is ended by it: a stage whose time is over lasts until the facilitator moves on.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import { ahead, secondsToEnd } from '../course/allotted.ts'
import { inProportion } from '../format/sharing-out.ts'
import type { Command } from '../meeting/command.ts'
import type { MeetingFact } from '../meeting/event.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { readClock, secondsRun } from './clock.ts'

const LONGEST_EXTENSION = 60
const movedOn = 'The meeting has moved on already'

/** The stage lasts some minutes longer; counted from now where its time is over. */
export function lengthenStage(command: Command<'lengthen stage'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const { step } = meeting
  if (!step || step.number !== command.step) return no(movedOn)
  if (!isExtension(command.minutes)) return no(`Add from 1 to ${LONGEST_EXTENSION} minutes`, 'minutes')
  const over = Math.max(0, -readClock(step.clock, command.at).secondsLeft)
  return yes([{ type: 'stage lengthened', seconds: step.clock.seconds + over + command.minutes * 60 }])
}

/** The meeting ends some minutes later. */
export function lengthenMeeting(
  command: Command<'lengthen meeting'>,
  meeting: Meeting,
): Decision<readonly MeetingFact[]> {
  if (!meeting.endsAt) return no('The meeting has not begun')
  if (!isExtension(command.minutes)) return no(`Add from 1 to ${LONGEST_EXTENSION} minutes`, 'minutes')
  return yes([{ type: 'meeting lengthened', endsAt: addMinutes(meeting.endsAt, command.minutes) }])
}

const isExtension = (minutes: number): boolean =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_EXTENSION

/** What is left until the end is shared out over this stage and all that is to come, in proportion to what they had. */
export function shareOutWhatIsLeft(
  command: Command<'share out what is left'>,
  meeting: Meeting,
): Decision<readonly MeetingFact[]> {
  const { step } = meeting
  if (!step || step.number !== command.step) return no(movedOn)
  const all = ahead(meeting)
  const isBreak = (part: number) => meeting.format.parts[part]?.isBreak ?? false
  const breaks = all.filter((one) => isBreak(one.part)).reduce((sum, one) => sum + one.seconds, 0)
  const left = secondsToEnd(meeting, command.at) - breaks
  const own = Math.max(0, readClock(step.clock, command.at).secondsLeft)
  const rest = all.filter((one) => !isBreak(one.part))
  if (left < (rest.length + 1) * 60)
    return no('There is too little time left to share out. Let the meeting last longer first')
  const [now = 0, ...later] = inProportion(left, [own, ...rest.map((one) => one.seconds)])
  const plan = Object.fromEntries(rest.map((one, at) => [one.key, later[at] ?? 0]))
  return yes([{ type: 'time shared out', seconds: secondsRun(step.clock, command.at) + now, plan }])
}

/** Somebody asks for a pause: the clock stands still and nothing is contributed (SPEC 7.7). */
export function pause(_command: Command<'pause'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  if (!meeting.step) return no('The meeting has not begun')
  return yes(meeting.step.clock.pausedAt ? [] : [{ type: 'paused' }])
}

/** The meeting goes on. */
export function resume(_command: Command<'resume'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  if (!meeting.step) return no('The meeting has not begun')
  return yes(meeting.step.clock.pausedAt ? [{ type: 'resumed' }] : [])
}
