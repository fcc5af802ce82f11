// Choosing people for a group session (SPEC 5.1): those who are due first come ticked, as many as the group may hold; the
// rest are offered below them in the order of their due days. Whoever needs none of this kind, is excused or away, has a
// date already, has no contract where the kind needs one, or needs somebody else to supervise them, is not ticked.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'

export type Candidate = {
  readonly person: PersonId
  readonly name: string
  /** Whether the asker may know the facts below; without them they say nothing. */
  readonly isKnown: boolean
  /** When the policy asks for the next one; null when it asks for none, or nobody has worked it out. */
  readonly due: Due | null
  /** Whether whoever books may supervise this person in this kind. */
  readonly mayLead: boolean
  /** Whether the contract that the kind needs is in force with whoever books; true where it needs none. */
  readonly contracted: boolean
  /** The last day on which this type was had; null when it never was. */
  readonly last: Day | null
  /** A session of this type that is booked already. */
  readonly next: Day | null
  readonly away: boolean
}

/** How somebody stands with a kind of supervision, as the figures have it. */
export type Due = { readonly on: Day | null; readonly state: string }

/**
 * The order in which people are offered: without a session ahead first, by the day on which they are due; those of whom
 * nothing is asked after them, longest since the last first; then by name.
 */
export function inOrderOfNeed(candidates: readonly Candidate[]): readonly Candidate[] {
  const rank = (one: Candidate) => (one.mayLead ? 0 : 8) + (one.away ? 4 : 0) + (one.next ? 2 : 0) + (one.due ? 0 : 1)
  const due = (one: Candidate) => (one.due ? (one.due.on ?? '9999') : (one.last ?? ''))
  return [...candidates].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      due(a).localeCompare(due(b)) ||
      (a.last ?? '').localeCompare(b.last ?? '') ||
      a.name.localeCompare(b.name, 'en-GB'),
  )
}

/**
 * Who comes ticked: the first in need, as many as fit. Where the policy asks this kind of nobody, all of them may come;
 * else only those of whom it does.
 */
export function tickedFirst(candidates: readonly Candidate[], largest: number | null): readonly PersonId[] {
  const asked = candidates.some((one) => one.due !== null)
  return inOrderOfNeed(candidates)
    .filter((one) => one.isKnown && one.mayLead && one.contracted && !one.away && !one.next)
    .filter((one) => !asked || (one.due !== null && one.due.state !== 'excused'))
    .slice(0, largest ?? 12)
    .map((one) => one.person)
}
