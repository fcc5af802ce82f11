// The way to being allowed to supervise (SPEC 9.1): steps that are watched, delivered with a senior present or learned, so
// many times as the policy says, then the sign-off by somebody who holds a named role, or one senior to all that are named.
// Nobody signs off themselves. What is signed off is a competence with its days; kinds of supervision ask for it.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, addMonths, type Day } from '../../../platform/time/day.ts'

/** A length of time: a number of days, weeks or months. */
export type Length = { readonly count: number; readonly unit: 'day' | 'week' | 'month' }

export type Step = {
  readonly key: string
  readonly name: string
  readonly text: string
  /** How many entries in the logbook it takes; 0 for the sign-off itself. */
  readonly times: number
  /** In whose presence, in the policy's words; that colleague confirms each entry. Null: one's own word, seen at the sign-off. */
  readonly with: string | null
}

/** A role or a kind of supervision of the policy. */
export type Named = { readonly key: string; readonly name: string }

export type Pathway = {
  readonly key: string
  readonly name: string
  readonly summary: string
  /** Supervisor roles whose holders go this way. */
  readonly roles: readonly Named[]
  readonly steps: readonly Step[]
  /** Who signs off; none: the safeguarding leads. */
  readonly signers: readonly Named[]
  /** The key of what is signed off, as kinds of supervision and rules ask for it. */
  readonly competence: string
  readonly lasts: Length | null
  readonly ownSupervision: OwnSupervision | null
  /** The kinds of supervision that nobody leads without it. */
  readonly neededFor: readonly Named[]
  /** The keys of all kinds of its policy that are held one to one or in a group: any of them is own supervision. */
  readonly planned: readonly string[]
  /** The first day on which a version of the policy with this way was in force. */
  readonly since: Day
}

/** How often a supervisor is supervised, and by holders of which roles; without roles by anybody. SPEC 9.2 */
export type OwnSupervision = { readonly every: Length; readonly by: readonly Named[] }

/** How senior a role is in its policy; undefined when the policy does not say. */
export type SeniorityOf = (role: string) => number | undefined

/** Granted roles that sign off where the policy names nobody, and that may bring in those who supervised before. */
export const leadRoles = ['named-professional', 'designated-professional'] as const

const seniorityOfAll = (roles: readonly Named[], seniorityOf: SeniorityOf): number =>
  Math.max(...roles.map(({ key }) => seniorityOf(key) ?? Number.NEGATIVE_INFINITY))

/** Whether the holder of these roles signs off on this way: by a named role, or by one that is senior to all of them. */
export function signsOff(held: readonly string[], pathway: Pathway, seniorityOf: SeniorityOf): boolean {
  if (pathway.signers.length === 0) return leadRoles.some((role) => held.includes(role))
  if (pathway.signers.some(({ key }) => held.includes(key))) return true
  const highest = seniorityOfAll(pathway.signers, seniorityOf)
  return Number.isFinite(highest) && held.some((role) => (seniorityOf(role) ?? Number.NEGATIVE_INFINITY) > highest)
}

/**
 * Whether the holder of these roles stands at the top of the chain: in the most senior of the roles that supervise on this
 * way, or above. Who supervises them is not for this policy to say.
 */
export function isTop(held: readonly string[], own: OwnSupervision, seniorityOf: SeniorityOf): boolean {
  const highest = seniorityOfAll(own.by, seniorityOf)
  return Number.isFinite(highest) && held.some((role) => (seniorityOf(role) ?? Number.NEGATIVE_INFINITY) >= highest)
}

/** Whether the holder of these roles goes this way. */
export const isFor = (held: readonly string[], pathway: Pathway): boolean =>
  pathway.roles.some(({ key }) => held.includes(key))

/** The day a length of time after another; months clamp at the month's end. */
export function dayAfter(from: Day, { count, unit }: Length): Day {
  return unit === 'month' ? addMonths(from, count) : addDays(from, count * (unit === 'week' ? 7 : 1))
}

/** How far somebody has come with a step: entries that count, of those it takes. */
export type StepProgress = { readonly step: Step; readonly done: number }

export const isDone = ({ step, done }: StepProgress): boolean => done >= step.times

/** "2 of 4 steps": those of the logbook, without the sign-off. */
export function progressWords(progress: readonly StepProgress[]): string {
  const logged = progress.filter(({ step }) => step.times > 0)
  return `${logged.filter(isDone).length} of ${logged.length} ${logged.length === 1 ? 'step' : 'steps'} done`
}

/** Whether somebody may be signed off by the asker: a named role, never oneself, and no step left. `ahead`: from this day it is signed already. */
export function decideSignOff(
  person: PersonId,
  by: { readonly person: PersonId; readonly signs: boolean },
  stands: {
    readonly progress: readonly StepProgress[]
    readonly current: { readonly to: Day | null } | null
    readonly today: Day
  },
): Decision {
  if (person === by.person) return no('Nobody signs off themselves. Ask somebody else who may')
  if (!by.signs) return no('This is signed off by holders of the roles that the policy names')
  const { current, today } = stands
  if (current && (current.to === null || current.to > addDays(today, renewableDays)))
    return no('This person is signed off already')
  const left = current ? [] : stands.progress.filter((one) => !isDone(one))
  const [first] = left
  if (first) return no(`“${first.step.name}” is not done yet: ${first.done} of ${first.step.times}`)
  return yes()
}

/** So many days before its end a sign-off may be renewed. */
export const renewableDays = 90

/** From which day and until which a sign-off holds that is given today. `current`: the one that it renews. */
export function daysOfSignOff(
  pathway: Pick<Pathway, 'lasts'>,
  current: { readonly to: Day | null } | null,
  today: Day,
): { readonly from: Day; readonly to: Day | null } {
  const from = current?.to ? addDays(current.to, 1) : today
  return { from, to: pathway.lasts === null ? null : addDays(dayAfter(from, pathway.lasts), -1) }
}

/** "a senior safeguarding advisor or a named professional" */
export function roleList(roles: readonly Named[]): string {
  const names = roles.map(({ name }) => withArticle(name))
  return names.length < 2 ? (names[0] ?? 'a safeguarding lead') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

function withArticle(name: string): string {
  const small = /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
  return `${/^[aeio]/i.test(small) ? 'an' : 'a'} ${small}`
}
