// What a meeting left behind (SPEC 7.8): by topic what was offered and promised, what was learned, and what waits for next time.
// Who said what is left out: the set keeps suggestions, not their authors. Where the set keeps no words, the facts remain.
import type { PersonId } from '../../../platform/ids.ts'
import { secondsRun } from '../clock/clock.ts'
import type { Kind } from '../format/format.ts'
import { type Contribution, type Meeting, type NewCommitment, type TopicId, unreached } from '../meeting/meeting.ts'

export type Offered = Pick<Contribution, 'number' | 'kind' | 'words'>
export type TopicLeft = {
  readonly topic: TopicId | null
  readonly presenter: PersonId
  /** '' where the words were not kept. */
  readonly words: string
  readonly minutes: number
  readonly offered: readonly Offered[]
  readonly promised: readonly NewCommitment[]
}
export type LeftBehind = {
  readonly came: readonly PersonId[]
  readonly missing: readonly PersonId[]
  readonly topics: readonly TopicLeft[]
  /** Promises that belong to no topic. */
  readonly otherPromises: readonly NewCommitment[]
  readonly learned: readonly Offered[]
  readonly waiting: readonly { readonly owner: PersonId; readonly words: string }[]
}

const kept: ReadonlySet<Kind> = new Set(['question', 'suggestion', 'experience', 'feedback', 'client voice'])

/** What one person may read of what the meeting left behind: what was said in small groups is for its group. */
export function leftBehind(meeting: Meeting, reader: PersonId): LeftBehind {
  const mine = meeting.contributions.filter((one) => hears(meeting, one, reader))
  const topics = turnsIn(meeting).map(({ presenter, topic, seconds }) => ({
    topic,
    presenter,
    words: meeting.topics.find((one) => one.id === topic)?.words ?? '',
    minutes: Math.round(seconds / 60),
    offered: mine.filter((one) => kept.has(one.kind) && one.presenter === presenter && one.topic === topic),
    promised: meeting.newCommitments.filter((one) => one.owner === presenter && one.topic === topic),
  }))
  const named = new Set(topics.flatMap((one) => one.promised))
  const came = meeting.seats.filter((seat) => seat.arrivedAt !== null).map((seat) => seat.person)
  return {
    came,
    missing: meeting.seats.map((seat) => seat.person).filter((person) => !came.includes(person)),
    topics,
    otherPromises: meeting.newCommitments.filter((one) => !named.has(one)),
    learned: mine.filter((one) => one.kind === 'learning'),
    waiting: unreached(meeting),
  }
}

/** Each who presented, with their topic, in the order in which they first did. */
function turnsIn(meeting: Meeting) {
  const turns: { presenter: PersonId; topic: TopicId | null; seconds: number }[] = []
  for (const { presenter, topic, clock, endedAt } of meeting.past) {
    if (!presenter || !endedAt) continue
    const known = turns.find((one) => one.presenter === presenter && one.topic === topic)
    const seconds = secondsRun(clock, endedAt)
    if (known) known.seconds += seconds
    else turns.push({ presenter, topic, seconds })
  }
  return turns
}

/** What was for the presenter alone stays so, and what was said in a group is for its people. */
function hears(meeting: Meeting, one: Contribution, reader: PersonId): boolean {
  if (one.person === reader || one.presenter === reader) return true
  if (one.group && !one.group.includes(reader)) return false
  const step = meeting.past.find((each) => each.number === one.step) ?? meeting.step
  const stage = step && meeting.format.parts[step.place.part]?.stages[step.place.stage]
  return stage?.shown !== 'to the presenter alone'
}

/** 'Suggestion' */
export const offeredWords: Readonly<Partial<Record<Kind, string>>> = {
  question: 'Question',
  suggestion: 'Suggestion',
  experience: 'Experience',
  feedback: 'Feedback',
  'client voice': 'The voice of the person it is about',
  learning: 'Learned',
}
