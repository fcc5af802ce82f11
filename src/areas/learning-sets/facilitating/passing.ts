// The facilitator's part (SPEC 7.5): it passes by handing it over, or to the named deputy when nothing has been heard of the
// facilitator for a minute. Nobody else takes it, and whoever comes back has it handed back. Other roles, such as keeping
// time or writing for people in the room, the facilitator gives. The date of the next meeting is agreed by all and written
// down by the facilitator.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addMonths } from '../../../platform/time/day.ts'
import { addSeconds, londonDay, type Moment } from '../../../platform/time/moment.ts'
import type { Command, MeetingRules } from '../meeting/command.ts'
import type { MeetingFact } from '../meeting/event.ts'
import { isHere, type Meeting } from '../meeting/meeting.ts'

const GONE_SECONDS = 60
const MONTHS_AHEAD = 12

/** The facilitator hands over to somebody who is here. */
export function handOver(command: Command<'hand over'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const { to } = command
  if (to === meeting.facilitator) return no('They facilitate already', 'to')
  if (!isHere(meeting, to)) return no('Choose somebody who is here', 'to')
  if (to === meeting.step?.presenter)
    return no('They are presenting. Choose somebody else, or wait until the topic is over', 'to')
  return yes([{ type: 'facilitation passed', to, how: 'handover' }])
}

/** The deputy steps in: the facilitator has been gone for a minute. */
export function stepIn(
  command: Command<'step in'>,
  meeting: Meeting,
  rules: MeetingRules,
): Decision<readonly MeetingFact[]> {
  if (command.by === meeting.facilitator) return no('You facilitate already')
  if (command.by !== meeting.deputy) return no('Only the deputy can step in')
  if (!isGone(meeting, rules.heard, command.at))
    return no('The facilitator is here, or has been gone for less than a minute')
  return yes([{ type: 'facilitation passed', to: command.by, how: 'deputy steps in' }])
}

/** Whether nothing has been heard of the facilitator for a minute, since they had the part at the earliest. */
export function isGone(meeting: Meeting, heard: ReadonlyMap<PersonId, Moment>, at: Moment): boolean {
  const newest = heard.get(meeting.facilitator)
  const since = newest && newest > meeting.facilitatorSince ? newest : meeting.facilitatorSince
  return addSeconds(since, GONE_SECONDS) <= at
}

/** A role for the whole set: somebody keeps time, writes for people in the room, or watches how the set works. */
export function giveRole(command: Command<'give role'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const { role, person } = command
  if (role === 'facilitator') return no('Hand over the facilitation instead', 'role')
  if (role === 'presenter' || role === 'client') return no('Who presents follows from the topics', 'role')
  if (!isHere(meeting, person)) return no('Choose somebody who is here', 'person')
  return yes(meeting.roles[role] === person ? [] : [{ type: 'role given', role, person }])
}

/** The date of the next meeting. */
export function agreeNextDate(command: Command<'agree next date'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const { day, time } = command
  if (meeting.state !== 'running') return no('The meeting has not begun')
  const today = londonDay(command.at)
  if (day <= today) return no('Choose a day after today', 'day')
  if (day > addMonths(today, MONTHS_AHEAD)) return no('Choose a day within a year', 'day')
  if (time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return no('Write the time as hours and minutes', 'time')
  return yes([{ type: 'next date agreed', day, time }])
}
