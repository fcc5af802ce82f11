// The periods of a person, one after the other: what each needed, what was held in it, what it handed on to the next.
// A period that lies wholly in the known past never changes, so it is reckoned once and kept. SPEC 2.3.
import type { Amount } from '../rule/amount.ts'
import type { Cap, Rhythm, Step } from '../rule/requirement.ts'
import { type Credited, tallyOf } from '../facts/credit.ts'
import { excusedDaysIn, isSkipped } from '../facts/excusals.ts'
import { firstFrom } from '../facts/in-order.ts'
import { daysIn, overlap, type Window, windowAround, windowAt } from '../facts/windows.ts'
import { limitsOf } from './rolling.ts'
import { proportionOf, proRata, type Situation, workBetween } from './standing.ts'

export type Periodic = Extract<Rhythm, { kind: 'periods' }>
export type PeriodicPart = {
  /** What the part is, for keeping its periods from one day to the next. */
  readonly key: object
  readonly name: string
  readonly source: string | null
  readonly sessions: readonly Credited[]
  readonly need: Amount
  readonly rhythm: Periodic
  readonly caps: readonly Cap[]
  readonly step: Step
  /** Since when this step has held for the person; periods that began earlier are only part of one. */
  readonly from: number
  readonly until: number
  readonly isMain: boolean
  /** Whether part-time hours lessen the need. */
  readonly scaled: boolean
}
/** How a period went. */
export type Kept = 'met' | 'missed' | 'excused' | 'not counted' | 'not judged yet'
type Lot = { readonly amount: number; readonly until: number }
export type Ledger = {
  window: Window
  kept: Kept
  have: number
  need: number
  ownHave: number
  ownNeed: number
  lots: readonly Lot[]
  owed: number
  /** How many periods have counted so far, this one among them. */
  counted: number
}
/** Periods already reckoned; what lies wholly in the known past never changes and is kept. */
export type LedgerCache = Map<object, { from: number; known: number; entries: Ledger[] }>

/** Every period from the beginning of the step to the one the day lies in, with what was needed, held and carried. */
export function ledgerOf(part: PeriodicPart, at: Situation): Ledger[] {
  const first = windowAround(part.rhythm.period, at.start, Math.min(part.from, at.day)).index
  const last = windowAround(part.rhythm.period, at.start, at.day).index
  const taken = periodsTaken(part, at)
  const entries = keptEntries(part, at, first)
  let session = firstFrom(part.sessions, windowAt(part.rhythm.period, at.start, first + entries.length).from)
  for (let index = first + entries.length; index <= last; index++) {
    const window = windowAt(part.rhythm.period, at.start, index)
    const begun = session
    while (session < part.sessions.length && part.sessions[session]!.day <= window.to) session++
    entries.push(entryOf(part, at, window, part.sessions.slice(begun, session), entries, taken))
  }
  return entries.length === last - first + 1 ? entries : entries.slice(0, last - first + 1)
}

function keptEntries(part: PeriodicPart, at: Situation, first: number): Ledger[] {
  const kept = at.ledgers.get(part.key)
  if (!kept || kept.from !== part.from || kept.entries[0]?.window.index !== first) {
    const entries: Ledger[] = []
    at.ledgers.set(part.key, { from: part.from, known: at.known, entries })
    return entries
  }
  const settled = Math.min(kept.known, at.known)
  if (kept.known !== at.known)
    while (kept.entries.length > 0 && kept.entries.at(-1)!.window.to > settled) kept.entries.pop()
  kept.known = at.known
  return kept.entries
}

/** Whether a period asks for something, however it went. */
const counts = (kept: Kept): boolean => kept === 'met' || kept === 'missed' || kept === 'not judged yet'

/** How many periods are averaged over; 1 when each stands alone. Before so many have gone by, nothing can be missed. */
export function periodsTaken(part: PeriodicPart, { requirement }: Situation): number {
  if (requirement.averagedOver === null || !part.isMain) return 1
  return Math.max(1, Math.round(daysIn(requirement.averagedOver) / daysIn(part.rhythm.period.length)))
}

function entryOf(
  part: PeriodicPart,
  at: Situation,
  window: Window,
  held: readonly Credited[],
  before: readonly Ledger[],
  taken: number,
): Ledger {
  const { need: ownNeed, kept } = needOf(part, at, window)
  const ownHave = tallyOf(held, part.need.unit, limitsOf(part.caps, ownNeed, part.need.unit, at))
  const together = before.slice(Math.max(0, before.length - taken + 1)).filter((one) => counts(one.kept))
  const last = part.isMain ? before.at(-1) : undefined
  const lots = (last?.lots ?? []).filter((lot) => lot.until >= window.index)
  const carried = lots.reduce((sum, lot) => sum + lot.amount, 0)
  const have = ownHave + carried + together.reduce((sum, one) => sum + one.ownHave, 0)
  const need = ownNeed + (last?.owed ?? 0) + together.reduce((sum, one) => sum + one.ownNeed, 0)
  const counted = (before.at(-1)?.counted ?? 0) + (counts(kept) ? 1 : 0)
  const short = counted < taken ? 'not judged yet' : 'missed'
  const entry = {
    window,
    kept: kept !== 'missed' ? kept : have >= need - 1e-9 ? 'met' : short,
    have,
    need,
    ownHave,
    ownNeed,
  } as const
  return { ...entry, counted, ...handedOn(at, entry, lots, ownNeed + (last?.owed ?? 0)) }
}

/** What a period hands on to the next: surplus not yet used (each lot for as many periods as the rule says), and what is owed. */
function handedOn(
  { requirement }: Situation,
  entry: { window: Window; ownHave: number; kept: Kept },
  lots: readonly Lot[],
  asked: number,
): { lots: Lot[]; owed: number } {
  const { surplus, shortfall, forPeriods } = requirement.carry
  if (surplus === 0 && !shortfall) return { lots: [], owed: 0 }
  let left = asked
  const rest = [...lots, { amount: entry.ownHave, until: entry.window.index + forPeriods }].map((lot) => {
    const used = Math.min(left, lot.amount)
    left -= used
    return { ...lot, amount: lot.amount - used }
  })
  const fresh = rest.at(-1)!
  const kept = [...rest.slice(0, -1), { ...fresh, amount: Math.min(surplus, fresh.amount) }].filter(
    (lot) => lot.amount > 0,
  )
  return { lots: surplus === 0 ? [] : kept, owed: shortfall ? Math.max(0, left) : 0 }
}

/** The share of a period that must be exceeded for a part of it to count. */
const leastDays = { 'counted when mostly in post': 0.5, 'not counted': 1, 'pro rata': 0, 'in full': 0 } as const

/** What a period needs of this person: nothing when it does not count, less when hours, absence or a part period say so. */
export function needOf(part: PeriodicPart, at: Situation, window: Window): { need: number; kept: Kept } {
  const { requirement } = at
  const counted = { from: Math.max(window.from, part.from), to: Math.min(window.to, part.until) }
  const days = window.to - window.from + 1
  const inside = Math.max(0, counted.to - counted.from + 1)
  if (inside === 0) return { need: 0, kept: 'not counted' }
  const least = leastDays[requirement.partPeriods] * days
  if (inside < days && inside <= least) return { need: 0, kept: 'not counted' }
  if (isSkipped(window, at.excused, at.known)) return { need: 0, kept: 'excused' }
  const away = excusedDaysIn(counted, at.excused, at.known, ['reduce'])
  const asked = part.need.forEvery
    ? (part.need.count * workBetween(at.work, window.from - 1, window.to, part.need.forEvery.unit)) /
      part.need.forEvery.count
    : part.need.count
  const whole = part.scaled ? proRata(asked, shareIn(counted, at), requirement.partTime) : asked
  const present = (requirement.partPeriods === 'pro rata' ? inside : days) - Math.min(inside, away)
  const need = whole * Math.max(0, Math.min(1, present / days))
  return { need, kept: away >= inside ? 'excused' : 'missed' }
}

/** The part of full time worked in a period, by days, when hours changed within it. */
function shareIn(window: { from: number; to: number }, at: Situation): number {
  const { partTime } = at.requirement
  if (partTime === null) return 1
  let days = 0
  let weighted = 0
  for (const [index, segment] of at.segments.entries()) {
    const until = index === at.segments.length - 1 ? Number.POSITIVE_INFINITY : segment.to
    const shared = overlap({ from: segment.from, to: until }, window)
    days += shared
    weighted += shared * proportionOf(partTime, segment.hours)
  }
  return days === 0 ? 1 : weighted / days
}
