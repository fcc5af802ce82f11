// A policy pack lives in versions: one is drafted, compared with the one in force, approved by somebody with the right
// role, and in force from a day until the next one begins. Old versions stay readable for ever (SPEC 2.1).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, addMonths, type Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { readDuration } from '../rule/interval.ts'

export type PolicyVersionId = Id<'policy version'>

export type PolicyVersion = {
  readonly id: PolicyVersionId
  readonly packKey: string
  readonly packName: string
  readonly label: string
  readonly status: 'draft' | 'approved' | 'withdrawn'
  readonly revision: number
  readonly note: string
  readonly draftedBy: PersonId
  readonly draftedAt: Moment
  readonly changedBy: PersonId
  readonly changedAt: Moment
  readonly approvedBy: PersonId | null
  readonly approvedAt: Moment | null
  readonly inForceFrom: Day | null
}

/** A version with the days on which it holds: from its first day until the day before `until` (null: open). */
export type InForce = {
  readonly version: PolicyVersion
  readonly pack: PolicyPack
  readonly from: Day
  readonly until: Day | null
}

/** Roles that may approve a version; an administrator may while nobody holds one of them (a new organisation). */
export const approverRoles = ['director', 'named professional', 'designated professional'] as const

/** Whether this person may put a draft in force from a day. */
export function mayApprove(
  version: PolicyVersion,
  asking: {
    person: PersonId
    roles: ReadonlySet<string>
    anyApprovers: boolean
    today: Day
    from: Day
    firstOfPack: boolean
  },
): Decision {
  if (version.status !== 'draft') return no('This version has been approved already.')
  const approver = approverRoles.some((role) => asking.roles.has(role))
  const standsIn = !asking.anyApprovers && asking.roles.has('administrator')
  if (!approver && !standsIn)
    return no('A version is approved by a director, a named professional or a designated professional.')
  if (asking.from < asking.today && !asking.firstOfPack) {
    return no('A version cannot be in force from a day that has passed: figures of the past would change.', 'from')
  }
  return yes()
}

/** The days on which each approved version holds, in order, for one pack. Versions that share a first day: the later approved. */
export function daysInForce(
  versions: readonly PolicyVersion[],
): readonly { version: PolicyVersion; from: Day; until: Day | null }[] {
  const begun = versions
    .flatMap((version) =>
      version.status === 'approved' && version.inForceFrom ? [{ version, from: version.inForceFrom }] : [],
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  return begun.map((one, index) => ({ ...one, until: begun[index + 1]?.from ?? null }))
}

/** Whether a version is in force on a day. */
export const holdsToday = ({ from, until }: { from: Day; until: Day | null }, today: Day): boolean =>
  from <= today && (until === null || today < until)

/** How a pack stands with its review date: quiet, near (three months unless the pack says otherwise) or past (SPEC 2.1). */
export function reviewOf(pack: PolicyPack, today: Day): 'not yet' | 'due' | 'lapsed' {
  const review = pack.review as Day
  if (review < today) return 'lapsed'
  const { count, unit } = readDuration(pack.reviewWarning ?? '3 months')
  const warning = unit === 'month' ? addMonths(review, -count) : addDays(review, unit === 'week' ? -7 * count : -count)
  return warning <= today ? 'due' : 'not yet'
}
