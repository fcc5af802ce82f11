// The chain of supervision (SPEC 9.2): each supervisor below the one who supervises them, up to the top. Whoever has several
// stands below the most senior. A break is a supervisor whose own supervision is out of date, or whom nobody supervises.
import type { PersonId } from '../../../platform/ids.ts'
import type { OwnStanding } from '../in-date/own-supervision.ts'

/** One in the chain as they are known, with all who supervise them. */
export type Known = {
  readonly person: PersonId
  readonly name: string
  readonly roles: readonly string[]
  /** Null for somebody who supervises supervisors and is asked for no supervision of their own. */
  readonly own: OwnStanding | null
  /** How senior; 0 when the policy does not say. */
  readonly rank: number
  readonly supervisedBy: readonly PersonId[]
}

export type Link = Known & { readonly below: readonly Link[]; readonly break: Break | null }

export type Break = 'out of date' | 'nobody'

/** The chain from its tops down: most senior first, then by name. Circles are opened where they close. */
export function chainOf(known: readonly Known[]): readonly Link[] {
  const all = new Map(known.map((one) => [one.person, one]))
  const above = new Map<PersonId, PersonId>()
  for (const one of [...known].sort(bySeniority)) {
    const over = one.supervisedBy
      .flatMap((person) => all.get(person) ?? [])
      .toSorted(bySeniority)
      .find((other) => !isAbove(one.person, other.person, above))
    if (over) above.set(one.person, over.person)
  }
  const linkOf = (one: Known): Link => ({
    ...one,
    break: breakOf(one),
    below: known
      .filter((other) => above.get(other.person) === one.person)
      .toSorted(bySeniority)
      .map(linkOf),
  })
  return known
    .filter((one) => !above.has(one.person))
    .toSorted(bySeniority)
    .map(linkOf)
}

const bySeniority = (a: Known, b: Known): number => b.rank - a.rank || a.name.localeCompare(b.name)

/** Whether somebody stands above another, or is the same. */
function isAbove(who: PersonId, start: PersonId, above: ReadonlyMap<PersonId, PersonId>): boolean {
  for (let at: PersonId | undefined = start; at !== undefined; at = above.get(at)) if (at === who) return true
  return false
}

/** What is wrong with somebody's place in the chain; null when nothing is. */
export function breakOf({ own, supervisedBy }: Pick<Known, 'own' | 'supervisedBy'>): Break | null {
  if (own === null || own.state === 'top') return null
  if (own.state === 'out of date') return 'out of date'
  return supervisedBy.length === 0 && own.last === null ? 'nobody' : null
}

/** Everybody of a chain, in its order. */
export const everybodyIn = (links: readonly Link[]): readonly Link[] =>
  links.flatMap((one) => [one, ...everybodyIn(one.below)])

/** Somebody's own part of the chain: those above them, each alone, and all below. */
export function partOf(links: readonly Link[], person: PersonId): readonly Link[] {
  return links.flatMap((one) => {
    if (one.person === person) return [one]
    const below = partOf(one.below, person)
    return below.length > 0 ? [{ ...one, below }] : []
  })
}
