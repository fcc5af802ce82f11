// What can happen in a meeting, one event each (SPEC 7.3). An event is kept under its number and never changed; it carries who
// did it, the server's moment, and the key of the command it came from. Everything that follows from it is decided before, so
// that events can be told again without the rules of their day. Free words stand only in `words`, to be sealed apart.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Format, Kind, MeetingRole } from '../format/format.ts'
import type { SetId, SetPart } from '../set/set.ts'
import type { Chosen, CommitmentId, Groups, LearningLevel, Outcome, Place, TopicId, Way } from './meeting.ts'

export type MeetingEvent = MeetingFact & {
  readonly by: PersonId
  readonly at: Moment
  /** The key of the command, its sender's own. */
  readonly key: string
  /** A print of what the command said, by which the same command is known again. */
  readonly print: string
}

export type Opened = {
  readonly type: 'meeting opened'
  readonly set: SetId
  readonly format: Format
  readonly startsAt: Moment
  readonly minutes: number
  /** In the order of their seats; exactly one facilitator, perhaps a deputy. */
  readonly people: readonly { readonly person: PersonId; readonly as: SetPart; readonly apologies: boolean }[]
  /** What was promised and is open, with its words. */
  readonly commitments: readonly { readonly id: CommitmentId; readonly owner: PersonId; readonly words: string }[]
  /** Topics that earlier meetings did not reach. */
  readonly waiting: readonly { readonly topic: TopicId; readonly owner: PersonId; readonly words: string }[]
}

export type MeetingFact =
  | Opened
  | {
      readonly type: 'arrived'
      readonly person: PersonId
      readonly as: SetPart
      readonly way: Way
      readonly lateBy: number
    }
  | { readonly type: 'left'; readonly person: PersonId }
  | { readonly type: 'way changed'; readonly person: PersonId; readonly way: Way }
  | { readonly type: 'ground rules recalled'; readonly person: PersonId }
  | { readonly type: 'meeting begun'; readonly seconds: number; readonly endsAt: Moment }
  | {
      readonly type: 'part begun'
      readonly part: number
      readonly presenters: readonly PersonId[]
      readonly groups: Groups
    }
  | StageBegun
  | { readonly type: 'turn given'; readonly order: readonly PersonId[]; readonly turn: number; readonly lap: number }
  | {
      readonly type: 'reported'
      readonly commitment: CommitmentId
      readonly outcome: Outcome
      readonly words: string | null
      /** The new day to do it by; none in meetings before reports had one. */
      readonly due?: Day | null
    }
  | { readonly type: 'report put off'; readonly commitment: CommitmentId; readonly words: string }
  | { readonly type: 'topic named'; readonly topic: TopicId; readonly owner: PersonId; readonly words: string }
  | { readonly type: 'topic taken back'; readonly topic: TopicId }
  | { readonly type: 'bid made'; readonly person: PersonId; readonly strength: number; readonly words: string }
  | { readonly type: 'voted'; readonly person: PersonId; readonly topics: readonly TopicId[] }
  | TopicsChosen
  | { readonly type: 'presenter named'; readonly person: PersonId }
  | { readonly type: 'groups changed'; readonly groups: Groups }
  | Contributed
  | { readonly type: 'contribution taken back'; readonly number: number }
  | Committed
  | { readonly type: 'role given'; readonly role: MeetingRole; readonly person: PersonId }
  | { readonly type: 'stage lengthened'; readonly seconds: number }
  | { readonly type: 'meeting lengthened'; readonly endsAt: Moment }
  | { readonly type: 'time shared out'; readonly seconds: number; readonly plan: Readonly<Record<string, number>> }
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  | { readonly type: 'discomfort told'; readonly to: PersonId; readonly words: string | null }
  | { readonly type: 'discomfort answered'; readonly number: number }
  | { readonly type: 'facilitation offered'; readonly to: PersonId }
  | { readonly type: 'facilitation offer ended' }
  | { readonly type: 'facilitation passed'; readonly to: PersonId; readonly how: 'handover' | 'deputy steps in' }
  | { readonly type: 'next date agreed'; readonly day: Day; readonly time: string | null }
  | { readonly type: 'meeting finished'; readonly words: string | null }

export type StageBegun = {
  readonly type: 'stage begun'
  readonly place: Place
  readonly seconds: number
  readonly presenter: PersonId | null
  readonly topic: TopicId | null
  readonly turns: readonly PersonId[] | null
}

export type TopicsChosen = {
  readonly type: 'topics chosen'
  readonly topics: readonly Chosen[]
  readonly how: 'agreement' | 'votes'
  readonly suggested: readonly TopicId[]
  readonly overruled: boolean
  readonly words: string | null
}

export type Contributed = {
  readonly type: 'contributed'
  readonly kind: Kind
  readonly person: PersonId
  readonly scribe: PersonId | null
  readonly words: string
  /** The stage it was written in, by its number. */
  readonly step: number
  readonly topic: TopicId | null
  readonly level: LearningLevel | null
  readonly group: readonly PersonId[] | null
  /** Who presented to its author when it was said. */
  readonly presenter: PersonId | null
}

export type Committed = {
  readonly type: 'committed'
  readonly commitment: CommitmentId
  readonly owner: PersonId
  readonly topic: TopicId | null
  readonly words: string
  readonly due: Day
}
