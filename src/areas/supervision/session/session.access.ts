// Who may see a session: the people of it (TRUST). Managers, leads and auditors see facts on pages of their own, never this one.
import { access } from '../../../platform/web/page.ts'
import { isInvolved, type SessionFacts } from './session.ts'

export const peopleOfSession = access<SessionFacts>(
  'The supervisor and the people supervised in this session',
  (asker, session) => isInvolved(session, asker.person),
)

export const supervisorOfSession = access<SessionFacts>(
  'The supervisor of this session',
  (asker, session) => session.supervisor === asker.person,
)
