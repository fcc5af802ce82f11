// What people ask of a meeting (SPEC 7.3). Every command has who sends it, the server's moment of its coming in, and a key that
// its page made: sent twice, from one tab or two, it is carried out once. `step` is the stage that stood on the sender's
// screen. `person` differs from `by` when somebody writes for a colleague in the room, or the facilitator acts for the set.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { SetHistory } from '../fairness/history.ts'
import type { Kind, MeetingRole } from '../format/format.ts'
import type { SetPart } from '../set/set.ts'
import type { Opened } from './event.ts'
import type { CommitmentId, Groups, LearningLevel, Outcome, TopicId, Way } from './meeting.ts'

export type MeetingCommand = Asked & { readonly by: PersonId; readonly at: Moment; readonly key: string }

export type Asked =
  | (Omit<Opened, 'type'> & { readonly type: 'open' })
  | { readonly type: 'arrive'; readonly person: PersonId; readonly way: Way }
  | { readonly type: 'leave'; readonly person: PersonId }
  | { readonly type: 'say way'; readonly person: PersonId; readonly way: Way }
  | { readonly type: 'recall ground rules'; readonly person: PersonId }
  | { readonly type: 'begin' }
  | { readonly type: 'move on'; readonly step: number }
  | { readonly type: 'go back'; readonly step: number }
  | { readonly type: 'finish turn'; readonly step: number; readonly turn: number; readonly lap: number }
  | { readonly type: 'give turn'; readonly to: PersonId }
  | { readonly type: 'another round'; readonly lap: number }
  | Report
  | { readonly type: 'put off report'; readonly commitment: CommitmentId; readonly words: string }
  | {
      readonly type: 'name topic'
      readonly topic: TopicId
      readonly person: PersonId
      readonly words: string
      readonly step: number
    }
  | { readonly type: 'take topic back'; readonly topic: TopicId }
  | {
      readonly type: 'bid'
      readonly topic: TopicId
      readonly person: PersonId
      readonly strength: number
      readonly words: string
      readonly step: number
    }
  | { readonly type: 'vote'; readonly person: PersonId; readonly topics: readonly TopicId[]; readonly step: number }
  | ChooseTopics
  | { readonly type: 'name presenter'; readonly person: PersonId }
  | { readonly type: 'change groups'; readonly groups: Groups }
  | Contribute
  | { readonly type: 'take back'; readonly number: number }
  | Commit
  | { readonly type: 'give role'; readonly role: MeetingRole; readonly person: PersonId }
  | { readonly type: 'lengthen stage'; readonly minutes: number; readonly step: number }
  | { readonly type: 'lengthen meeting'; readonly minutes: number }
  | { readonly type: 'share out what is left'; readonly step: number }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'tell discomfort'; readonly words: string | null }
  | { readonly type: 'answer discomfort'; readonly number: number }
  | { readonly type: 'hand over'; readonly to: PersonId }
  | { readonly type: 'take over' }
  | { readonly type: 'end offer' }
  | { readonly type: 'step in' }
  | { readonly type: 'agree next date'; readonly day: Day; readonly time: string | null }
  | { readonly type: 'finish'; readonly words: string | null }

export type Report = {
  readonly type: 'report'
  readonly commitment: CommitmentId
  readonly outcome: Outcome
  readonly words: string | null
  /** The new day to do it by; the day before the next meeting when none is named. */
  readonly due?: Day | null
  readonly step: number
}

export type ChooseTopics = {
  readonly type: 'choose topics'
  readonly topics: readonly { readonly topic: TopicId; readonly minutes: number }[]
  readonly how: 'agreement' | 'votes'
  /** Why the set chooses otherwise than was suggested, or fewer than usual. */
  readonly words: string | null
  /** When the page that was filled in was shown: the minutes add up to what there was then. */
  readonly shownAt: Moment
}

export type Contribute = {
  readonly type: 'contribute'
  readonly kind: Kind
  readonly person: PersonId
  readonly words: string
  readonly level: LearningLevel | null
  /** The author has read what was pointed out and sends the question as it stands. */
  readonly asItStands: boolean
  readonly step: number
}

export type Commit = {
  readonly type: 'commit'
  readonly commitment: CommitmentId
  readonly person: PersonId
  readonly words: string
  readonly due: Day
  readonly step: number
}

export type Command<Type extends Asked['type']> = Extract<MeetingCommand, { type: Type }>

/** What is known beside the meeting when a command comes in. */
export type MeetingRules = {
  /** Who belongs to the set now, and as what; somebody who left the set is not among them. */
  readonly belongs: ReadonlyMap<PersonId, SetPart>
  /** When each person's newest sign of life came in, from whichever tab. */
  readonly heard: ReadonlyMap<PersonId, Moment>
  /** The earlier meetings of the set, oldest first. */
  readonly history: SetHistory
}
