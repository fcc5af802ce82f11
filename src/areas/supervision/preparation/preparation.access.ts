// Who may prepare for a session, and who may look at what was prepared (SPEC 5.4, TRUST). What is written opens for its
// readers alone, whoever may open the page round it.
import { access } from '../../../platform/web/page.ts'
import type { SessionFacts } from '../session/session.ts'

export const supervisedInSession = access<SessionFacts>('The people supervised in this session', (asker, session) =>
  session.supervisees.includes(asker.person),
)
