// What every way of counting is given for one person on one day: the run of posts, the steps in it with the hours
// worked, what was held and known by then, and before which day nothing is due (SPEC 2.3).
import { begunOn, type Run, type Stretch, startOf } from '../facts/applicability.ts'
import type { Credited } from '../facts/credit.ts'
import type { Excused } from '../facts/excusals.ts'
import { upTo } from '../facts/in-order.ts'
import type { Facts } from '../facts/person-facts.ts'
import { after } from '../facts/windows.ts'
import { floorsOf } from '../counting/parts.ts'
import type { Segment, Situation } from '../counting/standing.ts'
import type { Requirement } from '../rule/requirement.ts'

/** What is settled for a person and a requirement before any day is asked about. */
export type Base = {
  requirement: Requirement
  facts: Facts
  credited: readonly Credited[]
  counted: readonly Credited[]
  stretches: readonly Stretch[]
  excused: readonly Excused[]
  overriding: readonly { other: Requirement; stretches: readonly Stretch[] }[]
  work: Facts['work']
  holds: Situation['holds']
  ledgers: Situation['ledgers']
}

/** The situation on a day, by what was known on another. */
export function situationOn(
  base: Base,
  run: Run,
  sessions: readonly Credited[],
  day: number,
  known: number,
): Situation {
  const { requirement, facts, excused, holds } = base
  const start = startOf(requirement, facts, run, requirement.since)
  const begun = Math.max(begunOn(facts, run), requirement.introduced)
  const counting = requirement.counting.beforeStart
    ? sessions
    : sessions.filter((one) => one.day >= Math.max(run.from, requirement.from))
  const absences = facts.absences.filter((one) => one.to < Number.POSITIVE_INFINITY && one.from >= run.from)
  return {
    requirement,
    segments: segmentsOf(requirement, run, start, begun),
    start,
    ...floorsOf({ requirement, excused, known }, begun, absences),
    sessions: counting,
    work: upTo(base.work, known),
    excused,
    day,
    known,
    holds,
    ledgers: base.ledgers,
  }
}

/** The stretches of a run from the day on which it began; none from before. */
function dated(run: Run, begun: number): readonly Stretch[] {
  const [first, ...others] = run.stretches
  if (!first) return []
  return [{ ...first, from: Math.min(begun, first.from) }, ...others]
    .filter((one) => one.to >= begun)
    .map((one) => ({ ...one, from: Math.max(one.from, begun) }))
}

/** A run cut where a step begins and, if hours matter, where they change. */
function segmentsOf(requirement: Requirement, run: Run, start: number, begun: number): Segment[] {
  const pieces = requirement.partTime === null ? [{ from: begun, to: run.to, hours: null }] : dated(run, begun)
  const segments: Segment[] = []
  let from = Number.NEGATIVE_INFINITY
  for (const step of requirement.steps) {
    const to = step.until === null ? Number.POSITIVE_INFINITY : after(start, step.until) - 1
    for (const piece of pieces) {
      const segment = { from: Math.max(from, piece.from), to: Math.min(to, piece.to), step, hours: piece.hours }
      if (segment.from <= segment.to) segments.push(segment)
    }
    from = Math.max(from, to + 1)
  }
  return segments
}
