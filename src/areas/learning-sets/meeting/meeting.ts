// A meeting as its events have made it (SPEC 7.3): who is here, where in the format the set is, the clock, what was promised
// last time and what came of it, topics, contributions and commitments. It is made of its events alone, in their order, so
// that every program and every screen comes to the same meeting. Free words stand only in fields called `words`.
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Clock } from '../clock/clock.ts'
import type { Format, Kind, MeetingRole } from '../format/format.ts'
import type { SetId, SetPart } from '../set/set.ts'

export type TopicId = Id<'topic'>
export type CommitmentId = Id<'action'>
export type Outcome = 'done' | 'part done' | 'not done' | 'changed'
export type LearningLevel = 'issue' | 'self' | 'together' | 'key thing'

/** own device: their own phone or laptop; in the room: the facilitator or the scribe writes for them. */
export type Way = 'own device' | 'in the room'
export type Presence = 'expected' | 'apologies' | 'here' | 'left'
export type Seat = {
  readonly person: PersonId
  readonly as: SetPart
  readonly presence: Presence
  readonly way: Way
  readonly arrivedAt: Moment | null
  /** Whole minutes after the start that was planned; null until they came. */
  readonly lateBy: number | null
  readonly recalled: boolean
}

/** A place in the format: its part, which time the part comes round, and the stage, all counted from 0. */
export type Place = { readonly part: number; readonly round: number; readonly stage: number }
export type Turns = { readonly order: readonly PersonId[]; readonly at: number; readonly lap: number }
export type Step = {
  /** Counts the stages that were begun, from 1. */
  readonly number: number
  readonly place: Place
  readonly presenter: PersonId | null
  readonly topic: TopicId | null
  readonly clock: Clock
  /** Whose turn it is; null where nobody waits for a turn. */
  readonly turns: Turns | null
  readonly endedAt: Moment | null
}
/** The part that the set is in: who presents in its rounds, where each member does, and its groups. */
export type PartPeople = { readonly part: number; readonly presenters: readonly PersonId[]; readonly groups: Groups }
export type Groups = readonly (readonly PersonId[])[]

export type Commitment = {
  readonly id: CommitmentId
  readonly owner: PersonId
  /** What was promised, in its words. */
  readonly promise: string
  readonly outcome: Outcome | 'put off' | null
  /** What was said of it in this meeting. */
  readonly words: string | null
}
export type Topic = {
  readonly id: TopicId
  readonly owner: PersonId
  readonly words: string
  /** It was waiting from an earlier meeting. */
  readonly waited: boolean
}
export type Bid = { readonly person: PersonId; readonly strength: number; readonly words: string; readonly at: Moment }
export type Vote = { readonly person: PersonId; readonly topics: readonly TopicId[] }
export type Chosen = { readonly topic: TopicId; readonly minutes: number }
export type Choice = {
  readonly topics: readonly Chosen[]
  readonly how: 'agreement' | 'votes'
  /** Whom fairness suggested, and whether the set chose otherwise, in its words (SPEC 7.6). */
  readonly suggested: readonly TopicId[]
  readonly overruled: boolean
  readonly words: string | null
}
export type Contribution = {
  readonly number: number
  readonly kind: Kind
  readonly person: PersonId
  /** Who wrote it down for them; null when they did it themselves. */
  readonly scribe: PersonId | null
  readonly words: string
  readonly step: number
  readonly topic: TopicId | null
  readonly level: LearningLevel | null
  /** The people of the group it was said in; null for the whole set. */
  readonly group: readonly PersonId[] | null
  /** Who presented to its author. */
  readonly presenter: PersonId | null
  readonly at: Moment
}
/** What somebody commits to in this meeting; it comes back as report-back at the next. */
export type NewCommitment = {
  readonly id: CommitmentId
  readonly owner: PersonId
  readonly topic: TopicId | null
  readonly words: string
  readonly due: Day
}
/** Somebody told the facilitator quietly that something feels wrong; theirs and that facilitator's alone. */
export type Discomfort = {
  readonly number: number
  readonly from: PersonId
  readonly to: PersonId
  readonly words: string | null
  readonly at: Moment
  readonly answered: boolean
}

export type Meeting = {
  readonly set: SetId
  readonly format: Format
  readonly startsAt: Moment
  readonly minutes: number
  readonly state: 'gathering' | 'running' | 'finished'
  readonly openedAt: Moment
  readonly seats: readonly Seat[]
  readonly facilitator: PersonId
  /** From when the facilitator has had the part. */
  readonly facilitatorSince: Moment
  readonly deputy: PersonId | null
  /** To whom the facilitator has offered the part, and when; null when nobody is asked. It runs out after a while. */
  readonly offer: { readonly to: PersonId; readonly at: Moment } | null
  /** Who turned the newest offer down, and when; null once there is another. */
  readonly refused: { readonly by: PersonId; readonly at: Moment } | null
  /** When the meeting is to end; null until it begins. */
  readonly endsAt: Moment | null
  /** Seconds that are shared out over the format. */
  readonly seconds: number
  readonly step: Step | null
  readonly past: readonly Step[]
  readonly partPeople: PartPeople | null
  /** Seconds of what is still to come, where they were shared out anew: by part, or by place. */
  readonly plan: Readonly<Record<string, number>>
  readonly commitments: readonly Commitment[]
  readonly topics: readonly Topic[]
  readonly bids: readonly Bid[]
  readonly votes: readonly Vote[]
  readonly choice: Choice | null
  /** Who presents in parts that come round once, where no topic is chosen for them. */
  readonly presenter: PersonId | null
  readonly contributions: readonly Contribution[]
  readonly newCommitments: readonly NewCommitment[]
  readonly roles: Partial<Readonly<Record<MeetingRole, PersonId>>>
  readonly discomforts: readonly Discomfort[]
  readonly next: { readonly day: Day; readonly time: string | null } | null
  /** Why the set finished before the last stage, in its words; null when it did not. */
  readonly finishedBecause: string | null
  /** Commands that were carried out, with what they said: a doubled one changes nothing. */
  readonly done: Readonly<Record<string, string>>
  readonly lastAt: Moment
  readonly events: number
}

/** Somebody's seat; undefined when they have none. */
export const seatOf = (meeting: Pick<Meeting, 'seats'>, person: PersonId): Seat | undefined =>
  meeting.seats.find((seat) => seat.person === person)

/** Whether somebody has come and not left. */
export const isHere = (meeting: Pick<Meeting, 'seats'>, person: PersonId): boolean =>
  seatOf(meeting, person)?.presence === 'here'

/** Those who are here and take part in rounds: everybody but whoever came as the facilitator. In the order of their seats. */
export const membersHere = (meeting: Pick<Meeting, 'seats'>): readonly PersonId[] =>
  meeting.seats.flatMap((seat) => (seat.presence === 'here' && seat.as !== 'facilitator' ? [seat.person] : []))

/** The part and the stage at a place; throws when the format has no such place. */
export function stageAt(meeting: Pick<Meeting, 'format'>, place: Place) {
  const part = meeting.format.parts[place.part]
  const stage = part?.stages[place.stage]
  if (!part || !stage) throw new Error(`The format ${meeting.format.key} has no place ${JSON.stringify(place)}.`)
  return { part, stage }
}

/** What was promised and is neither answered nor put off. */
export const unanswered = (meeting: Meeting): readonly Commitment[] =>
  meeting.commitments.filter((one) => one.outcome === null)

/** Topics that were named and not reached: they wait for the next meeting (SPEC 7.8). */
export function unreached(meeting: Meeting): readonly Topic[] {
  const begun = new Set([...meeting.past, ...(meeting.step ? [meeting.step] : [])].map((step) => step.topic))
  return meeting.topics.filter((topic) => !begun.has(topic.id))
}
