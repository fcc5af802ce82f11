// Giving a supervisor role and ending it, each with a line on the trail; figures follow.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import {
  endingsOf,
  endRegistration,
  insertRegistration,
  peopleWithRole,
  type Registration,
  registrationsOf,
  reopenRegistration,
} from '../../people/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { policyOn } from '../version/version.changes.ts'
import { roleGivers } from './supervisor-role.access.ts'
import { mayEndWith, mayGive, mayReopen, supervisorRoles } from './supervisor-role.ts'

/** Gives a role of the policy to a person from a day on. Refused to oneself, but for the only administrator there is. */
export async function giveSupervisorRole(
  work: Work,
  person: PersonId,
  given: { role: string; from: Day },
): Promise<Decision> {
  if (!roleGivers.may(work.asker, null))
    return no('Only an administrator, a named or a designated professional gives supervisor roles.')
  const alone = await isAlone(work)
  const roles = supervisorRoles(await policyOn(work))
  const allowed = mayGive(await registrationsOf(work, person), {
    ...given,
    person,
    asker: work.asker.person,
    roles,
    alone,
  })
  if (!allowed.ok) return allowed
  const registration = work.newId<'registration'>()
  await insertRegistration(work, {
    registration,
    person,
    kind: 'supervisor role',
    body: given.role,
    from: given.from,
    to: null,
  })
  writeTrail(work, {
    deed: 'supervisor role given',
    about: thing('person', person),
    detail: { role: given.role, from: given.from },
  })
  await work.tell({ name: 'facts changed', people: [person] })
  return yes()
}

/** Ends a supervisor role with a day. Sessions led while it was held keep counting. */
export async function endSupervisorRole(
  work: Work,
  person: PersonId,
  ended: { registration: Id<'registration'>; lastDay: Day },
): Promise<Decision> {
  if (!roleGivers.may(work.asker, null))
    return no('Only an administrator, a named or a designated professional ends supervisor roles.')
  const held = await heldRole(work, person, ended.registration)
  if (!held) return no('This role is not there any more.')
  const allowed = mayEndWith(held, ended.lastDay)
  if (!allowed.ok) return allowed
  await endRegistration(work, held, ended.lastDay)
  return told(work, held, { deed: 'supervisor role ended', to: ended.lastDay })
}

/** Takes the end of a supervisor role back, within a week. */
export async function reopenSupervisorRole(
  work: Work,
  person: PersonId,
  about: { registration: Id<'registration'> },
): Promise<Decision> {
  if (!roleGivers.may(work.asker, null))
    return no('Only an administrator, a named or a designated professional gives supervisor roles.')
  const role = await heldRole(work, person, about.registration)
  if (!role) return no('This role is not there any more.')
  const endedAt = (await endingsOf(work, person)).find((one) => one.registration === role.registration)?.endedAt ?? null
  const held = await registrationsOf(work, person)
  const asking = { asker: work.asker.person, alone: await isAlone(work), today: work.today }
  const allowed = mayReopen(role, { endedAt, held, ...asking })
  if (!allowed.ok) return allowed
  await reopenRegistration(work, role)
  return told(work, role, { deed: 'supervisor role not ended', to: null })
}

/** A supervisor role that a person holds or held, as known now. */
export async function heldRole(
  work: Work,
  person: PersonId,
  registration: Id<'registration'>,
): Promise<Registration | null> {
  const held = await registrationsOf(work, person)
  return held.find((one) => one.registration === registration && one.kind === 'supervisor role') ?? null
}

/** Whether the asker is the only administrator there is, with nobody to ask. */
async function isAlone(work: Work): Promise<boolean> {
  const administrators = await peopleWithRole(work, 'administrator', work.today)
  return administrators.length === 1 && administrators[0] === work.asker.person
}

async function told(work: Work, role: Registration, what: { deed: string; to: Day | null }): Promise<Decision> {
  const detail = { role: role.body, to: what.to ?? 'until further notice' }
  writeTrail(work, { deed: what.deed, about: thing('person', role.person), detail })
  await work.tell({ name: 'facts changed', people: [role.person] })
  return yes()
}
