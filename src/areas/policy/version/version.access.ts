// Who may read and who may change policy.
import { access } from '../../../platform/web/page.ts'
import { approverRoles } from './version.ts'

/** Policy is for everybody to read (SPEC 1.5); drafts are for those who look after it. */
export const policyKeepers = access(
  'Administrators, directors, named and designated professionals',
  (asker) => asker.roles.has('administrator') || approverRoles.some((role) => asker.roles.has(role)),
  'not allowed',
)

export const policyReaders = access('Anyone signed in to this organisation', () => true, 'not allowed')
