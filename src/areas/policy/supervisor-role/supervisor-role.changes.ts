// Giving a supervisor role and ending it, each with a line on the trail; figures follow.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { endRegistration, insertRegistration, peopleWithRole, registrationsOf } from '../../people/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { policyOn } from '../version/version.changes.ts'
import { roleGivers } from './supervisor-role.access.ts'
import { mayGive, supervisorRoles } from './supervisor-role.ts'

/** Gives a role of the policy to a person from a day on. Refused to oneself, but for the only administrator there is. */
export async function giveSupervisorRole(
  work: Work,
  person: PersonId,
  given: { role: string; from: Day },
): Promise<Decision> {
  if (!roleGivers.may(work.asker, null))
    return no('Only an administrator, a named or a designated professional gives supervisor roles.')
  const administrators = await peopleWithRole(work, 'administrator', work.today)
  const alone = administrators.length === 1 && administrators[0] === work.asker.person
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

/** Ends a supervisor role: yesterday was its last day. Sessions led before keep counting. */
export async function endSupervisorRole(
  work: Work,
  person: PersonId,
  ended: { registration: Id<'registration'> },
): Promise<Decision> {
  if (!roleGivers.may(work.asker, null))
    return no('Only an administrator, a named or a designated professional ends supervisor roles.')
  const held = (await registrationsOf(work, person)).find(
    (one) => one.registration === ended.registration && one.kind === 'supervisor role',
  )
  if (!held) return no('This role is not there any more.')
  await endRegistration(work, held, addDays(work.today, -1))
  writeTrail(work, { deed: 'supervisor role ended', about: thing('person', person), detail: { role: held.body } })
  await work.tell({ name: 'facts changed', people: [person] })
  return yes()
}
