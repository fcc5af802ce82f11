// The own supervision of supervisors, from the facts of sessions: with a holder of the roles that the policy names, or held
// elsewhere and vouched for. Reads only, and the same few statements for one supervisor and for all.
import type { PersonId } from '../../../platform/ids.ts'
import { earliest, type Day, latest } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { type Evidence, evidenceFor, sessionsAhead } from '../../supervision/index.ts'
import { type Held, heldThrough, type Ways } from '../pathway/held.changes.ts'
import { isTop, type Pathway } from '../pathway/pathway.ts'
import { type OwnStanding, ownStanding } from './own-supervision.ts'

type Asked = {
  readonly ways: Ways
  readonly people: readonly PersonId[]
  /** Up to this day. */
  readonly on: Day
}

/** The last session of somebody's own that counts on a way; null when there was none. */
export type LastOf = (person: PersonId, pathway: Pathway) => OwnStanding['last']

/** Looks at what these people had, once. */
export async function lookAtOwn(work: Work, { ways, people, on }: Asked): Promise<LastOf> {
  const evidence = (await evidenceFor(work, { people, to: on })).filter(
    (one) => one.part === 'receiving' && one.held !== 'outside, not yet vouched for',
  )
  const theirs = Map.groupBy(evidence, (one) => one.person)
  const supervisors = [...new Set(evidence.flatMap((one) => one.supervisor ?? []))]
  const heldAt = await heldThrough(work, { policy: ways.policy, people: supervisors })
  return (person, pathway) => {
    const last = theirs.get(person)?.findLast((one) => counts(one, pathway, heldAt(one.day)))
    return last ? { day: last.day, by: last.supervisor } : null
  }
}

function counts({ type, supervisor }: Evidence, pathway: Pathway, held: Held): boolean {
  if (!pathway.planned.includes(type)) return false
  const by = pathway.ownSupervision?.by ?? []
  if (by.length === 0 || supervisor === null) return true
  const roles = held.rolesOf(supervisor)
  return by.some(({ key }) => roles.includes(key))
}

/** The day of the next session of their own that is booked, for each of these people who has one. */
export async function nextOwnDays(
  work: Work,
  people: readonly PersonId[],
  types: readonly string[],
): Promise<ReadonlyMap<PersonId, Day>> {
  const next = new Map<PersonId, Day>()
  for (const type of new Set(types))
    for (const [person, day] of await sessionsAhead(work, people, type))
      next.set(person, earliest(day, next.get(person) ?? day))
  return next
}

/** How somebody’s own supervision stands on a way; null when it asks for none. */
export function standingOn(
  person: PersonId,
  pathway: Pathway,
  given: { ways: Ways; held: Held; last: OwnStanding['last']; next: Day | null; on: Day },
): OwnStanding | null {
  const own = pathway.ownSupervision
  if (own === null) return null
  const signed = given.held.competenceOf(person, pathway)
  return ownStanding(given.last, {
    since: signed === null ? pathway.since : latest(signed.from, pathway.since),
    every: own.every,
    next: given.next,
    top: isTop(given.held.rolesOf(person), own, given.ways.seniorityOf),
    on: given.on,
  })
}
