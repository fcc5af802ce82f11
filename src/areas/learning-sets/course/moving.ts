// From stage to stage (SPEC 7.3): the facilitator begins, moves on, goes back a stage and finishes; no clock does it. Nobody
// gets to the topics before every open commitment is answered or put off with a reason, nor to a topic before the topics are
// chosen and its owner is here. "Move on" names the stage that stood on the screen: pressed twice it moves on once.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { addMinutes, addSeconds, type Moment, secondsBegun } from '../../../platform/time/moment.ts'
import { groupSizeOf, isAboutTopics, needsPresenter, type Part } from '../format/format.ts'
import { turnOrder } from '../listening/turns.ts'
import type { Command } from '../meeting/command.ts'
import type { MeetingFact } from '../meeting/event.ts'
import { isHere, type Meeting, type Place, seatOf, stageAt, unanswered } from '../meeting/meeting.ts'
import { secondsOfPlace } from './allotted.ts'
import { firstPlaceFrom, peopleOfPart, placeAfter, placeBefore, roundsOf } from './rounds.ts'

/** The set begins: the time from now to the planned end is shared out; all of it when most of it has passed already. */
export function begin(command: Command<'begin'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  if (meeting.state !== 'gathering') return no('The meeting has begun already')
  const seconds = lengthFrom(meeting, command.at)
  const endsAt = addSeconds(command.at, seconds)
  const place = firstPlaceFrom(meeting, 0)
  if (!place) return no('This format has no stage to begin with')
  const entered = enter({ ...meeting, seconds, endsAt }, place)
  return entered.ok ? yes([{ type: 'meeting begun', seconds, endsAt }, ...entered.value]) : entered
}

function lengthFrom(meeting: Meeting, at: Moment): number {
  const whole = meeting.minutes * 60
  const end = addMinutes(meeting.startsAt, meeting.minutes)
  const left = at < end ? secondsBegun(at, end) : 0
  return left * 3 < whole ? whole : Math.min(whole, left)
}

/** To the next stage. */
export function moveOn(command: Command<'move on'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const { step } = meeting
  if (!step) return no('The meeting has not begun')
  if (step.number !== command.step) return no('The meeting has moved on already')
  if (step.clock.pausedAt) return no('The meeting is paused. Go on with it first')
  const place = placeAfter(meeting, step.place)
  return place ? enter(meeting, place) : no('This was the last stage. Finish the meeting when the set is ready')
}

/** Where the set goes from here, or begins; null at the last stage. */
export const placeAhead = (meeting: Meeting): Place | null =>
  meeting.step ? placeAfter(meeting, meeting.step.place) : firstPlaceFrom(meeting, 0)

/** Whether the set can go there now; if not, the field of the refusal is what helps: reports, topics or the presenter. */
export const mayEnter = (meeting: Meeting, place: Place): Decision<unknown> => enter(meeting, place)

/** Back to the stage before, in the same round: it has the time again that it was given. */
export function goBack(command: Command<'go back'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const { step } = meeting
  if (!step) return no('The meeting has not begun')
  if (step.number !== command.step) return no('The meeting has moved on already')
  if (step.clock.pausedAt) return no('The meeting is paused. Go on with it first')
  const place = placeBefore(step.place)
  return place ? enter(meeting, place) : no('There is no stage before this one to go back to')
}

/** What entering a place needs and brings about. */
function enter(meeting: Meeting, place: Place): Decision<readonly MeetingFact[]> {
  const { part, stage } = stageAt(meeting, place)
  const open = unanswered(meeting).length
  if (open > 0 && isAboutTopics(part, stage))
    return no(
      `${open === 1 ? 'One commitment is' : `${open} commitments are`} not reported on yet. Report, or put it off with a reason`,
      'reports',
    )
  const rounds = roundsOf(meeting, place.part)
  if (!rounds) return no('Choose the topics first, with their order and minutes', 'topics')
  const round = rounds[place.round] ?? { presenter: null, topic: null }
  const inGroups = groupSizeOf(part) !== null
  if (needsPresenter(stage) && !inGroups) {
    if (!round.presenter) return no('Say first who presents', 'presenter')
    if (!isHere(meeting, round.presenter)) return notHere(part.repeats)
  }
  const begins = place.part !== meeting.step?.place.part
  const people = peopleOfPart(meeting, place.part)
  const partBegun: MeetingFact = { type: 'part begun', part: place.part, ...pick(people) }
  const turns = turnOrder(meeting, place, round.presenter)
  const seconds = secondsOfPlace(meeting, place)
  return yes([...(begins ? [partBegun] : []), { type: 'stage begun', place, seconds, ...round, turns }])
}

const notHere = (repeats: Part['repeats']): Decision<never> =>
  repeats === 'for each topic'
    ? no('Whoever presents next is not here. Change the order of the topics', 'topics')
    : no('Whoever was to present is not here. Say who presents instead', 'presenter')

const pick = ({ presenters, groups }: ReturnType<typeof peopleOfPart>) => ({ presenters, groups })

/** The meeting ends: after its last stage, or before with the set's reason. What was not reached waits for the next. */
export function finish(command: Command<'finish'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const words = command.words?.trim() ?? ''
  const isLast = meeting.step !== null && placeAfter(meeting, meeting.step.place) === null
  if (!isLast && words === '') return no('Say why the set finishes before the last stage', 'words')
  return yes([{ type: 'meeting finished', words: words === '' ? null : words }])
}

/** Who presents in a part that comes round once, where no topic is chosen. */
export function namePresenter(command: Command<'name presenter'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  if (!isHere(meeting, command.person)) return no('Choose somebody who is here', 'person')
  if (meeting.step?.presenter) return no('Somebody presents already. Wait until this part is over', 'person')
  if (seatOf(meeting, command.person)?.as === 'facilitator')
    return no('The facilitator looks after the process and brings no topic', 'person')
  return yes([{ type: 'presenter named', person: command.person }])
}

/** The groups of this part anew: everybody once, nobody alone. */
export function changeGroups(command: Command<'change groups'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const before = meeting.partPeople?.groups.flat() ?? []
  if (before.length === 0) return no('The set does not work in groups now')
  const now = command.groups.flat()
  const same = now.length === before.length && before.every((person) => now.includes(person))
  if (!same) return no('Everybody belongs to exactly one group', 'groups')
  if (command.groups.some((group) => group.length < 2))
    return no('Nobody works alone: put two people in each group', 'groups')
  return yes([{ type: 'groups changed', groups: command.groups }])
}
