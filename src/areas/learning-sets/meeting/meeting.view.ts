// The meeting as one person sees it at a moment (SPEC 7.3): where the set is, the clock, what this person may do now and what the
// others are doing, and what the set has said. What is private is another's only where it is meant for them: votes are their
// voter's, quiet words go to whom they were told, voices are counted for the facilitator, groups hear what is said in them.
import type { PersonId } from '../../../platform/ids.ts'
import { addSeconds, type Moment } from '../../../platform/time/moment.ts'
import { type ClockReading, readClock } from '../clock/clock.ts'
import { minutesForTopics, minutesLate } from '../course/allotted.ts'
import { haveAllVoted, tally } from '../course/naming-topics.ts'
import { type StripPiece, stripOf } from '../course/strip.ts'
import { mayEnter, placeAhead } from '../course/moving.ts'
import { concernsOffer, goneAt, isGone, offerChanges, offeredTo, refusedBy } from '../facilitating/passing.ts'
import type { Kind, MeetingRole } from '../format/format.ts'
import { groupOf, isListening, presenterFor, roleOf } from '../listening/speaking.ts'
import { turnHolder } from '../listening/turns.ts'
import type { Asked } from './command.ts'
import { deedsFor, type Doing, doingOf, kindsFor } from './doing.view.ts'
import {
  type Contribution,
  type Discomfort,
  type Meeting,
  membersHere,
  type Seat,
  seatOf,
  stageAt,
  type TopicId,
} from './meeting.ts'

export type PersonInMeeting = {
  readonly person: PersonId
  readonly as: Seat['as']
  readonly doing: Doing
  readonly role: MeetingRole | null
  readonly way: Seat['way']
  /** Whole minutes late; for the set alone. */
  readonly lateBy: number | null
  /** Nothing has been heard from their device for a minute. */
  readonly isDropped: boolean
}

export type MeetingView = {
  readonly state: Meeting['state']
  /** Counts the events: a newer view has a higher one. */
  readonly version: number
  readonly me: PersonInMeeting & {
    readonly isFacilitator: boolean
    readonly isPresenter: boolean
    readonly isListening: boolean
  }
  readonly others: readonly PersonInMeeting[]
  readonly facilitator: PersonId
  /** Who is asked to facilitate; for them and the facilitator alone. */
  readonly offeredTo: PersonId | null
  /** When this view changes though nothing happens: an offer runs out, the deputy can step in. Null when it does not. */
  readonly changesAt: Moment | null
  readonly stage: StageView | null
  readonly clock: ClockReading | null
  readonly endsAt: Moment | null
  readonly strip: readonly StripPiece[]
  readonly deeds: readonly Asked['type'][]
  readonly kinds: readonly Kind[]
  readonly turn: TurnView | null
  readonly group: readonly PersonId[] | null
  readonly contributions: readonly Contribution[]
  readonly commitments: Meeting['commitments']
  readonly newCommitments: Meeting['newCommitments']
  readonly topics: Meeting['topics']
  readonly bids: Meeting['bids']
  readonly choice: Meeting['choice']
  readonly myVotes: readonly TopicId[]
  /** How many have voted, and, once all have, how often each topic was chosen. */
  readonly voted: number
  readonly votes: ReadonlyMap<TopicId, number> | null
  readonly next: Meeting['next']
  readonly finishedBecause: Meeting['finishedBecause']
  /** What this person told quietly, and whether it was read. */
  readonly told: readonly Discomfort[]
  /** Null for everybody but the facilitator. */
  readonly facilitating: FacilitatorView | null
}

export type StageView = {
  readonly number: number
  readonly part: string
  readonly name: string
  readonly guidance: string
  readonly prompts: string | null
  readonly presenter: PersonId | null
  readonly topic: TopicId | null
  /** Which round or topic, counted from 1. */
  readonly round: number
  readonly recallsGroundRules: boolean
  readonly pointsOut: boolean
  readonly silence: boolean
  readonly isBreak: boolean
}
export type TurnView = {
  readonly holder: PersonId | null
  readonly turn: number
  readonly lap: number
  readonly waiting: readonly PersonId[]
}
export type NextView = {
  readonly name: string
  readonly why: string | null
  /** What helps: what comes of reports, the choice of topics, or saying who presents. */
  readonly needs: 'reports' | 'topics' | 'presenter' | null
}
export type FacilitatorView = {
  /** Contributions of each member, fewest last (SPEC 7.6). */
  readonly voices: readonly { readonly person: PersonId; readonly count: number }[]
  readonly toldToMe: readonly Discomfort[]
  /** The stage that comes next, and why the set cannot go on; null at the last. */
  readonly next: NextView | null
  /** Who has just turned the facilitator's part down. */
  readonly refusedBy: PersonId | null
  readonly minutesLate: number
  readonly minutesForTopics: number
}

/** The meeting for one person; null for somebody who has no seat in it. `heard`: newest signs of life. */
export function viewFor(
  meeting: Meeting,
  person: PersonId,
  at: Moment,
  heard: ReadonlyMap<PersonId, Moment> = new Map(),
): MeetingView | null {
  const seat = seatOf(meeting, person)
  if (!seat) return null
  const { step } = meeting
  const isFacilitator = meeting.facilitator === person
  const all = meeting.seats.map((one) => personInMeeting(meeting, one, { at, heard }))
  const own = all.find((one) => one.person === person) ?? personInMeeting(meeting, seat, { at, heard })
  const isPresenter = !!step && presenterFor(meeting, step, person) === person
  return {
    ...seenByAll(meeting),
    version: meeting.events,
    me: { ...own, isFacilitator, isPresenter, isListening: !!step && isListening(meeting, step, person) },
    others: all.filter((one) => one !== own),
    offeredTo: concernsOffer(meeting, person, at) ? offeredTo(meeting, at) : null,
    changesAt: changesAt(meeting, person, { at, heard }),
    stage: stageView(meeting),
    clock: step && readClock(step.clock, at),
    strip: stripOf(meeting),
    deeds: deedsFor(meeting, person, { at, heard }),
    kinds: kindsFor(meeting, person),
    turn: turnView(meeting),
    group: step && groupOf(meeting, step, person),
    contributions: meeting.contributions.filter((one) => shows(meeting, one, person)),
    myVotes: meeting.votes.find((one) => one.person === person)?.topics ?? [],
    voted: meeting.votes.length,
    votes: haveAllVoted(meeting) || meeting.choice ? tally(meeting) : null,
    told: meeting.discomforts.filter((one) => one.from === person),
    facilitating: isFacilitator ? facilitatorView(meeting, at) : null,
  }
}

type Known = { readonly at: Moment; readonly heard: ReadonlyMap<PersonId, Moment> }

function changesAt(meeting: Meeting, person: PersonId, { at, heard }: Known): Moment | null {
  if (meeting.state === 'finished' || seatOf(meeting, person)?.presence !== 'here') return null
  const isDeputy = person === meeting.deputy && person !== meeting.facilitator
  const moments = [
    ...offerChanges(meeting, person, at),
    ...(isDeputy && !isGone(meeting, heard, at) ? [goneAt(meeting, heard)] : []),
  ]
  return moments.toSorted()[0] ?? null
}

function seenByAll(meeting: Meeting) {
  const { state, facilitator, endsAt, commitments, newCommitments, topics, bids, choice } = meeting
  const { next, finishedBecause } = meeting
  return { state, facilitator, endsAt, commitments, newCommitments, topics, bids, choice, next, finishedBecause }
}

const DROPPED_SECONDS = 60

function personInMeeting(meeting: Meeting, seat: Seat, { at, heard }: Known): PersonInMeeting {
  const { person, as, way, lateBy } = seat
  const newest = heard.get(person)
  const usesDevice = seat.presence === 'here' && way === 'own device'
  const isDropped = usesDevice && newest !== undefined && addSeconds(newest, DROPPED_SECONDS) <= at
  const role = meeting.step && seat.presence === 'here' ? roleOf(meeting, meeting.step, person) : null
  return { person, as, doing: doingOf(meeting, person), role, way, lateBy, isDropped }
}

function stageView({ step, ...meeting }: Meeting): StageView | null {
  if (!step) return null
  const { part, stage } = stageAt(meeting, step.place)
  const { name, guidance, prompts, recallsGroundRules, pointsOut, silence } = stage
  const { number, presenter, topic } = step
  const round = step.place.round + 1
  return {
    number,
    part: part.name,
    name,
    guidance,
    prompts,
    presenter,
    topic,
    round,
    recallsGroundRules,
    pointsOut,
    silence,
    isBreak: part.isBreak,
  }
}

function turnView(meeting: Meeting): TurnView | null {
  const turns = meeting.step?.turns
  if (!turns) return null
  const holder = turnHolder(meeting, turns)
  const from = holder ? holder.turn + 1 : turns.at < 0 ? 0 : turns.order.length
  const here = turns.order.slice(from).filter((person) => seatOf(meeting, person)?.presence === 'here')
  return { holder: holder?.person ?? null, turn: holder?.turn ?? turns.at, lap: turns.lap, waiting: here }
}

/** Whether something that was said shows to somebody: their own always, the rest as the stage and the group have it. */
function shows(meeting: Meeting, one: Contribution, person: PersonId): boolean {
  if (one.person === person || one.scribe === person) return true
  if (one.group && !one.group.includes(person)) return false
  const step = [...meeting.past, ...(meeting.step ? [meeting.step] : [])].find((each) => each.number === one.step)
  if (!step) return false
  const { shown } = stageAt(meeting, step.place).stage
  if (shown === 'after the stage') return step.endedAt !== null
  return shown === 'at once' || one.presenter === person
}

function facilitatorView(meeting: Meeting, at: Moment): FacilitatorView {
  const count = (person: PersonId) => meeting.contributions.filter((one) => one.person === person).length
  return {
    voices: membersHere(meeting)
      .map((person) => ({ person, count: count(person) }))
      .toSorted((a, b) => b.count - a.count),
    toldToMe: meeting.discomforts.filter((one) => one.to === meeting.facilitator),
    next: nextView(meeting),
    refusedBy: refusedBy(meeting, at),
    minutesLate: minutesLate(meeting, at),
    minutesForTopics: minutesForTopics(meeting, at),
  }
}

function nextView(meeting: Meeting): NextView | null {
  const place = placeAhead(meeting)
  if (!place) return null
  const may = mayEnter(meeting, place)
  const needs = may.ok ? null : ((may.field ?? null) as NextView['needs'])
  return { name: stageAt(meeting, place).stage.name, why: may.ok ? null : may.reason, needs }
}
