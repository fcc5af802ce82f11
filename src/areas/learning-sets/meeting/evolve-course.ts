// What the events of the way through the format and of its clock make of a meeting (SPEC 7.3, 7.5): arriving, stages, turns,
// the choice of topics, groups, minutes and pauses, and the end. Whoever comes late is put at the end of those who wait for a
// turn or a round, and in the smallest group, so that nobody's place changes.
import type { PersonId } from '../../../platform/ids.ts'

import { lastingFor, pauseClock, resumeClock, startClock } from '../clock/clock.ts'
import { groupSizeOf } from '../format/format.ts'
import { joinSmallest } from '../format/groups.ts'
import type { MeetingEvent } from './event.ts'
import { type Meeting, type PartPeople, seatOf, stageAt, type Step } from './meeting.ts'

type Event<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>

/** The meeting after an event about its course; unchanged by any other. */
export function courseAfter(meeting: Meeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'arrived':
      return arrived(meeting, event)
    case 'meeting begun':
      return { ...meeting, state: 'running', seconds: event.seconds, endsAt: event.endsAt }
    case 'part begun':
      return { ...meeting, partPeople: { part: event.part, presenters: event.presenters, groups: event.groups } }
    case 'groups changed':
      return meeting.partPeople ? { ...meeting, partPeople: { ...meeting.partPeople, groups: event.groups } } : meeting
    case 'stage begun':
      return stageBegun(meeting, event)
    case 'turn given':
      return inStep(meeting, () => ({ turns: { order: event.order, at: event.turn, lap: event.lap } }))
    case 'topics chosen':
      return topicsChosen(meeting, event)
    case 'presenter named':
      return { ...meeting, presenter: event.person }
    case 'meeting finished':
      return { ...ended(meeting, event.at), state: 'finished', finishedBecause: event.words }
    default:
      return timeAfter(meeting, event)
  }
}

function timeAfter(meeting: Meeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'stage lengthened':
      return inStep(meeting, (step) => ({ clock: lastingFor(step.clock, event.seconds) }))
    case 'meeting lengthened':
      return { ...meeting, endsAt: event.endsAt }
    case 'time shared out':
      return { ...inStep(meeting, (step) => ({ clock: lastingFor(step.clock, event.seconds) })), plan: event.plan }
    case 'paused':
      return inStep(meeting, (step) => ({ clock: pauseClock(step.clock, event.at) }))
    case 'resumed':
      return inStep(meeting, (step) => ({ clock: resumeClock(step.clock, event.at) }))
    default:
      return meeting
  }
}

const inStep = (meeting: Meeting, change: (step: Step) => Partial<Step>): Meeting =>
  meeting.step ? { ...meeting, step: { ...meeting.step, ...change(meeting.step) } } : meeting

function ended(meeting: Meeting, at: MeetingEvent['at']): Meeting {
  if (!meeting.step) return meeting
  const clock = resumeClock(meeting.step.clock, at)
  return { ...meeting, past: [...meeting.past, { ...meeting.step, clock, endedAt: at }], step: null }
}

function stageBegun(meeting: Meeting, event: Event<'stage begun'>): Meeting {
  const before = ended(meeting, event.at)
  const called = stageAt(meeting, event.place).stage.order === 'chosen by facilitator'
  const step: Step = {
    number: before.past.length + 1,
    place: event.place,
    presenter: event.presenter,
    topic: event.topic,
    clock: startClock(event.at, event.seconds),
    turns: event.turns && { order: event.turns, at: called ? -1 : 0, lap: 1 },
    endedAt: null,
  }
  return { ...before, step }
}

function topicsChosen(meeting: Meeting, event: Event<'topics chosen'>): Meeting {
  const { topics, how, suggested, overruled, words } = event
  const here = meeting.step?.place
  // What was shared out for topics that have not begun no longer holds: they have their own minutes now.
  const holds = (key: string) => {
    const [part, round] = key.split('.').map(Number)
    if (meeting.format.parts[part ?? -1]?.repeats !== 'for each topic') return true
    return round !== undefined && part === here?.part && round === here?.round
  }
  const plan = Object.fromEntries(Object.entries(meeting.plan).filter(([key]) => holds(key)))
  return { ...meeting, choice: { topics, how, suggested, overruled, words }, plan }
}

function arrived(meeting: Meeting, event: Event<'arrived'>): Meeting {
  const { person, as, way, lateBy, at } = event
  const before = seatOf(meeting, person)
  const now = { person, as, way, presence: 'here' as const, recalled: before?.recalled ?? false }
  const seat = { ...now, arrivedAt: before?.arrivedAt ?? at, lateBy: before?.lateBy ?? lateBy }
  const seats = before ? meeting.seats.map((one) => (one.person === person ? seat : one)) : [...meeting.seats, seat]
  const next = { ...meeting, seats }
  if (as === 'facilitator') return next
  const partPeople = meeting.partPeople && withLateComer(meeting, meeting.partPeople, person)
  return inStep({ ...next, partPeople }, (step) => ({ turns: waitingAtTheEnd(step, person) }))
}

function withLateComer(meeting: Meeting, people: PartPeople, person: PersonId): PartPeople {
  const part = meeting.format.parts[people.part]
  if (!part) return people
  if (groupSizeOf(part) !== null) return { ...people, groups: joinSmallest(people.groups, person) }
  if (part.repeats !== 'for each member' || people.presenters.includes(person)) return people
  return { ...people, presenters: [...people.presenters, person] }
}

function waitingAtTheEnd({ turns, presenter }: Step, person: PersonId): Step['turns'] {
  if (!turns || turns.order.includes(person) || person === presenter) return turns
  return { ...turns, order: [...turns.order, person] }
}
