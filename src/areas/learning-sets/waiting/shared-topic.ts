// A topic that a meeting did not reach waits for the next one (SPEC 7.8). Whoever leads the set since then was not there and reads
// nothing of it, so the topic would be lost when they open the meeting: its author may let them read it, and take that back. Nobody
// else decides it for them.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Topic, TopicId } from '../meeting/meeting.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import { type LearningSet, leads, peopleOn } from '../set/set.ts'
import type { Day } from '../../../platform/time/day.ts'

export type SharedTopicId = Id<'shared topic'>

/** That an author shares a waiting topic. Facts; the words are sealed. */
export type SharedTopic = {
  readonly topic: TopicId
  readonly meeting: MeetingId
  readonly set: LearningSet['id']
  readonly person: PersonId
  readonly about: SharedTopicId
}

/** Those who lead the set on a day and read nothing of a meeting. */
export const strangersTo = (set: LearningSet, readers: ReadonlySet<PersonId>, day: Day): readonly PersonId[] =>
  [...new Set(peopleOn(set, day).map((one) => one.person))].filter(
    (person) => leads(set, person, day) && !readers.has(person),
  )

/** Somebody's own topic among those that wait. */
export function decideSharing(
  waiting: readonly Topic[],
  what: { topic: TopicId; by: PersonId; strangers: readonly PersonId[] },
): Decision<Topic> {
  const topic = waiting.find((one) => one.id === what.topic && one.owner === what.by)
  if (!topic) return no('There is no such topic of yours')
  return what.strangers.length === 0 ? no('Everybody who leads the set was there') : yes(topic)
}
