// Who may know of a request for advice (TRUST, "Who sees what"): whoever asked, and the desk. What was asked, and what was advised,
// opens by readers of its own, who are fewer.
import type { PersonId } from '../../../platform/ids.ts'
import { access } from '../../../platform/web/page.ts'
import type { Asker } from '../../../platform/work.ts'
import { leadRoles, safeguardingRoles } from '../../disclosure/index.ts'
import type { AdviceRequest, Doer } from './request.ts'

const hasOne = (roles: ReadonlySet<string>, wanted: readonly string[]): boolean =>
  wanted.some((role) => roles.has(role))

/** What a person may do at the desk, by their roles. */
export const doerWith = (person: PersonId, roles: ReadonlySet<string>): Doer => ({
  person,
  advises: hasOne(roles, safeguardingRoles),
  administers: roles.has('SPOA administrator'),
  leads: hasOne(roles, leadRoles),
})

/** The same for whoever asks. */
export const doerOf = (asker: Asker): Doer => doerWith(asker.person, asker.roles)

/** Whether somebody is of the desk. */
export const isAtDesk = (asker: Asker): boolean => {
  const { advises, administers } = doerOf(asker)
  return advises || administers
}

export const desk = access(
  'The desk: its administrators, and the safeguarding professionals who advise',
  isAtDesk,
  'not allowed',
)

export const peopleOfRequest = access<AdviceRequest>(
  'The person who asked, and the desk',
  (asker, request) => request.caller === asker.person || isAtDesk(asker),
)

export const callerOfRequest = access<AdviceRequest>(
  'The person who asked',
  (asker, request) => request.caller === asker.person,
)

export const withdrawersOfRequest = access<AdviceRequest>(
  'The person who asked; the desk, where they are not in the register',
  (asker, { caller }) => (caller === null ? isAtDesk(asker) : caller === asker.person),
)

export const deskOfRequest = access<AdviceRequest>(
  'The desk, but for the person who asked',
  (asker, request) => request.caller !== asker.person && isAtDesk(asker),
)

export const writersOfAdvice = access<AdviceRequest>(
  'Whoever has taken it or advised',
  (asker, { caller, has, adviser }) => caller !== asker.person && (has === asker.person || adviser === asker.person),
)

export const writersOfAccount = access<AdviceRequest>(
  'The person who asked; whoever advised them, where they are not in the register',
  (asker, { caller, adviser }) => (caller ?? adviser) === asker.person,
)

export const totalsOfDesk = access(
  'The desk, directors and auditors',
  (asker) => isAtDesk(asker) || asker.roles.has('director') || asker.roles.has('auditor'),
  'not allowed',
)
