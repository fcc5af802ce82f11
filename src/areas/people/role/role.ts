// Roles are granted to persons, from a day, with a reason, by somebody, and every grant stays on record (SPEC 1.4).
// Nobody grants a role to himself, unless he is the only administrator there is; then the record says so.
// Line manager, team lead, supervisor and the like are never granted: they follow from the data. A role begins today at the
// earliest: it opens nothing from before. The service alone brings in roles that were held in the past.
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'

export const roles = [
  'administrator',
  'SPOA administrator',
  'safeguarding advisor',
  'senior advisor',
  'named professional',
  'designated professional',
  'director',
  'auditor',
  'learning lead',
  'programme lead',
] as const
export type Role = (typeof roles)[number]

export type RoleGrantId = Id<'grant'>

export type RoleGrant = {
  readonly id: RoleGrantId
  readonly person: PersonId
  readonly role: Role
  readonly from: Day
  readonly to: Day | null
  readonly reason: string
  readonly grantedBy: PersonId
  readonly grantedAt: Moment
  readonly grantedToSelf: boolean
  readonly endedBy: PersonId | null
  readonly endedAt: Moment | null
}

/** What each role is for, in one sentence for the page on which it is granted. */
export const whatFor: Readonly<Record<Role, string>> = {
  administrator: 'Keeps people, units, roles and settings. Sees no supervision content.',
  'SPOA administrator': 'Takes the details of calls to the single point of access.',
  'safeguarding advisor': 'Gives safeguarding advice and supervises case work.',
  'senior advisor': 'Supervises advisors, and gives safeguarding advice.',
  'named professional': 'Named nurse, doctor or lead for safeguarding.',
  'designated professional': 'Designated nurse or doctor; supervises named professionals and observes supervisors.',
  director: 'Sees totals for the organisation, never who said what.',
  auditor: 'Looks at facts and the trail for quality audits.',
  'learning lead': 'Approves learning points and looks after what is learned.',
  'programme lead': 'Runs action learning programmes.',
}

export const isInForce = (grant: { from: Day; to: Day | null }, day: Day): boolean =>
  grant.from <= day && (grant.to === null || grant.to >= day)

/** Whether `asker` may grant a role to `person`; the answer says whether it goes on record as granted to himself. */
export function mayGrant(
  grants: readonly RoleGrant[],
  wanted: { asker: PersonId; person: PersonId; role: Role; from: Day; to: Day | null; history: boolean },
  today: Day,
): Decision<{ toSelf: boolean }> {
  if (wanted.to !== null && wanted.to < wanted.from) return no('The last day must be on or after the first.', 'to')
  if (wanted.from < today && !wanted.history)
    return no('A role begins today at the earliest: it opens nothing from before.', 'from')
  const twin = grants.find(
    (grant) =>
      grant.person === wanted.person &&
      grant.role === wanted.role &&
      (wanted.to === null || grant.from <= wanted.to) &&
      (grant.to === null || grant.to >= wanted.from),
  )
  if (twin) return no('This person already has this role on some of these days.', 'role')
  if (wanted.person !== wanted.asker) return yes({ toSelf: false })
  const others = grants.some(
    (grant) => grant.role === 'administrator' && grant.person !== wanted.asker && isInForce(grant, today),
  )
  return others ? no('You cannot give yourself a role. Ask another administrator.', 'person') : yes({ toSelf: true })
}

/** Whether a grant may be ended: the organisation always keeps one administrator. */
export function mayEnd(grants: readonly RoleGrant[], wanted: RoleGrant, today: Day): Decision {
  if (wanted.endedAt !== null || (wanted.to !== null && wanted.to < today)) return no('This role has already ended.')
  const kept = grants.some(
    (grant) => grant.role === 'administrator' && grant.id !== wanted.id && isInForce(grant, today),
  )
  return wanted.role !== 'administrator' || kept
    ? yes()
    : no('This is the only administrator. Make somebody else an administrator first.')
}
