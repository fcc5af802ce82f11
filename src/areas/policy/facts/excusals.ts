// Absences that excuse: which ones a rule accepts, and what each does (SPEC 2.3). An absence is known from its first
// day, with the end that was planned; one without an end is open until it gets one.
import type { Excusal, Requirement } from '../rule/requirement.ts'
import { sameWord } from '../rule/test-of-facts.ts'
import type { Absence, DatedSpan, Facts } from './person-facts.ts'
import { after, daysIn, overlap } from './windows.ts'

/** An absence that the rule accepts, and how it acts. */
export type Excused = DatedSpan & { readonly absence: Absence; readonly excusal: Excusal }

const spellings: Record<string, string> = {
  sick: 'sickness',
  annual: 'leave',
  holiday: 'leave',
  'no-case-load': 'no-caseload',
  'no-cases': 'no-caseload',
  parental: 'parental',
  career: 'career-break',
}
/** One word for one cause: "Maternity leave" and "maternity", "sick leave" and "sickness", "annual leave" and "leave". */
export function causeOf(kind: string): string {
  const word = sameWord(kind)
  const bare = word === 'leave' ? word : word.replace(/-(leave|absence)$/, '')
  return spellings[bare] ?? bare
}

/** The absences that the requirement accepts as an excuse, in order of time. */
export function excusedOf(requirement: Requirement, facts: Facts): Excused[] {
  const inPeriods = requirement.steps.some((step) => step.rhythm?.kind === 'periods')
  const found = facts.absences.flatMap((absence) => {
    const excusal = requirement.excusals.find((one) => accepts(one, absence, inPeriods))
    return excusal ? [{ from: absence.from, to: absence.to, absence, excusal }] : []
  })
  return found.sort((one, other) => inOrder(one.absence, other.absence))
}

/** A settled order of absences, whatever the order in which they were recorded. */
export function inOrder(one: Absence, other: Absence): number {
  if (one.from !== other.from) return one.from - other.from
  if (one.to !== other.to) return one.to < other.to ? -1 : 1
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)]
  return left < right ? -1 : left > right ? 1 : 0
}

function accepts(excusal: Excusal, absence: Absence, inPeriods: boolean): boolean {
  const kinds = excusal.kinds.map(causeOf)
  if (!kinds.includes('any') && !kinds.includes('any-absence') && !kinds.includes(causeOf(absence.kind))) return false
  if (excusal.approved && absence.approvedBy === null) return false
  if (excusal.moreThan === null || typeof excusal.moreThan === 'number') return true
  // With periods, "skip, more than 3 days" speaks of days within the period, not of the absence's length.
  return (inPeriods && excusal.how === 'skip') || absence.to >= after(absence.from, excusal.moreThan)
}

/** The due date, later by the days excused between the session it counts from and itself. */
export function extended(due: number, anchor: number, excused: readonly Excused[], known: number): number {
  let later = due
  let counted = anchor
  for (const one of excused) {
    if (one.excusal.how === 'excuse' || one.from > known || one.from > later) continue
    const from = Math.max(one.from, counted + 1)
    if (one.to < from) continue
    later += one.to - from + 1
    counted = one.to
  }
  return later
}

/** Days of a window that are excused, each day once. */
export function excusedDaysIn(
  window: DatedSpan,
  excused: readonly Excused[],
  known: number,
  how: readonly Excusal['how'][],
): number {
  let days = 0
  let counted = window.from - 1
  for (const one of excused) {
    if (one.from > known || one.to <= counted || !how.includes(one.excusal.how)) continue
    days += overlap({ from: Math.max(one.from, counted + 1), to: one.to }, window)
    counted = Math.max(counted, Math.min(one.to, window.to))
  }
  return days
}

/** Whether a window is left out: absent for more of it than the rule says (half, unless it says otherwise). */
export function isSkipped(window: DatedSpan, excused: readonly Excused[], known: number): boolean {
  const skipping = excused.filter((one) => one.excusal.how !== 'reduce')
  if (skipping.length === 0) return false
  const days = excusedDaysIn(window, excused, known, ['extend', 'skip', 'excuse'])
  const length = window.to - window.from + 1
  const limits = skipping.filter((one) => overlap(one, window) > 0).map((one) => limitOf(one.excusal, length))
  return days > Math.min(length - 0.5, ...limits)
}

/** How many days of a period may be missed before it is left out. */
function limitOf({ moreThan, how }: Excusal, length: number): number {
  if (typeof moreThan === 'number') return moreThan * length
  return moreThan === null || how !== 'skip' ? length / 2 : daysIn(moreThan)
}

/** The accepted absence a day lies in, if any. */
export const excusedOn = (day: number, excused: readonly Excused[], known: number): Excused | undefined =>
  excused.find((one) => one.from <= known && one.from <= day && day <= one.to)
