// Naming topics, bidding and voting (SPEC 7.3): each member names one topic in a few words, for themselves; a later naming
// replaces their earlier one. Where the format takes bids, people say how much they need it today; where it takes votes,
// everybody has as many as there are topics to choose. How somebody voted is theirs alone.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { asksForTopics, takesTopics } from '../format/format.ts'
import { mayWriteFor, stepFor, wordsOf } from '../listening/contributing.ts'
import { isListening } from '../listening/speaking.ts'
import type { Command } from '../meeting/command.ts'
import type { MeetingFact } from '../meeting/event.ts'
import { isHere, type Meeting, seatOf, type Topic, type TopicId, unreached } from '../meeting/meeting.ts'

const TITLE = 300
export const bidStrengths = [1, 2, 3, 4, 5] as const

/** A member names their topic. */
export function nameTopic(command: Command<'name topic'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const writes = mayWriteFor(meeting, command.by, command.person)
  if (!writes.ok) return writes
  if (mayNameAtAnyTime(meeting, command.person)) return named(meeting, command)
  const step = stepFor(meeting, command.step, { person: command.person, kind: 'topic', at: command.at })
  return step.ok ? named(meeting, command) : step
}

/** In a format that takes topics and has no stage for naming them, members name theirs at any time before the choice. */
export function mayNameAtAnyTime(meeting: Meeting, person: PersonId): boolean {
  const { format, choice, step } = meeting
  const isOpen = takesTopics(format) && !asksForTopics(format) && !choice && meeting.state !== 'finished'
  if (!isOpen || step?.clock.pausedAt || (step && isListening(meeting, step, person))) return false
  const seat = seatOf(meeting, person)
  return seat?.presence === 'here' && seat.as !== 'facilitator'
}

function named(
  meeting: Meeting,
  { topic, person, words: text }: { topic: TopicId; person: PersonId; words: string },
): Decision<readonly MeetingFact[]> {
  if (seatOf(meeting, person)?.as === 'facilitator')
    return no('The facilitator looks after the process and brings no topic')
  if (meeting.choice) return no('The topics are chosen already')
  const words = wordsOf(text, TITLE)
  if (!words.ok) return words
  const own = meeting.topics.find((one) => one.owner === person)
  if (!own && meeting.topics.some((one) => one.id === topic)) return no('This topic was named already')
  return yes([{ type: 'topic named', topic: own?.id ?? topic, owner: person, words: words.value }])
}

/** An owner takes their topic back, as long as it is not chosen. */
export function takeTopicBack(command: Command<'take topic back'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const topic = meeting.topics.find((one) => one.id === command.topic)
  if (!topic || (topic.owner !== command.by && command.by !== meeting.facilitator))
    return no('You have named no such topic')
  if (topic.owner !== command.by && !mayWriteFor(meeting, command.by, topic.owner).ok)
    return no('Only its owner takes a topic back')
  if (meeting.choice?.topics.some((one) => one.topic === topic.id))
    return no('This topic is chosen. Choose again without it first')
  return yes([{ type: 'topic taken back', topic: topic.id }])
}

/** Somebody says how much they need it today, from 1 to 5; who has named no topic names one with it. */
export function bid(command: Command<'bid'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const writes = mayWriteFor(meeting, command.by, command.person)
  if (!writes.ok) return writes
  const step = stepFor(meeting, command.step, { person: command.person, kind: 'bid', at: command.at })
  if (!step.ok) return step
  const { person, strength, words: text } = command
  if (!bidStrengths.some((one) => one === strength)) return no('Say from 1 to 5 how much you need it', 'strength')
  const words = wordsOf(text, TITLE)
  if (!words.ok) return words
  const made: MeetingFact = { type: 'bid made', person, strength, words: words.value }
  // Once the topics are chosen a bid says only in which order people come.
  if (meeting.choice || meeting.topics.some((one) => one.owner === person)) return yes([made])
  const topic = named(meeting, command)
  return topic.ok ? yes([...topic.value, made]) : topic
}

/** Somebody's votes, which replace their earlier ones. */
export function vote(command: Command<'vote'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const writes = mayWriteFor(meeting, command.by, command.person)
  if (!writes.ok) return writes
  const step = stepFor(meeting, command.step, { person: command.person, kind: 'vote', at: command.at })
  if (!step.ok) return step
  const topics = [...new Set(command.topics)]
  const open = eligible(meeting)
  if (topics.some((id) => !open.some((topic) => topic.id === id)))
    return no('Choose among the topics that were named', 'topics')
  const most = meeting.format.topics.to
  if (topics.length > most) return no(`Choose ${most} topics at most`, 'topics')
  return yes([{ type: 'voted', person: command.person, topics }])
}

/** Topics that can be chosen: not begun yet, and their owner is here. In the order in which they were named. */
export const eligible = (meeting: Meeting): readonly Topic[] =>
  unreached(meeting).filter((topic) => isHere(meeting, topic.owner))

/** How many votes each topic has; votes of those who have left count on. */
export const tally = (meeting: Meeting): ReadonlyMap<TopicId, number> =>
  new Map(
    meeting.topics.map((topic) => [topic.id, meeting.votes.filter((one) => one.topics.includes(topic.id)).length]),
  )

/** Whether everybody who is here and may vote has: then the set sees how the votes stand. */
export const haveAllVoted = (meeting: Meeting): boolean =>
  meeting.seats
    .filter((seat) => seat.presence === 'here' && seat.as !== 'facilitator')
    .every((seat) => meeting.votes.some((one) => one.person === seat.person))
