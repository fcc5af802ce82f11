// An absence is a span of days on which somebody is away or has no caseload, and so may be excused from supervision by
// the policy (SPEC 2.3, 3.2). Who approved it stays on it. Days include the last; no last day yet means until further notice.
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'

export type AbsenceId = Id<'absence'>

export const absenceKinds = [
  'annual leave',
  'sickness',
  'maternity leave',
  'parental leave',
  'study leave',
  'career break',
  'secondment',
  'no caseload',
  'suspension',
  'other',
] as const
export type AbsenceKind = (typeof absenceKinds)[number]

export type Absence = {
  readonly absence: AbsenceId
  readonly person: PersonId
  readonly kind: AbsenceKind
  readonly from: Day
  readonly to: Day | null
  readonly approvedBy: PersonId | null
}

/** Whether an absence may stand beside the others: ends after it begins, and is not said twice. */
export function mayStandBeside(others: readonly Absence[], wanted: Omit<Absence, 'approvedBy'>): Decision {
  if (wanted.to !== null && wanted.to < wanted.from) return no('The last day must be on or after the first.', 'to')
  const twin = others.find(
    (other) =>
      other.absence !== wanted.absence &&
      other.kind === wanted.kind &&
      (wanted.to === null || other.from <= wanted.to) &&
      (other.to === null || other.to >= wanted.from),
  )
  return twin ? no('There is already an absence of this kind on some of these days.', 'from') : yes()
}
