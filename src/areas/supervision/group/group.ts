// Choosing people for a group session (SPEC 5.1): those who are due first come ticked, as many as the group may hold; the
// rest are offered below them in the order of their due days. Somebody never supervised comes before everybody.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'

export type Candidate = {
  readonly person: PersonId
  readonly name: string
  /** Whether the asker may know the facts below; without them they say nothing. */
  readonly isKnown: boolean
  /** The last day on which this type was had; null when it never was. */
  readonly last: Day | null
  /** A session of this type that is booked already. */
  readonly next: Day | null
  readonly away: boolean
}

/** The order in which people are offered: without a session ahead first, longest since the last first, then by name. */
export function inOrderOfNeed(candidates: readonly Candidate[]): readonly Candidate[] {
  const rank = (one: Candidate) => (one.away ? 2 : 0) + (one.next ? 1 : 0)
  return [...candidates].sort(
    (a, b) => rank(a) - rank(b) || (a.last ?? '').localeCompare(b.last ?? '') || a.name.localeCompare(b.name, 'en-GB'),
  )
}

/** Who comes ticked: the first in need, as many as fit, nobody who is away or has a session ahead. */
export function tickedFirst(candidates: readonly Candidate[], largest: number | null): readonly PersonId[] {
  return inOrderOfNeed(candidates)
    .filter((one) => one.isKnown && !one.away && !one.next)
    .slice(0, largest ?? 12)
    .map((one) => one.person)
}
