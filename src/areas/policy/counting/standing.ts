// How one part of an obligation stands on a day: the need itself, or one of its quotas. What each way of counting
// (rolling, in periods, in a row) answers, and what they all are given.
import { addMonthsToNumber } from '../../../platform/time/day.ts'
import type { AmountUnit } from '../rule/amount.ts'
import { type Interval, isTime } from '../rule/interval.ts'
import type { PartTime, Requirement, Rhythm, Step } from '../rule/requirement.ts'
import type { Test } from '../rule/test-of-facts.ts'
import type { Excused } from '../facts/excusals.ts'
import type { WorkDone } from '../facts/person-facts.ts'
import type { Credited } from '../facts/credit.ts'
import type { LedgerCache } from './ledger.ts'
import { before, daysIn, type Window } from '../facts/windows.ts'

export type MissedPeriod = Window & { readonly have: number; readonly need: number }
/** How a part stands. Days are numbers; `next`: the first later day on which it may change if no facts do. */
export type Standing = {
  readonly name: string
  readonly state: 'met' | 'due soon' | 'overdue' | 'excused'
  readonly due: number | null
  readonly soon: number | null
  readonly have: number
  readonly need: number
  readonly unit: AmountUnit
  readonly window: { readonly from: number; readonly to: number } | null
  readonly missed: readonly MissedPeriod[]
  readonly next: number
  readonly rhythm: Rhythm
  readonly source: string | null
}

/** A time in which the same step and the same hours hold for a person. */
export type Segment = { readonly from: number; readonly to: number; readonly step: Step; readonly hours: number | null }

/** What every way of counting is given for one part on one day. Only what is known by `known` may be used. */
export type Situation = {
  readonly requirement: Requirement
  readonly segments: readonly Segment[]
  readonly start: number
  /** Never due before this day: a rule's introduction, a return from a long absence. */
  readonly floor: number
  /** When a starter's first one is due, if the rule says so. */
  readonly firstDue: number | null
  readonly sessions: readonly Credited[]
  readonly work: readonly WorkDone[]
  readonly excused: readonly Excused[]
  readonly day: number
  readonly known: number
  readonly ledgers: LedgerCache
  readonly holds: (test: Test, one: Credited) => boolean
}

/** The day before which nothing is due: also a starter's first due date. */
export const neverBefore = ({ floor, firstDue }: Situation): number => Math.max(floor, firstDue ?? floor)

/** When it begins to be due soon: by the rule's lead, by the pack's (never over half the interval), or a quarter of the interval up to 28 days. */
export function soonOf(due: number, step: Step, length: number): number {
  const lead = step.lead
  if (lead === null) return due - Math.min(28, Math.floor(length / 4))
  if (!isTime(lead.interval)) return due
  const from =
    lead.interval.unit === 'month' ? addMonthsToNumber(due, -lead.interval.count) : before(due, lead.interval)
  return lead.atMostHalf ? Math.max(from, due - Math.floor(length / 2)) : from
}

/** About how many days lie between two sessions of this rhythm. */
export function lengthOf(rhythm: Rhythm): number {
  if (rhythm.kind === 'periods') return daysIn(rhythm.period.length)
  if (rhythm.kind === 'once') return 28
  return Math.min(...rhythm.intervals.map((one) => (isTime(one) ? daysIn(one) : 28)))
}

/** The share of full-time work on which pro rata is reckoned; 1 when hours make no difference. */
export function proportionOf(partTime: PartTime | null, hours: number | null): number {
  return partTime === null || hours === null ? 1 : Math.min(1, Math.max(0, hours / partTime.fullTime))
}

/** A need after pro rata: rounded as the rule says, never below its floor nor above the full need. */
export function proRata(need: number, share: number, partTime: PartTime | null): number {
  if (partTime === null || partTime.of !== 'need' || share >= 1) return need
  const steps = (need * share) / partTime.to
  const rounded =
    partTime.round === 'up'
      ? Math.ceil(steps - 1e-9)
      : partTime.round === 'down'
        ? Math.floor(steps + 1e-9)
        : partTime.round === 'nearest'
          ? Math.round(steps)
          : steps
  return Math.min(need, Math.max(partTime.floor, rounded * partTime.to))
}

/** Work done after one day and up to another, in shifts or hours. */
export function workBetween(work: readonly WorkDone[], after: number, to: number, unit: Interval['unit']): number {
  let sum = 0
  for (const one of work) if (one.day > after && one.day <= to) sum += unit === 'shift' ? one.shifts : one.hours
  return sum
}

/** The day on which so much work has been done since another day; Infinity when it has not (yet). */
export function workReached(
  work: readonly WorkDone[],
  after: number,
  count: number,
  unit: Interval['unit'],
  known: number,
): number {
  let sum = 0
  for (const one of work) {
    if (one.day <= after || one.day > known) continue
    sum += unit === 'shift' ? one.shifts : one.hours
    if (sum >= count - 1e-9) return one.day
  }
  return Number.POSITIVE_INFINITY
}
