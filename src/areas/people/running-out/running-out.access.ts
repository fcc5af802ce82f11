// Who may see whose registrations end: administrators, safeguarding leads for those who supervise, managers for their staff.
import { access } from '../../../platform/web/page.ts'
import type { Asker } from '../../../platform/work.ts'
import { isAdministrator } from '../register/register.access.ts'
import type { Scope } from './running-out.ts'

const leads = ['named professional', 'designated professional'] as const

/** What somebody may see of it, the widest first. */
export const scopesOf = (asker: Asker): readonly Scope[] => [
  ...(isAdministrator(asker) ? (['everyone'] as const) : []),
  ...(leads.some((role) => asker.roles.has(role)) ? (['supervisors'] as const) : []),
  ...(asker.standing.has('line manager') ? (['team'] as const) : []),
]

export const endReaders = access<unknown>(
  'Administrators, line managers for those they manage, and safeguarding leads for those who supervise',
  (asker) => scopesOf(asker).length > 0,
  'not allowed',
)
