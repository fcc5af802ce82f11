// What an event makes of a meeting (SPEC 7.3). Nothing is decided here: whatever is in the log has happened. Told again in
// their order, the same events make the same meeting on every program, after every restart. Events about the way through the
// format and its clock are in evolve-course.ts.
import type { PersonId } from '../../../platform/ids.ts'
import { keyOf } from './decide.ts'
import type { MeetingEvent, Opened } from './event.ts'
import { courseAfter } from './evolve-course.ts'
import type { Commitment, Meeting, Seat } from './meeting.ts'

/** The meeting after an event; null before "meeting opened", which is its first. */
export function evolve(meeting: Meeting | null, event: MeetingEvent): Meeting | null {
  const after = event.type === 'meeting opened' ? opened(event) : meeting && afterEvent(meeting, event)
  if (!after) return meeting
  return {
    ...after,
    done: { ...after.done, [keyOf(event)]: event.print },
    lastAt: event.at,
    events: after.events + 1,
  }
}

/** The meeting that events make; null when there are none. */
export const meetingOf = (events: readonly MeetingEvent[]): Meeting | null =>
  events.reduce<Meeting | null>(evolve, null)

/** What there is of a meeting before anything has happened in it. */
const nothingYet = {
  state: 'gathering',
  endsAt: null,
  offer: null,
  refused: null,
  step: null,
  past: [],
  partPeople: null,
  plan: {},
  bids: [],
  votes: [],
  choice: null,
  presenter: null,
  contributions: [],
  newCommitments: [],
  roles: {},
  discomforts: [],
  next: null,
  finishedBecause: null,
  done: {},
  events: 0,
} as const

function opened(event: Opened & MeetingEvent): Meeting {
  const { set, format, startsAt, minutes, at } = event
  const withPart = (part: Seat['as']) => event.people.find((one) => one.as === part)?.person
  const unused = { way: 'own device', arrivedAt: null, lateBy: null, recalled: false } as const
  return {
    ...nothingYet,
    set,
    format,
    startsAt,
    minutes,
    openedAt: at,
    lastAt: at,
    seats: event.people.map(({ person, as, apologies }) => ({
      ...unused,
      person,
      as,
      presence: apologies ? 'apologies' : 'expected',
    })),
    facilitator: withPart('facilitator') ?? event.by,
    facilitatorSince: at,
    deputy: withPart('deputy') ?? null,
    seconds: minutes * 60,
    commitments: event.commitments.map(({ id, owner, words }) => ({
      id,
      owner,
      promise: words,
      outcome: null,
      words: null,
    })),
    topics: event.waiting.map(({ topic, owner, words }) => ({ id: topic, owner, words, waited: true })),
  }
}

function afterEvent(meeting: Meeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'left':
      return seated(withoutOfferTo(meeting, event.person), event.person, { presence: 'left' })
    case 'way changed':
      return seated(meeting, event.person, { way: event.way })
    case 'ground rules recalled':
      return seated(meeting, event.person, { recalled: true })
    case 'role given':
      return { ...meeting, roles: { ...meeting.roles, [event.role]: event.person } }
    case 'discomfort told': {
      const number = meeting.discomforts.length + 1
      const { by: from, to, words, at } = event
      return { ...meeting, discomforts: [...meeting.discomforts, { number, from, to, words, at, answered: false }] }
    }
    case 'discomfort answered':
      return {
        ...meeting,
        discomforts: meeting.discomforts.map((one) => (one.number === event.number ? { ...one, answered: true } : one)),
      }
    case 'facilitation offered':
      return { ...meeting, offer: { to: event.to, at: event.at }, refused: null }
    case 'facilitation offer ended':
      return {
        ...meeting,
        offer: null,
        refused: event.by === meeting.offer?.to ? { by: event.by, at: event.at } : null,
      }
    case 'facilitation passed':
      return { ...meeting, facilitator: event.to, facilitatorSince: event.at, offer: null, refused: null }
    case 'next date agreed':
      return { ...meeting, next: { day: event.day, time: event.time } }
    default:
      return saidInMeeting(meeting, event) ?? courseAfter(meeting, event)
  }
}

const withoutOfferTo = (meeting: Meeting, person: PersonId): Meeting =>
  meeting.offer?.to === person ? { ...meeting, offer: null } : meeting

const seated = (meeting: Meeting, person: PersonId, change: Partial<Seat>): Meeting => ({
  ...meeting,
  seats: meeting.seats.map((seat) => (seat.person === person ? { ...seat, ...change } : seat)),
})

function saidInMeeting(meeting: Meeting, event: MeetingEvent): Meeting | null {
  switch (event.type) {
    case 'reported':
    case 'report put off': {
      const { words } = event
      const outcome: Commitment['outcome'] = event.type === 'reported' ? event.outcome : 'put off'
      const commitments = meeting.commitments.map((one) =>
        one.id === event.commitment ? { ...one, outcome, words } : one,
      )
      return { ...meeting, commitments }
    }
    case 'topic named': {
      const { topic: id, owner, words } = event
      const before = meeting.topics.find((one) => one.id === id)
      const named = { id, owner, words, waited: before?.waited ?? false }
      const topics = before ? meeting.topics.map((one) => (one.id === id ? named : one)) : [...meeting.topics, named]
      return { ...meeting, topics }
    }
    case 'topic taken back': {
      const votes = meeting.votes.map((one) => ({ ...one, topics: one.topics.filter((id) => id !== event.topic) }))
      return { ...meeting, topics: meeting.topics.filter((one) => one.id !== event.topic), votes }
    }
    case 'bid made': {
      const { person, strength, words, at } = event
      return { ...meeting, bids: [...without(meeting.bids, person), { person, strength, words, at }] }
    }
    case 'voted':
      return {
        ...meeting,
        votes: [...without(meeting.votes, event.person), { person: event.person, topics: event.topics }],
      }
    default:
      return contributedIn(meeting, event)
  }
}

const without = <T extends { person: PersonId }>(all: readonly T[], person: PersonId): readonly T[] =>
  all.filter((one) => one.person !== person)

function contributedIn(meeting: Meeting, event: MeetingEvent): Meeting | null {
  switch (event.type) {
    case 'contributed': {
      const { kind, person, scribe, words, step, topic, level, group, presenter, at } = event
      // Numbers are never used again, also when something was taken back.
      const one = { number: meeting.events, kind, person, scribe, words, step, topic, level, group, presenter, at }
      return { ...meeting, contributions: [...meeting.contributions, one] }
    }
    case 'contribution taken back':
      return { ...meeting, contributions: meeting.contributions.filter((one) => one.number !== event.number) }
    case 'committed': {
      const { commitment: id, owner, topic, words, due } = event
      return { ...meeting, newCommitments: [...meeting.newCommitments, { id, owner, topic, words, due }] }
    }
    default:
      return null
  }
}
