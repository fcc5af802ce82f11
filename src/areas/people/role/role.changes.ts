// Granting a role and ending it, each with a line in the trail.
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { foundPeople } from '../register/asker.store.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../../records/index.ts'
import { isAdministrator, isService } from '../register/register.access.ts'
import { mayEnd, mayGrant, type Role, type RoleGrantId } from './role.ts'
import { findGrants, insertGrant, lockGrants, updateEnded } from './role.store.ts'

/** Grants a role from a day on, with the reason. Refused to oneself, unless there is no other administrator. SPEC 1.4. */
export async function grantRole(
  work: Work,
  given: { person: PersonId; role: Role; from: Day; to: Day | null; reason: string },
): Promise<Decision<RoleGrantId>> {
  if (!isAdministrator(work.asker)) return no('Only an administrator grants roles.')
  await lockGrants(work)
  const wanted = { ...given, asker: work.asker.person, history: isService(work.asker) }
  const allowed = mayGrant(await findGrants(work), wanted, work.today)
  if (!allowed.ok) return allowed
  const id = work.newId<'grant'>()
  await insertGrant(work, { ...given, id, grantedToSelf: allowed.value.toSelf })
  writeTrail(work, {
    deed: allowed.value.toSelf ? 'role granted to self' : 'role granted',
    about: { kind: 'person', id: given.person },
    detail: { role: given.role, from: given.from, to: given.to ?? 'until further notice' },
  })
  await work.tell({ name: 'facts changed', people: [given.person] })
  return yes(id)
}

/** Ends a role at once, with the reason. */
export async function endRole(work: Work, id: RoleGrantId, reason: string): Promise<Decision> {
  if (!isAdministrator(work.asker)) return no('Only an administrator ends roles.')
  await lockGrants(work)
  const grants = await findGrants(work)
  const grant = grants.find((one) => one.id === id)
  if (!grant) return no('This role is not there any more.')
  const allowed = mayEnd(grants, grant, work.today)
  if (!allowed.ok) return allowed
  await updateEnded(work, id, reason)
  writeTrail(work, {
    deed: 'role ended',
    about: { kind: 'person', id: grant.person },
    detail: { role: grant.role },
  })
  await work.tell({ name: 'facts changed', people: [grant.person] })
  return yes()
}

/** The first person of a new organisation, who is the work's asker, with their role; on record as granted to themselves. */
export async function foundWithAdministrator(
  work: Work,
  administrator: { readonly name: string; readonly email: string },
): Promise<void> {
  await foundPeople(work, administrator)
  writeTrail(work, {
    deed: 'role granted to self',
    about: { kind: 'person', id: work.asker.person },
    detail: { role: 'administrator', from: work.today, to: 'until further notice' },
  })
}
