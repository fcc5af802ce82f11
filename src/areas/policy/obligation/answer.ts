// The one engine that answers for a person, a requirement and a day (SPEC 3.1, 3.2): state, due date and, when asked,
// every reason. Pure: the same facts give the same answer whatever their order and whenever it is asked.
import { type Day, dayOfNumber, numberOfDay } from '../../../platform/time/day.ts'
import type { AmountUnit } from '../rule/amount.ts'
import type { Requirement } from '../rule/requirement.ts'
import type { Facts } from '../facts/person-facts.ts'
import { type Reason, reasonsOf } from './reasons.ts'
import { type ObligationState, type Reckoned, type Reckoning, reckon } from './reckoning.ts'
import type { Standing } from '../counting/standing.ts'

/** What is counted: have and need in a unit, between two days (for the need, then for each quota). */
export type Figure = {
  readonly name: string
  readonly state: 'met' | 'due soon' | 'overdue' | 'excused'
  readonly have: number
  readonly need: number
  readonly unit: AmountUnit
  readonly from: Day | null
  readonly to: Day | null
  readonly dueOn: Day | null
}
export type Answer = {
  readonly state: ObligationState
  /** For recommended and voluntary supervision: how it would stand if it were mandatory. */
  readonly suggested: Reckoned['suggested']
  /** Whether it counts as kept; null when it does not count at all (SPEC 2.3: only mandatory counts). */
  readonly compliant: boolean | null
  readonly dueOn: Day | null
  readonly dueSoonFrom: Day | null
  readonly lastOn: Day | null
  readonly figures: readonly Figure[]
  readonly missed: readonly { readonly from: Day; readonly to: Day; readonly have: number; readonly need: number }[]
  readonly reasons: readonly Reason[]
  /** The first later day on which the answer changes if nothing else happens; null: never. */
  readonly until: Day | null
}
/** A time in which the answer stays the same; both days belong to it. */
export type Span = Pick<Answer, 'state' | 'suggested' | 'compliant' | 'dueOn' | 'dueSoonFrom' | 'lastOn'> & {
  readonly from: Day
  readonly to: Day
}

export type AnswerOptions = { readonly explain?: boolean; readonly among?: readonly Requirement[] }

/** The answer on a day. Only what is dated on or before that day counts. `explain` adds the reasons. */
export function answer(requirement: Requirement, facts: Facts, day: Day, options: AnswerOptions = {}): Answer {
  return answerFrom(reckon(requirement, facts, options.among), day, options.explain ?? false)
}

/** The same from a reckoning that is kept for several days. */
export function answerFrom(reckoning: Reckoning, day: Day, explain: boolean): Answer {
  const number = numberOfDay(day)
  const reckoned = reckoning.at(number, number)
  const until = changeAfter(reckoning, number, reckoned)
  return {
    ...headOf(reckoned),
    figures: reckoned.parts.map(figureOf),
    missed: reckoned.parts.flatMap((part) =>
      part.missed.map(({ from, to, have, need }) => ({ from: dayOfNumber(from), to: dayOfNumber(to), have, need })),
    ),
    reasons: explain ? reasonsOf(reckoning, reckoned, number) : [],
    until: until === null ? null : dayOfNumber(until),
  }
}

/** The answers of a stretch of days, piece by piece, without gaps. Each day is answered by what was known on it; the future assumes nothing more happens. */
export function timeline(
  requirement: Requirement,
  facts: Facts,
  from: Day,
  to: Day,
  among: readonly Requirement[] = [],
): Span[] {
  const reckoning = reckon(requirement, facts, among)
  const happenings = daysOf(reckoning)
  const spans: { head: Reckoned; from: number; to: number }[] = []
  const [first, last] = [numberOfDay(from), numberOfDay(to)]
  let coming = 0
  for (let day = first; day <= last; ) {
    const reckoned = reckoning.at(day, day)
    while (coming < happenings.length && happenings[coming]! <= day) coming++
    const next = Math.min(reckoned.next, happenings[coming] ?? Number.POSITIVE_INFINITY, last + 1)
    const before = spans.at(-1)
    if (before && isSame(before.head, reckoned, false)) before.to = next - 1
    else spans.push({ head: reckoned, from: day, to: next - 1 })
    day = next
  }
  return spans.map((span) => ({ ...headOf(span.head), from: dayOfNumber(span.from), to: dayOfNumber(span.to) }))
}

/** Every day on which something is recorded of the person that this requirement looks at, in order. */
function daysOf({ facts, credited }: Reckoning): number[] {
  const days = new Set<number>()
  for (const spans of [facts.posts, facts.holdings, facts.absences]) for (const span of spans) days.add(span.from)
  for (const dated of [facts.work, credited]) for (const one of dated) days.add(one.day)
  return [...days].sort((one, other) => one - other)
}

/** Looks ahead with nothing more happening; two hundred quiet changes (or the year 2200) count as never. */
function changeAfter(reckoning: Reckoning, known: number, now: Reckoned): number | null {
  let day = now.next
  for (let looked = 0; looked < 200 && day < lastDay; looked++) {
    const then = reckoning.at(day, known)
    if (!isSame(now, then, true)) return day
    day = then.next
  }
  return null
}
const lastDay = numberOfDay('2200-01-01' as Day)

function isSame(one: Reckoned, other: Reckoned, withFigures: boolean): boolean {
  const head =
    one.state === other.state &&
    one.due === other.due &&
    one.soon === other.soon &&
    one.last === other.last &&
    one.suggested === other.suggested
  if (!head || !withFigures) return head
  return (
    one.parts.length === other.parts.length &&
    one.parts.every(
      (part, at) =>
        part.have === other.parts[at]?.have &&
        part.need === other.parts[at]?.need &&
        part.state === other.parts[at]?.state,
    )
  )
}

const dayOrNull = (day: number | null): Day | null => (day === null || !Number.isFinite(day) ? null : dayOfNumber(day))

function headOf(
  reckoned: Reckoned,
): Pick<Answer, 'state' | 'suggested' | 'compliant' | 'dueOn' | 'dueSoonFrom' | 'lastOn'> {
  return {
    state: reckoned.state,
    suggested: reckoned.suggested,
    compliant: isCompliant(reckoned.state),
    dueOn: dayOrNull(reckoned.due),
    dueSoonFrom: dayOrNull(reckoned.soon),
    lastOn: dayOrNull(reckoned.last),
  }
}

/** Met and due soon are kept; overdue and never had are not; everything else is not counted. */
export function isCompliant(state: ObligationState): boolean | null {
  if (state === 'met' || state === 'due soon') return true
  return state === 'overdue' || state === 'never had' ? false : null
}

function figureOf(part: Standing): Figure {
  const window = part.window
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    name: part.name,
    state: part.state,
    have: round(part.have),
    need: round(part.need),
    unit: part.unit,
    from: window === null ? null : dayOrNull(window.from),
    to: window === null ? null : dayOrNull(window.to),
    dueOn: dayOrNull(part.due),
  }
}
