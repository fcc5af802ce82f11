// A supervisor role is one of the policy's own: named midwife, safeguarding advisor for children. Who holds it, from which
// day, decides whom they may supervise. It is given by somebody else than its holder, so nobody makes himself a
// supervisor (SPEC 2.3, 5.2). It ends with a day; for a week after that was written the end can be taken back.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { londonDay, type Moment } from '../../../platform/time/moment.ts'
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

/** For how many days the end of a role can be taken back. */
const DAYS_TO_TAKE_BACK = 7

/** Whether a role may end with this day; the day before it began takes it away as if it had not been given. */
export function mayEndWith(held: Pick<Registration, 'from' | 'to'>, lastDay: Day): Decision {
  if (held.to !== null) return no('This role has a last day already. Take that back first.', 'lastDay')
  if (lastDay < addDays(held.from, -1)) return no('The last day must not be before the role began.', 'lastDay')
  return yes()
}

/** Whether the end of a role may be taken back: within a week, by somebody else than its holder, unless it was given again. */
export function mayReopen(
  role: Registration,
  what: { endedAt: Moment | null; held: readonly Registration[]; asker: PersonId; alone: boolean; today: Day },
): Decision {
  if (role.person === what.asker && !what.alone) return no('Ask somebody else to give you a supervisor role.')
  if (what.endedAt === null) return no('This role has no end that could be taken back.')
  if (what.today > addDays(londonDay(what.endedAt), DAYS_TO_TAKE_BACK))
    return no(`It ended more than ${DAYS_TO_TAKE_BACK} days ago. Give the role anew instead.`)
  const again = what.held.some(
    (one) =>
      one.kind === role.kind && one.body === role.body && one.registration !== role.registration && one.to === null,
  )
  return again ? no('This person was given the role again since.') : yes()
}
