// Who may see what a person brings to their work, and who enters it.
import { access, type Access } from '../../../platform/web/page.ts'
import { maySeeFacts, type PersonSubject } from '../register/register.access.ts'

/** Facts of training and registration: the person, their line manager, administrators. */
export const standingReaders: Access<PersonSubject> = access(
  'The person, their line manager and administrators',
  maySeeFacts,
  'not found',
)
