// Who leads safeguarding, for which service, and who stands too near (SPEC 12.4, TRUST "Who sees what"). A lead looks after
// the units in which they work or which they lead, and everything beneath; a post at the top of the organisation, or in its
// safeguarding service, covers all of it. Nobody reads, agrees to or reviews anything about their own staff or their own line manager, and a role opens
// nothing on the day on which it was granted.
import type { PersonId } from '../../platform/ids.ts'
import type { Day } from '../../platform/time/day.ts'

/** They receive concerns, read case discussions of their own service, and follow up. */
export const leadRoles = ['named professional', 'designated professional'] as const
/** They may review what others opened. */
export const reviewerRoles = ['senior advisor', ...leadRoles] as const
/** They may ask for a record that is not theirs, or be the second person. */
export const safeguardingRoles = ['safeguarding advisor', ...reviewerRoles] as const

/** A granted role with the days that matter: in force from and to, and the day on which somebody granted it. */
export type Grant = {
  readonly person: PersonId
  readonly role: string
  readonly from: Day
  readonly to: Day | null
  readonly grantedOn: Day
  readonly grantedBy: PersonId
  readonly grantedToSelf: boolean
}

/**
 * Since when a person has held one of the roles without granting it to themselves; null when they hold none today. A
 * grant that was dated back counts from the day it was made.
 */
export function heldSince(grants: readonly Grant[], who: PersonId, roles: readonly string[], today: Day): Day | null {
  const days = grants
    .filter((grant) => grant.person === who && roles.includes(grant.role) && !grant.grantedToSelf)
    .filter((grant) => grant.from <= today && (grant.to === null || grant.to >= today))
    .map((grant) => (grant.from > grant.grantedOn ? grant.from : grant.grantedOn))
  return days.sort()[0] ?? null
}

/** Whether a role has been held since before today: one granted today opens nothing. */
export function hasHeldBeforeToday(
  grants: readonly Grant[],
  who: PersonId,
  roles: readonly string[],
  today: Day,
): boolean {
  const since = heldSince(grants, who, roles, today)
  return since !== null && since < today
}

/** A place in the organisation: a unit, or null for its top. */
export type Place = string | null
export type PlaceInTree = { readonly unit: string; readonly parent: string | null }

/** Whether any of `places` lies in what somebody with these own places looks after. */
export function covers(own: readonly Place[], places: readonly Place[], tree: readonly PlaceInTree[]): boolean {
  if (own.includes(null)) return true
  const parents = new Map(tree.map(({ unit, parent }) => [unit, parent]))
  return places.some((place) => {
    for (let at: Place = place, steps = 0; at !== null && steps < 50; at = parents.get(at) ?? null, steps += 1)
      if (own.includes(at)) return true
    return false
  })
}

/** Who is whose line manager, among the people that matter here. */
export type Line = { readonly person: PersonId; readonly manager: PersonId }

/** Why somebody stands too near to the people of a record, in a sentence; null when they do not. */
export function nearness(who: PersonId, people: readonly PersonId[], lines: readonly Line[]): string | null {
  if (people.includes(who)) return 'This record is about a session of your own'
  if (lines.some((line) => line.manager === who && people.includes(line.person)))
    return 'You are the line manager of somebody in this session. Line managers see that supervision happened, never what was said. Ask a colleague in safeguarding who is not'
  return null
}

/** Why two people must not vouch for each other, in a sentence; null when they may. */
export function tooClose(asker: PersonId, second: PersonId, lines: readonly Line[]): string | null {
  if (asker === second) return 'You asked for this yourself. It takes a second person'
  if (lines.some((line) => line.manager === asker && line.person === second))
    return 'The person who asks is your line manager. Somebody who does not work for them has to decide'
  if (lines.some((line) => line.manager === second && line.person === asker))
    return 'You are the line manager of the person who asks. Somebody who is not has to decide'
  return null
}
