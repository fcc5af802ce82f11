// How long each stage is to last, and what is still to come (SPEC 7.3, 7.5). The meeting's time is shared out over the parts,
// a part's over its rounds, a round's over its stages; chosen topics have the minutes that the set gave them. Where what is
// left was shared out anew, that counts: by part for what has not begun, by place within the part that the set is in.
import { inProportion, shareOut } from '../format/sharing-out.ts'
import { type Meeting, membersHere, type Place } from '../meeting/meeting.ts'
import { type Moment, secondsBegun } from '../../../platform/time/moment.ts'
import { readClock } from '../clock/clock.ts'
import { chosenFor, firstPlaceFrom, placeAfter, roundsOf } from './rounds.ts'

/** What is still to come: a stage of the part that the set is in, or a whole part (its place is null). */
export type Ahead = {
  readonly key: string
  readonly part: number
  readonly place: Place | null
  readonly seconds: number
}

export const keyOf = (place: Place): string => `${place.part}.${place.round}.${place.stage}`

/** Seconds of a whole part. */
export function secondsOfPart(meeting: Meeting, at: number): number {
  const planned = meeting.plan[String(at)]
  if (planned !== undefined) return planned
  const chosen = meeting.format.parts[at]?.repeats === 'for each topic' ? chosenFor(meeting, at) : null
  if (chosen) return chosen.reduce((sum, one) => sum + one.minutes * 60, 0)
  const pieces = meeting.format.parts.map((part) => ({
    share: part.share,
    fixed: part.minutes === null ? null : part.minutes * 60,
  }))
  return shareOut(meeting.seconds, pieces)[at] ?? 0
}

/** Seconds of the stage at a place. */
export function secondsOfPlace(meeting: Meeting, place: Place): number {
  const planned = meeting.plan[keyOf(place)]
  if (planned !== undefined) return planned
  const people = Math.max(1, membersHere(meeting).length)
  const pieces = (meeting.format.parts[place.part]?.stages ?? []).map((stage) => ({
    share: stage.share,
    fixed: fixedSeconds(stage, people),
  }))
  return shareOut(secondsOfRound(meeting, place), pieces)[place.stage] ?? 0
}

const fixedSeconds = (stage: { minutes: number | null; minutesEach: number | null }, people: number): number | null => {
  const minutes = stage.minutes ?? (stage.minutesEach === null ? null : stage.minutesEach * people)
  return minutes === null ? null : Math.round(minutes * 60)
}

function secondsOfRound(meeting: Meeting, place: Place): number {
  const chosen = meeting.format.parts[place.part]?.repeats === 'for each topic' ? chosenFor(meeting, place.part) : null
  const weights = chosen ? chosen.map((one) => one.minutes) : (roundsOf(meeting, place.part) ?? [null]).map(() => 1)
  return inProportion(secondsOfPart(meeting, place.part), weights)[place.round] ?? 0
}

/** All that is still to come, in order: the stages of this part one by one, later parts as a whole. */
export function ahead(meeting: Meeting): readonly Ahead[] {
  const here = meeting.step?.place ?? null
  const stages: Ahead[] = []
  let next = here ? placeAfter(meeting, here) : firstPlaceFrom(meeting, 0)
  while (here && next?.part === here.part) {
    stages.push({ key: keyOf(next), part: next.part, place: next, seconds: secondsOfPlace(meeting, next) })
    next = placeAfter(meeting, next)
  }
  const parts: Ahead[] = []
  for (let place = next; place; place = firstPlaceFrom(meeting, place.part + 1))
    parts.push({ key: String(place.part), part: place.part, place: null, seconds: secondsOfPart(meeting, place.part) })
  return [...stages, ...parts]
}

/** Seconds from a moment to the end of the meeting; negative when it has passed. */
export const secondsToEnd = (meeting: Meeting, at: Moment): number =>
  !meeting.endsAt
    ? meeting.seconds
    : at <= meeting.endsAt
      ? secondsBegun(at, meeting.endsAt)
      : -secondsBegun(meeting.endsAt, at)

/** Whole minutes that there are for topics which have not begun: until the end, without all the rest that is to come. */
export function minutesForTopics(meeting: Meeting, at: Moment): number {
  const { step } = meeting
  const others = ahead(meeting).filter((one) => !isOpenTopicTime(meeting, one))
  const rest = others.reduce((sum, one) => sum + one.seconds, 0)
  const now = step ? Math.max(0, readClock(step.clock, at).secondsLeft) : 0
  return Math.max(0, Math.floor((secondsToEnd(meeting, at) - now - rest) / 60))
}

function isOpenTopicTime(meeting: Meeting, one: Ahead): boolean {
  if (meeting.format.parts[one.part]?.repeats !== 'for each topic') return false
  return one.place === null || one.place.round !== meeting.step?.place.round
}

/** How many minutes the meeting would end late, as it stands; negative when early. Whole minutes, rounded towards none. */
export function minutesLate(meeting: Meeting, at: Moment): number {
  const { step } = meeting
  const left = ahead(meeting).reduce((sum, one) => sum + one.seconds, 0)
  const now = step ? Math.max(0, readClock(step.clock, at).secondsLeft) : 0
  const minutes = Math.trunc((left + now - secondsToEnd(meeting, at)) / 60)
  return minutes === 0 ? 0 : minutes
}
