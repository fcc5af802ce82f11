// The way through a format (SPEC 7.3, 7.10): a part comes round once, so many times, for each chosen topic, for each member or
// for each group. Where every member presents in a group, the groups work side by side and there are as many rounds as the
// largest has people. A member who is not here has no round; a topic waits for its owner until the set decides otherwise.
import type { PersonId } from '../../../platform/ids.ts'
import { groupSizeOf, needsPresenter, type Part } from '../format/format.ts'
import { formGroups } from '../format/groups.ts'
import {
  type Chosen,
  type Groups,
  isHere,
  type Meeting,
  membersHere,
  type Place,
  type TopicId,
} from '../meeting/meeting.ts'

export type Round = { readonly presenter: PersonId | null; readonly topic: TopicId | null }

/** The rounds of a part, as it is or would be now; null when they wait for topics to be chosen. */
export function roundsOf(meeting: Meeting, at: number): readonly Round[] | null {
  const part = meeting.format.parts[at]
  if (!part) return []
  if (part.repeats === 'for each topic') return chosenFor(meeting, at)?.map((one) => roundOfTopic(meeting, one)) ?? null
  if (part.repeats === 'once') return Array.from({ length: part.times }, () => singleRound(meeting, part))
  const { presenters, groups } = peopleOfPart(meeting, at)
  if (part.repeats === 'for each group') return groups.map(() => noPresenter)
  if (groupSizeOf(part) === null)
    return presenters.map((presenter) => ({ presenter, topic: topicOf(meeting, presenter) }))
  const most = Math.max(0, ...groups.map((group) => group.length))
  return Array.from({ length: most }, () => noPresenter)
}

const noPresenter: Round = { presenter: null, topic: null }

const roundOfTopic = (meeting: Meeting, chosen: Chosen): Round => ({
  presenter: meeting.topics.find((topic) => topic.id === chosen.topic)?.owner ?? null,
  topic: chosen.topic,
})

const topicOf = (meeting: Meeting, owner: PersonId | null): TopicId | null =>
  meeting.topics.find((topic) => topic.owner === owner)?.id ?? null

function singleRound(meeting: Meeting, part: Part): Round {
  if (!part.stages.some(needsPresenter)) return noPresenter
  if (meeting.presenter) return { presenter: meeting.presenter, topic: topicOf(meeting, meeting.presenter) }
  const first = meeting.choice?.topics[0]
  return first ? roundOfTopic(meeting, first) : noPresenter
}

/** The chosen topics that a part takes: its number of them, after what earlier parts took; null before the choice. */
export function chosenFor(meeting: Meeting, at: number): readonly Chosen[] | null {
  if (!meeting.choice) return null
  const earlier = meeting.format.parts.slice(0, at).filter((part) => part.repeats === 'for each topic')
  const taken = earlier.reduce((sum, part) => sum + (part.topics ?? Number.POSITIVE_INFINITY), 0)
  const own = meeting.format.parts[at]?.topics ?? Number.POSITIVE_INFINITY
  return meeting.choice.topics.slice(taken, taken + own)
}

/** Who presents in the rounds of a part, and its groups: as they were fixed when it began, or as they would be now. */
export function peopleOfPart(meeting: Meeting, at: number): { presenters: readonly PersonId[]; groups: Groups } {
  if (meeting.partPeople?.part === at) return meeting.partPeople
  const part = meeting.format.parts[at]
  const size = part ? groupSizeOf(part) : null
  const people = inOrderOfBids(meeting, membersHere(meeting))
  return {
    presenters: part?.repeats === 'for each member' && size === null ? people : [],
    groups: size === null ? [] : formGroups(people, size),
  }
}

/** People in the order of their bids, the strongest first, of two alike the earlier; who did not bid stays where they sit. */
export function inOrderOfBids(meeting: Meeting, people: readonly PersonId[]): readonly PersonId[] {
  const bids = meeting.bids.toSorted((a, b) => b.strength - a.strength || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const rank = (person: PersonId) => {
    const at = bids.findIndex((bid) => bid.person === person)
    return at === -1 ? bids.length : at
  }
  return people.toSorted((a, b) => rank(a) - rank(b))
}

/** Where the set goes after a place; null at the end. A part of no rounds is left out; one whose topics are not chosen is not. */
export function placeAfter(meeting: Meeting, place: Place): Place | null {
  const part = meeting.format.parts[place.part]
  if (part && place.stage + 1 < part.stages.length) return { ...place, stage: place.stage + 1 }
  const round = nextRound(meeting, place.part, place.round + 1)
  return round === null ? firstPlaceFrom(meeting, place.part + 1) : { part: place.part, round, stage: 0 }
}

/** The first place at or after the beginning of a part; null when nothing is left. */
export function firstPlaceFrom(meeting: Meeting, part: number): Place | null {
  for (let at = part; at < meeting.format.parts.length; at++) {
    const round = roundsOf(meeting, at) === null ? 0 : nextRound(meeting, at, 0)
    if (round !== null) return { part: at, round, stage: 0 }
  }
  return null
}

/** The next round that can be held: where each member presents, those who are not here are passed over. */
function nextRound(meeting: Meeting, at: number, from: number): number | null {
  const rounds = roundsOf(meeting, at) ?? []
  const passesOver = meeting.format.parts[at]?.repeats === 'for each member'
  const found = rounds.findIndex(
    ({ presenter }, round) => round >= from && !(passesOver && presenter !== null && !isHere(meeting, presenter)),
  )
  return found === -1 ? null : found
}

/** The place before, in the same round of the same part; null at its beginning. */
export const placeBefore = (place: Place): Place | null =>
  place.stage === 0 ? null : { ...place, stage: place.stage - 1 }
