// Rolling on: so much in any stretch as long as the interval, so the next is due one interval after the session that
// still holds the need up. A step that changes the interval never makes somebody late on its first day, and what
// fell due under an earlier step stays due until it is held. SPEC 2.3, 3.2.
import type { AmountUnit } from '../rule/amount.ts'
import { type Interval, isTime } from '../rule/interval.ts'
import type { Cap, Rhythm, Step } from '../rule/requirement.ts'
import { type Credited, tallyOf } from '../facts/credit.ts'
import { extended } from '../facts/excusals.ts'
import {
  lengthOf,
  proportionOf,
  proRata,
  type Segment,
  type Situation,
  type Standing,
  soonOf,
  workReached,
} from './standing.ts'
import { after } from '../facts/windows.ts'

export type Rolling = Extract<Rhythm, { kind: 'rolling' }>
/** The part that is reckoned: how much of what, under each step (null: that step does not ask for it). */
export type RollingPart = {
  readonly name: string
  readonly source: string | null
  readonly sessions: readonly Credited[]
  /** Whether part-time hours lessen the need. */
  readonly scaled: boolean
  readonly asks: (step: Step) => { rhythm: Rolling; need: number; unit: AmountUnit; caps: readonly Cap[] } | null
}

const never = Number.NEGATIVE_INFINITY

/** How a rolling part stands on the day of the situation. */
export function rollingStanding(part: RollingPart, at: Situation): Standing | null {
  const due = dueOf(part, at)
  const here = at.segments.find((segment) => segment.from <= at.day && at.day <= segment.to)
  const asked = here && part.asks(here.step)
  if (!here || !asked) return null
  const need = neededIn(part, here, at)
  const soon = soonFor(part, here, at, due)
  const window = windowOf(part, here, at)
  const state = at.day > due ? 'overdue' : at.day >= soon ? 'due soon' : 'met'
  const changes = [soon, due + 1, window.drops + 1, here.to + 1].filter((day) => day > at.day)
  return {
    name: part.name,
    state,
    due: Number.isFinite(due) ? due : null,
    soon: Number.isFinite(soon) ? soon : null,
    have: tallyOf(window.sessions, asked.unit, limitsOf(asked.caps, need, asked.unit, at)),
    need,
    unit: asked.unit,
    window: window.from === null ? null : { from: window.from, to: at.day },
    missed: [],
    next: Math.min(Number.POSITIVE_INFINITY, ...changes),
    rhythm: asked.rhythm,
    source: part.source,
  }
}

/** The last day on which all is well: Infinity while it is not known (work not yet done, an absence without an end). */
function dueOf(part: RollingPart, at: Situation): number {
  let due = never
  let begun = false
  for (const [index, segment] of at.segments.entries()) {
    const following = at.segments[index + 1]
    if (!part.asks(segment.step)) continue
    const lapsed = begun && due < segment.from
    if (!lapsed) due = Math.max(bestDue(part, segment, at), at.floor, openingOf(part, segment, at, begun ? due : null))
    else if (heldSince(part, segment, at, due)) due = Math.max(due, at.floor, bestDue(part, segment, at))
    begun = true
    if (!following || (due < following.from && following.from > at.day)) return due
  }
  return due
}

/** Whether what had fallen due under an earlier step was made good later, by what this step asks for. */
function heldSince(part: RollingPart, segment: Segment, at: Situation, due: number): boolean {
  const last = anchorOf(part, segment, at, part.sessions.length)
  return last !== null && part.sessions[last]!.day > due
}

/** What is due without any session: the first one for a starter; from one step to the next never sooner than the new interval allows. */
function openingOf(part: RollingPart, segment: Segment, at: Situation, dueBefore: number | null): number {
  if (dueBefore === null && at.firstDue !== null) return at.firstDue
  const fresh = reach(part, segment, segment.from, at)
  return dueBefore === null ? fresh : Math.min(dueBefore, fresh)
}

/** The latest due date that any session gives: mostly the last one's, but an absence can favour an earlier one. */
function bestDue(part: RollingPart, segment: Segment, at: Situation): number {
  const last = anchorOf(part, segment, at, part.sessions.length)
  if (last === null) return never
  let best = reach(part, segment, part.sessions[last]!.day, at)
  if (at.excused.length === 0) return best
  for (let end = part.sessions.length - 1; end > 0; end--) {
    const anchor = anchorOf(part, segment, at, end)
    if (anchor === null) break
    best = Math.max(best, reach(part, segment, part.sessions[anchor]!.day, at))
  }
  return best
}

/** Counting back from `end`, the session with which the need is reached; null when it never is. */
function anchorOf(part: RollingPart, segment: Segment, at: Situation, end: number): number | null {
  const asked = part.asks(segment.step)!
  const need = neededIn(part, segment, at)
  const limits = limitsOf(asked.caps, need, asked.unit, at)
  const plain = limits.length === 0 && (asked.unit === 'sessions' || asked.unit === 'minutes') ? asked.unit : null
  let sum = 0
  for (let index = end - 1; index >= 0; index--) {
    const one = part.sessions[index]!
    if (plain !== null) sum += one[plain]
    else sum = tallyOf(part.sessions.slice(index, end), asked.unit, limits)
    if (sum >= need - 1e-9) return index
  }
  return null
}

function neededIn(part: RollingPart, segment: Segment, { requirement }: Situation): number {
  const { need } = part.asks(segment.step)!
  return !part.scaled ? need : proRata(need, proportionOf(requirement.partTime, segment.hours), requirement.partTime)
}

export function limitsOf(
  caps: readonly Cap[],
  need: number,
  unit: AmountUnit,
  at: Situation,
): { holds: (one: Credited) => boolean; most: number }[] {
  return caps
    .filter((cap) => cap.rhythm === null)
    .map((cap) => ({
      holds: (one: Credited) => at.holds(cap.where, one),
      most:
        cap.share === null
          ? cap.amount?.unit === unit
            ? cap.amount.count
            : Number.POSITIVE_INFINITY
          : cap.share * need,
    }))
}

/** The day until which a session on `anchor` suffices. */
function reach(part: RollingPart, segment: Segment, anchor: number, at: Situation): number {
  const { rhythm } = part.asks(segment.step)!
  const days = rhythm.intervals.map((interval) => reachOf(interval, segment, anchor, at))
  const day = rhythm.whichever === 'first' ? Math.min(...days) : Math.max(...days)
  return rhythm.within === null || !Number.isFinite(day) ? day : after(day, rhythm.within)
}

function reachOf(interval: Interval, segment: Segment, anchor: number, at: Situation): number {
  const { partTime } = at.requirement
  if (!isTime(interval)) return workReached(at.work, anchor, interval.count, interval.unit, at.known)
  const share = partTime?.of === 'interval' ? proportionOf(partTime, segment.hours) : 1
  const plain = after(anchor, interval, share > 0 ? 1 / share : 1)
  const capped =
    partTime?.of === 'interval' && partTime.longest ? Math.min(plain, after(anchor, partTime.longest)) : plain
  return extended(Math.max(capped, after(anchor, interval)), anchor, at.excused, at.known)
}

function soonFor(part: RollingPart, segment: Segment, at: Situation, due: number): number {
  const asked = part.asks(segment.step)!
  const lead = segment.step.lead?.interval
  if (lead && !isTime(lead)) return soonByWork(part, segment, at, lead, due)
  return Number.isFinite(due) ? soonOf(due, segment.step, lengthOf(asked.rhythm)) : Number.POSITIVE_INFINITY
}

/** "Due soon 2 shifts before": when all but the lead's work has been done since the session that counts. */
function soonByWork(part: RollingPart, segment: Segment, at: Situation, lead: Interval, due: number): number {
  const anchor = anchorOf(part, segment, at, part.sessions.length)
  const from = anchor === null ? at.start - 1 : part.sessions[anchor]!.day
  const work = part.asks(segment.step)!.rhythm.intervals.find((one) => one.unit === lead.unit)
  return work
    ? Math.min(due, workReached(at.work, from, Math.max(1, work.count - lead.count), work.unit, at.known))
    : due
}

/** The sessions that still count on the day, the first of their window, and when the oldest of them drops out. */
function windowOf(
  part: RollingPart,
  segment: Segment,
  at: Situation,
): { from: number | null; drops: number; sessions: readonly Credited[] } {
  let first = part.sessions.length
  let drops = Number.POSITIVE_INFINITY
  for (let index = part.sessions.length - 1; index >= 0; index--) {
    const until = reach(part, segment, part.sessions[index]!.day, at)
    if (until < at.day) break
    first = index
    drops = Math.min(drops, until)
  }
  return { from: part.sessions[first]?.day ?? null, drops, sessions: part.sessions.slice(first) }
}
