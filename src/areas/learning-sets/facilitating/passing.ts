// The facilitator's part (SPEC 7.5): the facilitator offers it, and it passes when the other accepts, within a minute; or to the
// named deputy when nothing has been heard of the facilitator for a minute. Nobody else takes it, and whoever comes back has it
// handed back. Other roles, such as keeping time or writing for people in the room, the facilitator gives. The date of the
// next meeting is agreed by all and written down by the facilitator.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addMonths } from '../../../platform/time/day.ts'
import { addSeconds, londonDay, type Moment } from '../../../platform/time/moment.ts'
import type { Command, MeetingRules } from '../meeting/command.ts'
import type { MeetingFact } from '../meeting/event.ts'
import { isHere, type Meeting, seatOf } from '../meeting/meeting.ts'

const GONE_SECONDS = 60
const OFFER_SECONDS = 60
const MONTHS_AHEAD = 12

/** The facilitator offers the part to somebody who is here, and keeps it until they accept. The newest offer holds. */
export function handOver(command: Command<'hand over'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const { to } = command
  if (to === meeting.facilitator) return no('They facilitate already', 'to')
  if (!isHere(meeting, to)) return no('Choose somebody who is here', 'to')
  if (seatOf(meeting, to)?.way === 'in the room')
    return no('They have no device of their own here. Ask them to open the meeting on one', 'to')
  if (to === meeting.step?.presenter)
    return no('They are presenting. Choose somebody else, or wait until the topic is over', 'to')
  return yes([{ type: 'facilitation offered', to }])
}

/** Whoever was asked accepts, and facilitates from this moment. */
export function takeOver({ by, at }: Command<'take over'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  if (by === meeting.facilitator) return no('You facilitate already')
  if (offeredTo(meeting, at) !== by) return no('You are not asked to facilitate any more')
  if (by === meeting.step?.presenter) return no('You are presenting. Accept when your topic is over')
  return yes([{ type: 'facilitation passed', to: by, how: 'handover' }])
}

/** The facilitator takes the offer back, or whoever was asked would rather not. */
export function endOffer({ by, at }: Command<'end offer'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const to = offeredTo(meeting, at)
  if (to === null || (by !== to && by !== meeting.facilitator)) return no('There is no such offer any more')
  return yes([{ type: 'facilitation offer ended' }])
}

/** Who is asked to facilitate at a moment; null when nobody is, or the offer has run out. */
export const offeredTo = ({ offer }: Pick<Meeting, 'offer'>, at: Moment): PersonId | null =>
  offer && at < endOf(offer) ? offer.to : null

/** Whether somebody hears of the offer that there is at a moment: who was asked, and who asks. */
export const concernsOffer = (meeting: Meeting, person: PersonId, at: Moment): boolean =>
  offeredTo(meeting, at) !== null && (person === meeting.facilitator || person === meeting.offer?.to)

/** Who has just turned the part down; null when nobody has in the last minute. For the facilitator, who asked. */
export const refusedBy = ({ refused }: Pick<Meeting, 'refused'>, at: Moment): PersonId | null =>
  refused && at < endOf(refused) ? refused.by : null

/** When the page of this person changes by what became of an offer, though nothing happens: none or one moment. */
export function offerChanges(meeting: Meeting, person: PersonId, at: Moment): readonly Moment[] {
  const { offer, refused, facilitator } = meeting
  if (offer && concernsOffer(meeting, person, at)) return [endOf(offer)]
  return refused && facilitator === person && refusedBy(meeting, at) ? [endOf(refused)] : []
}

/** When an offer runs out, or has been refused for long enough. */
const endOf = ({ at }: { readonly at: Moment }): Moment => addSeconds(at, OFFER_SECONDS)

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
  return goneAt(meeting, heard) <= at
}

/** When the facilitator counts as gone, should nothing more be heard of them. */
export function goneAt(meeting: Meeting, heard: ReadonlyMap<PersonId, Moment>): Moment {
  const newest = heard.get(meeting.facilitator)
  const since = newest && newest > meeting.facilitatorSince ? newest : meeting.facilitatorSince
  return addSeconds(since, GONE_SECONDS)
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
