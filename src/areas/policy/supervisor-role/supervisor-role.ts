// A supervisor role is one of the policy's own: named midwife, safeguarding advisor for children. Who holds it, from which
// day, decides whom they may supervise. It is given by somebody else than its holder, so nobody makes himself a
// supervisor (SPEC 2.3, 5.2).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Registration } from '../../people/index.ts'
import type { Policy } from '../version/policy.ts'
import { isYes } from '../rule/condition.ts'

export type SupervisorRole = { readonly key: string; readonly name: string }

/** The roles of the policies in force whose holders supervise, by name. */
export function supervisorRoles(policy: Policy): readonly SupervisorRole[] {
  const roles = new Map(
    policy.packs
      .flatMap((pack) => pack.roles ?? [])
      .filter((role) => isYes(role.supervises))
      .map((role) => [role.key, role]),
  )
  return [...roles.values()]
    .map(({ key, name }) => ({ key, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** Whether this person may be given the role from that day; `alone`: the asker is the only administrator there is. */
export function mayGive(
  held: readonly Registration[],
  given: {
    person: PersonId
    role: string
    from: Day
    asker: PersonId
    roles: readonly SupervisorRole[]
    alone: boolean
  },
): Decision {
  if (given.person === given.asker && !given.alone)
    return no('Ask somebody else to give you a supervisor role.', 'role')
  if (!given.roles.some((role) => role.key === given.role)) return no('Choose one of the roles of the policy.', 'role')
  const holds = held.some(
    (one) => one.kind === 'supervisor role' && one.body === given.role && (one.to === null || one.to >= given.from),
  )
  return holds ? no('This person holds that role on that day already.', 'role') : yes()
}
