// A requirement: one rule made ready for reckoning. Every key its author left out has been given its meaning here,
// streams have become requirements of their own, and all days are whole numbers (days since 1 January 1970). SPEC 2.3.
import type { Amount } from './amount.ts'
import type { Formula } from './formula.ts'
import type { Interval, TimeInterval } from './interval.ts'
import type { Period } from './period.ts'
import type { Strength } from './rule.ts'
import type { Test } from './test-of-facts.ts'

/** How often: rolling on from the last one, in fixed periods, once only, or (null) whenever it is needed. */
export type Rhythm =
  | {
      readonly kind: 'rolling'
      readonly intervals: readonly Interval[]
      readonly whichever: 'first' | 'last'
      readonly within: TimeInterval | null
    }
  | { readonly kind: 'periods'; readonly period: Period }
  | { readonly kind: 'once' }

/** A part of the need that must be of one kind; `ofEvery`: within every so many sessions. */
export type Quota = {
  readonly name: string
  readonly need: Amount | null
  readonly share: number | null
  readonly where: Test
  readonly rhythm: Rhythm | null
  readonly ofEvery: number | null
  readonly source: string | null
}
/** No more than this counts; without a rhythm of its own, within the window of the need. */
export type Cap = {
  readonly name: string
  readonly amount: Amount | null
  readonly share: number | null
  readonly where: Test
  readonly rhythm: Rhythm | null
  readonly source: string | null
}

/** What holds from one point of a person's time to the next; the last step has no end. */
export type Step = {
  readonly until: TimeInterval | null
  readonly need: Amount
  readonly rhythm: Rhythm | null
  readonly quotas: readonly Quota[]
  readonly caps: readonly Cap[]
  /** null: a quarter of the interval, at most 28 days. `atMostHalf`: the pack's general lead, never over half the interval. */
  readonly lead: { readonly interval: Interval; readonly atMostHalf: boolean } | null
}

export type AttendanceCredit = 'counts' | 'minutes attended' | 'half' | 'does not count'
export type Counting = {
  readonly shortest: number
  readonly longest: number
  readonly part: 'receiving' | 'delivering' | 'either'
  readonly outside: 'counts' | 'counts when vouched for' | 'does not count'
  readonly late: AttendanceCredit
  readonly partial: AttendanceCredit
  readonly observing: AttendanceCredit
  readonly apart: TimeInterval | null
  readonly where: Test | null
  readonly beforeStart: boolean
}
export type Group = {
  readonly largest: number
  readonly smallest: number
  readonly credit: Formula | null
  readonly creditWords: string
  readonly creditAtMost: number
}
export type Excusal = {
  readonly kinds: readonly string[]
  readonly how: 'extend' | 'skip' | 'excuse' | 'reduce'
  readonly moreThan: TimeInterval | number | null
  readonly approved: boolean
  readonly source: string | null
}
export type PartTime = {
  readonly fullTime: number
  readonly of: 'need' | 'interval'
  readonly floor: number
  readonly longest: TimeInterval | null
  readonly round: 'up' | 'down' | 'nearest' | 'not at all'
  readonly to: number
}

export type Requirement = {
  readonly key: string
  readonly name: string
  /** What is needed, in words: the name of its type of supervision. */
  readonly what: string
  readonly types: readonly string[]
  readonly stream: string | null
  readonly strength: Strength
  readonly asRequired: boolean
  readonly appliesTo: Test | null
  readonly appliesWords: string
  readonly supervisors: Test | null
  readonly from: number
  readonly until: number
  readonly introduction: TimeInterval | null
  /** Since when the organisation has asked this: nobody's time under it counts from before. Always, for a rule on its own. */
  readonly introduced: number
  /** The interval is the longest gap that is allowed: more often when it is needed. */
  readonly minimum: boolean
  readonly overrides: readonly string[]
  readonly because: string | null
  readonly priority: number
  readonly source: string | null
  readonly since: Period['origin']
  readonly steps: readonly Step[]
  /** How many periods are taken together; 1: each stands alone. */
  readonly averagedOver: TimeInterval | null
  readonly carry: { readonly surplus: number; readonly shortfall: boolean; readonly forPeriods: number }
  readonly lapses: boolean
  readonly partPeriods: 'counted when mostly in post' | 'not counted' | 'pro rata' | 'in full'
  readonly counting: Counting
  readonly group: Group | null
  readonly partTime: PartTime | null
  readonly excusals: readonly Excusal[]
  readonly starters: TimeInterval | null
  readonly returners: { readonly firstDue: TimeInterval; readonly after: TimeInterval } | null
}
