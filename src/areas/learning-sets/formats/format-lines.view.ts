// A format as people read it before they meet by it (SPEC 7.10): when each stage begins, how long it lasts, who has the floor,
// what may be contributed and what the presenter does, in sentences. It knows no format by its name: whatever the policy holds
// is drawn from its data alone.
import type { StripStage, Tone } from '../../../design/index.ts'
import { type PlaceOfFormat, placesOfFormat } from '../course/strip.ts'
import {
  type Format,
  groupRolesOf,
  groupSizeOf,
  type Kind,
  type Part,
  type Speaker,
  type Stage,
} from '../format/format.ts'

/** For how many minutes, people and topics a format is drawn. */
export type FormatSize = { readonly minutes: number; readonly people: number; readonly topics: number }

export type StageLine = {
  readonly name: string
  /** Its part; with the number of its round where the part comes round more than once. */
  readonly part: string
  /** Whole minutes after the start. */
  readonly from: number
  readonly minutes: number
  readonly stage: Stage
  readonly floor: { readonly tone: Tone; readonly meaning: string }
}

/** Every stage in the order in which it comes; the minutes add up to those of the meeting. */
export function linesOf(format: Format, size: FormatSize): readonly StageLine[] {
  const places = placesOfFormat(format, size)
  let seconds = 0
  return places.map((place) => {
    const from = Math.round(seconds / 60)
    seconds += place.seconds
    return lineOf(place, { from, minutes: Math.round(seconds / 60) - from })
  })
}

const lineOf = ({ part, stage, round }: PlaceOfFormat, time: { from: number; minutes: number }): StageLine => ({
  name: stage.name,
  part: round === null ? part.name : `${part.name} ${round}`,
  ...time,
  stage,
  floor: floorOf(part, stage),
})

/** As the picture of a meeting draws it. */
export const stripStagesOf = (lines: readonly StageLine[]): readonly StripStage[] =>
  lines.map(({ name, part, from, minutes, floor }) => ({ name, part, from, minutes, ...floor }))

/** Who has the floor, in a few words and the colour that the picture gives them. */
export function floorOf(part: Part, stage: Stage): StageLine['floor'] {
  if (part.isBreak) return { tone: 'quiet', meaning: 'Break' }
  if (stage.silence || stage.speaks.every((one) => one === 'nobody')) return { tone: 'quiet', meaning: 'Silence' }
  if (stage.presenter === 'listening') return { tone: 'new', meaning: 'The presenter listens' }
  if (stage.presenter === 'turned away') return { tone: 'new', meaning: 'The presenter is turned away' }
  if (groupSizeOf(part) !== null) return { tone: 'soon', meaning: 'In small groups' }
  if (stage.speaks.every((one) => one === 'presenter' || one === 'client'))
    return { tone: 'waiting', meaning: 'The presenter speaks' }
  return { tone: 'good', meaning: 'The set talks' }
}

/** "Twelve stages in five parts. Whoever presents listens for 37 of 150 minutes." */
export function formatInWords(format: Format, lines: readonly StageLine[]): string {
  const kinds = format.parts.flatMap((part) => part.stages).length
  const whole = lines.reduce((sum, line) => sum + line.minutes, 0)
  const listened = lines.filter((line) => line.floor.tone === 'new').reduce((sum, line) => sum + line.minutes, 0)
  const parts = `${counted(kinds, 'stage')} in ${counted(format.parts.length, 'part')}, ${counted(whole, 'minute')}.`
  return listened === 0 ? parts : `${parts} Whoever presents listens for ${listened} of them.`
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** What holds in a stage, sentence by sentence. */
export function rulesOfStage(part: Part, stage: Stage): readonly string[] {
  if (part.isBreak) return ['Nobody has anything to do.']
  const [first, ...rest] = [
    speaksInWords(stage),
    presenterInWords(stage),
    contributedInWords(stage),
    ...groupsInWords(part, stage),
    ...restInWords(stage),
  ].filter((sentence) => sentence !== null)
  return first === undefined ? [] : [first, ...rest]
}

const speakers: Readonly<Record<Speaker, string>> = {
  presenter: 'whoever presents',
  members: 'the others',
  everyone: 'everybody',
  facilitator: 'the facilitator',
  'one at a time': 'everybody, one at a time',
  'each group': 'each group within itself',
  client: 'the client',
  coach: 'the coach',
  supervisor: 'the supervisor',
  observer: 'the observer',
  timekeeper: 'the timekeeper',
  scribe: 'the scribe',
  nobody: 'nobody',
}

const orders: Readonly<Record<Stage['order'], string>> = {
  free: '',
  'round robin': ', in turn',
  'by bid': ', the strongest bid first',
  'chosen by facilitator': ', as the facilitator calls them',
}

function speaksInWords(stage: Stage): string {
  if (stage.silence) return 'Silence: nobody speaks or writes.'
  const who = listed(stage.speaks.map((one) => speakers[one]))
  const order = stage.speaks.includes('one at a time') && stage.order === 'round robin' ? '' : orders[stage.order]
  return `Speaks: ${who}${order}.`
}

function presenterInWords({ presenter }: Stage): string | null {
  if (presenter === 'listening') return 'Whoever presents listens and contributes nothing.'
  if (presenter === 'turned away')
    return 'Whoever presents turns away from the others, listens and contributes nothing.'
  return presenter === 'answering' ? 'Whoever presents answers what helps.' : null
}

const kinds: Readonly<Record<Kind, string>> = {
  question: 'questions',
  suggestion: 'suggestions',
  experience: 'experience',
  feedback: 'feedback',
  bid: 'bids from 1 to 5',
  vote: 'votes',
  topic: 'topics',
  report: 'reports on what was promised',
  action: 'what somebody will do',
  learning: 'what was learned',
  reflection: 'reflections',
  'process observation': 'how we work together',
  'client voice': 'the voice of the person it is about',
}

function contributedInWords(stage: Stage): string | null {
  if (stage.silence) return null
  if (stage.contributions.length === 0) return 'Nothing is written down.'
  const most = stage.perPerson === null ? '' : `, ${stage.perPerson} from each at most`
  return `Written down: ${listed(stage.contributions.map((kind) => kinds[kind]))}${most}.`
}

function groupsInWords(part: Part, stage: Stage): readonly string[] {
  const size = groupSizeOf(part)
  const roles = stage.roles.length > 0 ? ` as ${listed(groupRolesOf(part))}` : ''
  if (size === null) return stage.roles.length > 0 ? [`Parts to give: ${listed(stage.roles)}.`] : []
  const passes = part.repeats === 'for each member' || stage.rotates ? ' The parts pass on in each round.' : ''
  return [`In groups of ${size}${roles}.${passes}`]
}

const restInWords = (stage: Stage): readonly (string | null)[] => [
  stage.pointsOut ? 'A closed question, or advice, is pointed out to its author alone before it is sent.' : null,
  stage.shown === 'after the stage' ? 'What is written shows to the others when the stage is over.' : null,
  stage.shown === 'to the presenter alone' ? 'What is written shows to whoever presents, and nobody else.' : null,
  stage.recallsGroundRules ? 'The ground rules are read again.' : null,
]

/** "a, b and c" */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
