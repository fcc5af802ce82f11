// Who may see a request to open a record in need, and do what with it (SPEC 12.4). The rules about roles, lines and time are
// asked besides, each with its reason.
import type { PersonId } from '../../../platform/ids.ts'
import { access } from '../../../platform/web/page.ts'
import type { NamedRecord } from '../../supervision/index.ts'
import { safeguardingRoles } from '../lead.ts'
import { type Glass, isTold } from './glass.ts'

/** A request with the record it is about, and those who read its reason: all who could be the second person. */
export type GlassSubject = {
  readonly glass: Glass
  readonly named: NamedRecord
  readonly seconds: readonly PersonId[]
}

const holdsRole = (asker: { roles: ReadonlySet<string> }): boolean =>
  safeguardingRoles.some((role) => asker.roles.has(role))

export const safeguardingStaff = access(
  'Safeguarding advisors, senior advisors, named and designated professionals',
  holdsRole,
  'not allowed',
)

export const askerOfGlass = access<GlassSubject>(
  'The safeguarding colleague who asked for it',
  (asker, { glass }) => glass.askedBy === asker.person && holdsRole(asker),
)

export const secondsOfGlass = access<GlassSubject>(
  'Safeguarding colleagues who could be the second person or review it',
  (asker, { glass, seconds }) => seconds.includes(asker.person) && glass.askedBy !== asker.person && holdsRole(asker),
)

export const readersOfGlass = access<GlassSubject>(
  'Whoever asked, those who could be the second person or review it, and those concerned once told',
  (asker, subject) =>
    askerOfGlass.may(asker, subject) || secondsOfGlass.may(asker, subject) || isConcerned(asker.person, subject),
)

/** Those of the session and the writer, once they have been told. */
export const isConcerned = (person: PersonId, { glass, named }: GlassSubject): boolean =>
  isTold(glass) && (named.supervisor === person || named.writer === person || named.supervisees.includes(person))
