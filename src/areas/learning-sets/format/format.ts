// The format of a meeting as the meeting reads it: parts with stages, who speaks in each, what may be contributed and how
// long (SPEC 7.10). It is read from the policy in force when the meeting is opened and goes with the meeting from then on,
// so a policy that changes later changes no meeting. A break is a part of one stage in which nobody has anything to do.
import type { PolicyPack } from '../../policy/index.ts'

type PackFormat = NonNullable<PolicyPack['meetingFormats']>[number]
type PackPart = PackFormat['parts'][number]
type PackStage = Extract<PackPart, { key: string }>['stages'][number]
type OneOf<T> = T extends readonly (infer U)[] ? U : T

export type Speaker = OneOf<PackStage['speaks']>
export type Kind = Exclude<PackStage['contributions'][number], 'nothing'>
export type MeetingRole = NonNullable<PackStage['roles']>[number]
export type PresenterPart = NonNullable<PackStage['presenter']>
export type Captured = NonNullable<PackStage['captures']>[number]
export type Order = NonNullable<PackStage['order']>
export type Shown = NonNullable<PackStage['shown']>

export type Stage = {
  readonly key: string
  readonly name: string
  readonly guidance: string
  readonly speaks: readonly Speaker[]
  readonly order: Order
  readonly presenter: PresenterPart | null
  /** Empty: nothing is contributed in writing. */
  readonly contributions: readonly Kind[]
  /** Closed questions and advice are pointed out to their author. */
  readonly pointsOut: boolean
  /** Percent of its part. */
  readonly share: number | null
  readonly minutes: number | null
  readonly minutesEach: number | null
  readonly perPerson: number | null
  readonly shown: Shown
  readonly silence: boolean
  readonly groupsOf: number | null
  readonly roles: readonly MeetingRole[]
  readonly rotates: boolean
  /** The key of a bank of prompts. */
  readonly prompts: string | null
  readonly captures: readonly Captured[]
  readonly recallsGroundRules: boolean
}

export type Part = {
  readonly key: string
  readonly name: string
  readonly isBreak: boolean
  /** Percent of the meeting, breaks and fixed minutes apart. */
  readonly share: number | null
  readonly minutes: number | null
  readonly repeats: 'once' | 'for each topic' | 'for each member' | 'for each group'
  /** How many of the chosen topics it takes; null: all that are left. */
  readonly topics: number | null
  readonly times: number
  readonly stages: readonly Stage[]
}

export type Format = {
  readonly key: string
  readonly name: string
  /** How many topics are usually chosen. */
  readonly topics: { readonly from: number; readonly to: number }
  readonly usualMinutes: number | null
  readonly adviceGiven: boolean
  readonly parts: readonly Part[]
}

/** The format as a meeting reads it, from the format as the policy says it; texts in plain words where `easyRead`. */
export function formatOf(pack: PackFormat, easyRead = false): Format {
  return {
    key: pack.key,
    name: pack.name,
    topics: pack.topics ?? { from: 1, to: 3 },
    usualMinutes: pack.usualMinutes ?? null,
    adviceGiven: pack.advice !== 'not given',
    parts: pack.parts.map((part, at) => ('key' in part ? partOf(part, easyRead) : breakOf(part, at))),
  }
}

function partOf(part: Extract<PackPart, { key: string }>, easyRead: boolean): Part {
  return {
    key: part.key,
    name: part.name,
    isBreak: false,
    share: part.share ?? null,
    minutes: part.minutes ?? null,
    repeats: part.repeats ?? 'once',
    topics: part.topics ?? null,
    times: part.times ?? 1,
    stages: part.stages.map((stage) => stageOf(stage, easyRead)),
  }
}

function stageOf(stage: PackStage, easyRead: boolean): Stage {
  const speaks = typeof stage.speaks === 'string' ? [stage.speaks] : stage.speaks
  return {
    key: stage.key,
    name: stage.name,
    guidance: said(stage.guidance, easyRead),
    speaks,
    order: stage.order ?? (speaks.includes('one at a time') ? 'round robin' : 'free'),
    presenter: stage.presenter ?? null,
    contributions: stage.contributions.filter((kind) => kind !== 'nothing'),
    pointsOut: stage.closedQuestions === 'pointed out to their author',
    share: stage.share ?? null,
    minutes: stage.minutes ?? null,
    minutesEach: stage.minutesEach ?? null,
    perPerson: stage.perPerson ?? null,
    shown: stage.shown ?? 'at once',
    silence: isYes(stage.silence),
    groupsOf: stage.groupsOf ?? null,
    roles: stage.roles ?? [],
    rotates: isYes(stage.rotates),
    prompts: stage.prompts ?? null,
    captures: stage.captures ?? [],
    recallsGroundRules: stage.recalls === 'ground rules',
  }
}

const isYes = (said: boolean | 'yes' | 'no' | undefined): boolean => said === true || said === 'yes'
const said = (words: PackStage['guidance'], easyRead: boolean): string =>
  typeof words === 'string' ? words : ((easyRead ? words.easyRead : undefined) ?? words.text)

function breakOf(pause: Extract<PackPart, { break: number }>, at: number): Part {
  const name = pause.name ?? 'Break'
  const stage = { key: 'break', name, guidance: '', speaks: ['nobody'], contributions: ['nothing'] } as const
  const whole = { ...stage, speaks: [...stage.speaks], contributions: [...stage.contributions] }
  return { ...partOf({ key: `break-${at}`, name, minutes: pause.break, stages: [whole] }, false), isBreak: true }
}

/** The people of one group of a part; null where the whole set works together. */
export const groupSizeOf = (part: Part): number | null =>
  part.stages.find((stage) => stage.groupsOf !== null)?.groupsOf ?? null

/** The roles that people of a group take in turn, in the order in which they pass on. */
export const groupRolesOf = (part: Part): readonly MeetingRole[] =>
  part.stages.find((stage) => stage.roles.length > 0)?.roles ?? ['presenter']

/** Whether the presenter says nothing in this stage, whoever asks (SPEC 7.4). */
export const presenterListens = (stage: Stage): boolean =>
  stage.presenter === 'listening' || stage.presenter === 'turned away'

/** Whether the stage is about somebody's topic, or about which topics to take: what was promised comes before it. */
export function isAboutTopics(part: Part, stage: Stage): boolean {
  const chooses = stage.contributions.some((kind) => kind === 'topic' || kind === 'bid' || kind === 'vote')
  return chooses || part.repeats === 'for each topic' || needsPresenter(stage)
}

/** Whether the format has parts that come round once for each chosen topic. */
export const takesTopics = (format: Format): boolean => format.parts.some((part) => part.repeats === 'for each topic')

/** Whether there is a stage, before the topics, in which people say what they would like to bring. */
export function asksForTopics(format: Format): boolean {
  const first = format.parts.findIndex((part) => part.repeats === 'for each topic')
  return format.parts
    .slice(0, first === -1 ? undefined : first)
    .some((part) =>
      part.stages.some((stage) => stage.contributions.includes('topic') || stage.contributions.includes('bid')),
    )
}

/** Whether the stage cannot be held without somebody who presents. */
export const needsPresenter = (stage: Stage): boolean =>
  stage.speaks.some((one) => one === 'presenter' || one === 'client') ||
  (stage.presenter !== null && stage.presenter !== 'taking part')

/** Whether there is a stage for reporting back before the topics (SPEC 7.3). */
export function hasReportBack(format: Format): boolean {
  const stages = format.parts.flatMap((part) => part.stages.map((stage) => ({ part, stage })))
  const first = stages.findIndex(({ part, stage }) => isAboutTopics(part, stage))
  const before = first === -1 ? stages : stages.slice(0, first)
  return before.some(({ stage }) => stage.contributions.includes('report'))
}
