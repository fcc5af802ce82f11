// In fixed periods: so much in every calendar month, quarter, financial year, or every so long from a person's start.
// Each period stands alone unless the rule averages over several or carries over. A period that was missed shows as
// overdue until a later one is met (or lapses, if the rule says so). SPEC 2.3.
import type { Step } from '../rule/requirement.ts'
import { windowAt } from '../facts/windows.ts'
import { type Ledger, ledgerOf, needOf, type PeriodicPart, periodsTaken } from './ledger.ts'
import {
  lengthOf,
  type MissedPeriod,
  neverBefore,
  type Segment,
  type Situation,
  type Standing,
  soonOf,
} from './standing.ts'

/** How a part in periods stands on the day of the situation. */
export function periodicStanding(part: PeriodicPart, at: Situation): Standing {
  const ledger = ledgerOf(part, at)
  const current = ledger.at(-1)!
  const missed = missedOf(ledger, at)
  const state = stateOf(part, at, current, missed)
  const due = dueOf(part, at, current, missed, state)
  const soon = due === null ? null : soonOf(due, part.step, lengthOf(part.rhythm))
  const dated = state === 'met' && soon !== null && at.day >= soon ? 'due soon' : state
  const changes = [current.window.to + 1, soon ?? 0, due === null ? 0 : due + 1, part.until + 1].filter(
    (day) => day > at.day,
  )
  return {
    name: part.name,
    state: dated,
    due,
    soon,
    have: current.have,
    need: current.need,
    unit: part.need.unit,
    window: { from: current.window.from, to: current.window.to },
    missed,
    next: Math.min(Number.POSITIVE_INFINITY, ...changes),
    rhythm: part.rhythm,
    source: part.source,
  }
}

function stateOf(
  part: PeriodicPart,
  at: Situation,
  current: Ledger,
  missed: readonly MissedPeriod[],
): 'met' | 'overdue' | 'excused' {
  if (current.kept === 'excused') return 'excused'
  if (current.kept === 'met' && current.need > 0) return 'met'
  if (missed.length > 0 && !at.requirement.lapses) return 'overdue'
  return part.from > at.day ? 'excused' : 'met'
}

/** The end of the first period missed; of this period while it is open; of the next one that counts once this one is met. */
function dueOf(
  part: PeriodicPart,
  at: Situation,
  current: Ledger,
  missed: readonly MissedPeriod[],
  state: 'met' | 'overdue' | 'excused',
): number | null {
  if (state === 'overdue') return Math.max(neverBefore(at), missed[0]!.to)
  if (current.kept === 'missed' && state === 'met') return Math.max(neverBefore(at), current.window.to)
  let counted = current.counted
  for (let index = current.window.index + 1; index < current.window.index + 60; index++) {
    const window = windowAt(part.rhythm.period, at.start, index)
    if (window.from > part.until) return null
    if (needOf(part, at, window).kept !== 'missed') continue
    counted++
    if (counted >= periodsTaken(part, at)) return Math.max(neverBefore(at), window.to)
  }
  return null
}

/** The periods missed since the last one that was met, oldest first. */
function missedOf(ledger: readonly Ledger[], at: Situation): MissedPeriod[] {
  const missed: MissedPeriod[] = []
  for (let index = ledger.length - 2; index >= 0; index--) {
    const one = ledger[index]!
    if (one.kept === 'met') break
    if (one.kept === 'missed' && one.window.to < at.day && one.window.to >= neverBefore(at))
      missed.unshift({ ...one.window, have: one.have, need: one.need })
  }
  return missed
}

/** The segments in a row, up to and including the day's, that hold the same step. */
export function sameStep(
  segments: readonly Segment[],
  day: number,
): { from: number; until: number; step: Step } | null {
  const here = segments.findIndex((segment) => segment.from <= day && day <= segment.to)
  const step = segments[here]?.step
  if (!step) return null
  let first = here
  while (segments[first - 1]?.step === step) first--
  let last = here
  while (segments[last + 1]?.step === step) last++
  return { from: segments[first]!.from, until: segments[last]!.to, step }
}
