// Arriving and leaving (SPEC 7.3, 7.5): everybody says for themselves that they are here, or the facilitator says it for people
// in the room. A second tab, a reload and a dropped line are no second arrival; whoever comes back is where the set is.
// Lateness is kept for the set alone. Somebody who joined the set since the meeting was opened can come, too.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { addSeconds, minutesBetween } from '../../../platform/time/moment.ts'
import type { Command, MeetingRules } from '../meeting/command.ts'
import type { MeetingFact } from '../meeting/event.ts'
import { isHere, type Meeting, type Seat, seatOf } from '../meeting/meeting.ts'

const QUIET_SECONDS = 60

/** Somebody is here. */
export function arrive(
  command: Command<'arrive'>,
  meeting: Meeting,
  rules: MeetingRules,
): Decision<readonly MeetingFact[]> {
  const { person, way } = command
  const as = rules.belongs.get(person)
  if (!as) return no('They do not belong to this set')
  if (person !== command.by && meeting.facilitator !== command.by)
    return no('Only the facilitator says that others are here')
  const seat = seatOf(meeting, person)
  if (seat?.presence === 'here') return changeWay(command, seat, rules)
  const lateBy = Math.max(0, minutesBetween(meeting.startsAt, command.at))
  return yes([{ type: 'arrived', person, as: seat?.as ?? as, way, lateBy }])
}

/** Somebody goes before the end. The facilitator hands over before. */
export function leave(command: Command<'leave'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const { person, by } = command
  if (person !== by && by !== meeting.facilitator) return no('Only the facilitator says that others have left')
  if (!isHere(meeting, person)) return no('They are not here')
  if (person === meeting.facilitator) return no('Hand over the facilitation before you leave')
  return yes([{ type: 'left', person }])
}

/** How somebody is there: on their own device, or in the room, where the facilitator writes for them. */
export function sayWay(
  command: Command<'say way'>,
  meeting: Meeting,
  rules: MeetingRules,
): Decision<readonly MeetingFact[]> {
  const { person, by } = command
  if (person !== by && by !== meeting.facilitator) return no('Only the facilitator says it for others')
  if (!isHere(meeting, person)) return no('They are not here')
  const seat = seatOf(meeting, person)
  return seat ? changeWay(command, seat, rules) : no('They are not here')
}

/** Whoever sends for themselves is not written for: not before nothing has been heard of their device for a while. */
function changeWay(
  { person, by, way, at }: Command<'arrive' | 'say way'>,
  seat: Seat,
  { heard }: MeetingRules,
): Decision<readonly MeetingFact[]> {
  if (seat.way === way) return yes([])
  const newest = heard.get(person)
  const isHeard = newest !== undefined && addSeconds(newest, QUIET_SECONDS) > at
  if (person !== by && way === 'in the room' && isHeard) return no('They write on their own device')
  return yes([{ type: 'way changed', person, way }])
}

/** Somebody has read the ground rules again, and keeps to them today. */
export function recallGroundRules(
  command: Command<'recall ground rules'>,
  meeting: Meeting,
): Decision<readonly MeetingFact[]> {
  const { person, by } = command
  if (person !== by && by !== meeting.facilitator) return no('Only the facilitator says it for others')
  if (!isHere(meeting, person)) return no('They are not here')
  return yes(seatOf(meeting, person)?.recalled ? [] : [{ type: 'ground rules recalled', person }])
}
