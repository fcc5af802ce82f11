// The strip of stages that tells where the set is (SPEC 7.3, 7.10): the topic or round that is on is drawn stage by stage, all
// else as one piece each, with its minutes. The same is drawn of a format that nobody has met by yet, for so many minutes, people
// and topics, stage by stage; its minutes add up to what the format gives them.
import { type Format, groupSizeOf, type Part, type Stage } from '../format/format.ts'
import { inProportion, shareOut } from '../format/sharing-out.ts'
import { type Meeting, type Place, stageAt } from '../meeting/meeting.ts'
import { secondsOfPart, secondsOfPlace } from './allotted.ts'
import { roundsOf } from './rounds.ts'

export type StripPiece = {
  readonly name: string
  /** Which topic or round it is, counted from 1; null where the part comes round once. */
  readonly round: number | null
  /** Rounded to whole minutes, one at least. */
  readonly minutes: number
  readonly when: 'over' | 'now' | 'ahead'
  readonly isBreak: boolean
}

const inMinutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60))

/** The strip of a meeting as it stands. */
export function stripOf(meeting: Meeting): readonly StripPiece[] {
  return meeting.format.parts.flatMap((part, at): readonly StripPiece[] => {
    const count = roundsOf(meeting, at)?.length ?? meeting.format.topics.to
    const rounds = Array.from({ length: count }, (_, round) => round)
    if (roundsOf(meeting, at) === null) return rounds.map((round) => pieceAhead(meeting, part, { at, round, count }))
    return rounds.flatMap((round) => piecesOfRound(meeting, part, { at, round, count }))
  })
}

type RoundAt = { readonly at: number; readonly round: number; readonly count: number }

function piecesOfRound(meeting: Meeting, part: Part, { at, round, count }: RoundAt): readonly StripPiece[] {
  const here = meeting.step?.place
  const isHere = here?.part === at && here.round === round
  if (!isHere || part.stages.length === 1) return [wholeRound(meeting, part, { at, round, count })]
  return part.stages.map((stage, stageIndex) => ({
    name: stage.name,
    round: count > 1 ? round + 1 : null,
    minutes: inMinutes(secondsAt(meeting, { part: at, round, stage: stageIndex })),
    when: stageIndex < here.stage ? 'over' : stageIndex === here.stage ? 'now' : 'ahead',
    isBreak: part.isBreak,
  }))
}

function wholeRound(meeting: Meeting, part: Part, { at, round, count }: RoundAt): StripPiece {
  const seconds = part.stages.reduce((sum, _stage, stage) => sum + secondsAt(meeting, { part: at, round, stage }), 0)
  const when = whenIs(meeting, { part: at, round, stage: 0 })
  return {
    name: part.name,
    round: count > 1 ? round + 1 : null,
    minutes: inMinutes(seconds),
    when,
    isBreak: part.isBreak,
  }
}

function pieceAhead(meeting: Meeting, part: Part, { at, round, count }: RoundAt): StripPiece {
  const seconds =
    inProportion(
      secondsOfPart(meeting, at),
      Array.from({ length: count }, () => 1),
    )[round] ?? 0
  return {
    name: part.name,
    round: count > 1 ? round + 1 : null,
    minutes: inMinutes(seconds),
    when: 'ahead',
    isBreak: false,
  }
}

/** How long a stage was to last, where it has begun, or is to. */
function secondsAt(meeting: Meeting, place: Place): number {
  const begun = [...(meeting.step ? [meeting.step] : []), ...meeting.past.toReversed()]
  const step = begun.find(
    ({ place: one }) => one.part === place.part && one.round === place.round && one.stage === place.stage,
  )
  return step ? step.clock.seconds : secondsOfPlace(meeting, place)
}

function whenIs(meeting: Meeting, place: Place): StripPiece['when'] {
  if (meeting.state === 'finished') return 'over'
  const here = meeting.step?.place
  if (!here) return 'ahead'
  if (place.part !== here.part) return place.part < here.part ? 'over' : 'ahead'
  return place.round === here.round ? 'now' : place.round < here.round ? 'over' : 'ahead'
}

/** One coming round of a stage in a format that nobody has met by yet: where it stands, and its seconds. */
export type PlaceOfFormat = {
  readonly part: Part
  readonly stage: Stage
  /** Counted from 1; null where the part comes round once. */
  readonly round: number | null
  readonly seconds: number
}

/** How a meeting would go by a format, stage by stage, for so many minutes, people and topics. */
export function placesOfFormat(
  format: Format,
  { minutes, people, topics }: { minutes: number; people: number; topics: number },
): readonly PlaceOfFormat[] {
  const parts = format.parts.map((part) => ({
    share: part.share,
    fixed: part.minutes === null ? null : part.minutes * 60,
  }))
  const seconds = shareOut(minutes * 60, parts)
  return format.parts.flatMap((part, at) => {
    const count = roundsOfFormat(format, at, { people, topics })
    const each = inProportion(
      seconds[at] ?? 0,
      Array.from({ length: count }, () => 1),
    )
    return each.flatMap((whole, round) => placesOfRound(part, { whole, people, round: count > 1 ? round + 1 : null }))
  })
}

function placesOfRound(
  part: Part,
  { whole, people, round }: { whole: number; people: number; round: number | null },
): readonly PlaceOfFormat[] {
  const pieces = part.stages.map((stage) => {
    const own = stage.minutes ?? (stage.minutesEach === null ? null : stage.minutesEach * people)
    return { share: stage.share, fixed: own === null ? null : Math.round(own * 60) }
  })
  const seconds = shareOut(whole, pieces)
  return part.stages.map((stage, at) => ({ part, stage, round, seconds: seconds[at] ?? 0 }))
}

/** The strip of a format for so many minutes, people and topics. */
export const stripOfFormat = (
  format: Format,
  given: { minutes: number; people: number; topics: number },
): readonly StripPiece[] =>
  placesOfFormat(format, given).map(({ part, stage, round, seconds }) => ({
    name: stage.name,
    round,
    minutes: inMinutes(seconds),
    when: 'ahead',
    isBreak: part.isBreak,
  }))

function roundsOfFormat(format: Format, at: number, { people, topics }: { people: number; topics: number }): number {
  const part = format.parts[at]
  if (!part) return 0
  const size = groupSizeOf(part)
  if (part.repeats === 'once') return part.times
  if (part.repeats === 'for each member') return size === null ? people : Math.min(people, size)
  if (part.repeats === 'for each group') return Math.max(1, Math.floor(people / (size ?? people)))
  const earlier = format.parts.slice(0, at).filter((one) => one.repeats === 'for each topic')
  const taken = earlier.reduce((sum, one) => sum + (one.topics ?? topics), 0)
  return Math.max(0, Math.min(part.topics ?? topics, topics - taken))
}

/** The name of the stage at a place, for a heading or a button. */
export const nameOfPlace = (meeting: Meeting, place: Place): string => stageAt(meeting, place).stage.name
