// One requirement reckoned for one person: made once, then asked for as many days as needed. What happened after the
// day asked about is not looked at, so an answer for a past day never changes when more happens later (SPEC 3.1, 1.2).
import { sameStep } from '../counting/periodic.ts'
import { standingsOf } from '../counting/parts.ts'
import type { Situation, Standing } from '../counting/standing.ts'
import { runsOf, stretchesOf } from '../facts/applicability.ts'
import { type Credited, creditsOf } from '../facts/credit.ts'
import { type Excused, excusedOf } from '../facts/excusals.ts'
import { upTo } from '../facts/in-order.ts'
import { type Facts, sessionSubject } from '../facts/person-facts.ts'
import type { Requirement, Step } from '../rule/requirement.ts'
import { meets, type Test } from '../rule/test-of-facts.ts'
import { type Base, situationOn } from './situation.ts'
import { wholeOf } from './whole.ts'

/** The states of SPEC 3.2; voluntary supervision counts for nobody and has a word of its own. */
export const obligationStates = [
  'met',
  'due soon',
  'overdue',
  'never had',
  'excused',
  'recommended',
  'as required',
  'voluntary',
  'not applicable',
] as const
export type ObligationState = (typeof obligationStates)[number]

/** The answer in day numbers, before it is put into words. */
export type Reckoned = {
  readonly state: ObligationState
  /** What a mandatory requirement of the same rhythm would say; for recommended and voluntary ones. */
  readonly suggested: 'met' | 'due soon' | 'overdue' | 'never had' | 'excused' | null
  readonly due: number | null
  readonly soon: number | null
  readonly last: number | null
  readonly parts: readonly Standing[]
  readonly next: number
  readonly excusedBy: Excused | null
  readonly replacedBy: Requirement | null
  readonly sessions: readonly Credited[]
  readonly start: number | null
  readonly step: Step | null
  /** Contracted hours a week of the posts it is for; null when they make no difference. */
  readonly hours: number | null
}
export type Reckoning = {
  readonly requirement: Requirement
  readonly facts: Facts
  readonly excused: readonly Excused[]
  readonly credited: readonly Credited[]
  /** The answer on a day by what was known on another (never later). */
  at: (day: number, known: number) => Reckoned
}

/** Makes a requirement ready to be asked about one person; `among`: the other rules in force, which may override it. */
export function reckon(requirement: Requirement, facts: Facts, among: readonly Requirement[] = []): Reckoning {
  const stretches = stretchesOf(requirement, facts)
  const applies = stretches.length > 0
  const credited = applies ? creditsOf(requirement, facts) : []
  const base: Base = {
    requirement,
    facts,
    credited,
    counted: credited.filter((one) => one.sessions > 0 || one.minutes > 0),
    stretches,
    excused: applies ? excusedOf(requirement, facts) : [],
    overriding: applies ? overridingOf(requirement, facts, among) : [],
    work: facts.work.length < 2 ? facts.work : [...facts.work].sort((one, other) => one.day - other.day),
    holds: rememberedTests(),
    ledgers: new Map(),
  }
  return { requirement, facts, excused: base.excused, credited, at: (day, known) => reckonedOn(base, day, known) }
}

const overridingOf = (requirement: Requirement, facts: Facts, among: readonly Requirement[]): Base['overriding'] =>
  among
    .filter((other) => overrides(other, requirement))
    .map((other) => ({ other, stretches: stretchesOf(other, facts) }))

/** Whether a session meets a condition, asked once for each. */
function rememberedTests(): Base['holds'] {
  const remembered = new Map<Test, Map<Credited, boolean>>()
  return (test, one) => {
    let known = remembered.get(test)
    if (!known) remembered.set(test, (known = new Map()))
    let answer = known.get(one)
    if (answer === undefined) known.set(one, (answer = meets(test, sessionSubject(one.session))))
    return answer
  }
}

/** Whether one rule takes another's place where both apply: by name, or by a higher priority for the same type and stream. */
export function overrides(one: Requirement, other: Requirement): boolean {
  if (one === other) return false
  if (one.overrides.some((key) => key === other.key || key === other.key.split('/')[0])) return true
  return (
    one.priority > other.priority && one.stream === other.stream && one.types.some((type) => other.types.includes(type))
  )
}

function reckonedOn(base: Base, day: number, known: number): Reckoned {
  const { requirement } = base
  const run = runsOf(base.stretches, known).find((one) => one.from <= day && day <= one.to)
  const replacedBy = base.overriding.find(
    (one) =>
      inForce(one.other, day) && one.stretches.some((span) => span.from <= known && span.from <= day && day <= span.to),
  )
  const ends = nextEnd(base, day, known)
  if (!run || !inForce(requirement, day) || replacedBy) return outside(base, day, ends, replacedBy?.other ?? null)
  const sessions = upTo(base.counted, known)
  return inside(
    base,
    situationOn(base, run, sessions, day, known),
    sessions,
    ends,
    Math.max(run.from, requirement.from, requirement.introduced),
  )
}

/** The answer on a day on which the rule is in force and the person's. */
function inside(base: Base, at: Situation, sessions: readonly Credited[], ends: number, from: number): Reckoned {
  const { requirement } = base
  const standings = requirement.strength === 'as required' ? null : standingsOf(at)
  const step = sameStep(at.segments, at.day)?.step ?? null
  const hours = at.segments.find((segment) => segment.from <= at.day && at.day <= segment.to)?.hours ?? null
  if (!standings && step === null) return { ...outside(base, at.day, ends, null), start: at.start }
  const last = sessions.at(-1)?.day ?? null
  const shared = { sessions: upTo(base.credited, at.known), last, replacedBy: null, start: at.start, step, hours }
  if (!standings)
    return {
      ...shared,
      state: strengthState(requirement),
      suggested: null,
      due: null,
      soon: null,
      parts: [],
      next: ends,
      excusedBy: null,
    }
  const { state, due, soon, excusedBy } = wholeOf(standings, at)
  return {
    ...shared,
    excusedBy,
    state: requirement.strength === 'mandatory' ? state : strengthState(requirement),
    suggested: requirement.strength === 'mandatory' ? null : state,
    due,
    soon: state === 'due soon' && last === null ? from : soon,
    parts: standings,
    next: Math.min(ends, ...standings.map((one) => one.next)),
  }
}

const strengthState = ({ strength }: Requirement): ObligationState =>
  strength === 'mandatory' ? 'as required' : strength
const inForce = (requirement: Requirement, day: number): boolean => requirement.from <= day && day <= requirement.until

function outside(base: Base, day: number, ends: number, replacedBy: Requirement | null): Reckoned {
  const starts = [base.requirement.from, ...base.overriding.map((one) => one.other.from)].filter((start) => start > day)
  const next = Math.min(ends, ...starts)
  return {
    state: 'not applicable',
    suggested: null,
    due: null,
    soon: null,
    last: null,
    parts: [],
    next,
    excusedBy: null,
    replacedBy,
    sessions: [],
    start: null,
    step: null,
    hours: null,
  }
}

/** The next day on which something known comes to its end: a post, a role, an absence, a rule. */
function nextEnd(base: Base, day: number, known: number): number {
  let next = Number.POSITIVE_INFINITY
  const consider = (end: number) => {
    if (end + 1 > day && end + 1 < next) next = end + 1
  }
  for (const spans of [base.facts.posts, base.facts.holdings, base.facts.absences])
    for (const span of spans) if (span.from <= known) consider(span.to)
  consider(base.requirement.until)
  for (const { other } of base.overriding) {
    consider(other.until)
    consider(other.from - 1)
  }
  return next
}
