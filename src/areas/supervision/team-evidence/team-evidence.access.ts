// Who sees the evidence that a team had its supervision (TRUST): the supervisor who writes it, and whoever led the team then.
import type { PersonId } from '../../../platform/ids.ts'
import { access } from '../../../platform/web/page.ts'
import type { StoredSession } from '../session/session.ts'

export type EvidenceSubject = {
  readonly session: StoredSession
  /** Those who may read the signed evidence. */
  readonly readers: ReadonlySet<PersonId>
}

export const readersOfEvidence = access<EvidenceSubject>(
  'The supervisor of the session, and the lead of the team to whom the evidence went',
  (asker, { session, readers }) => session.supervisor === asker.person || readers.has(asker.person),
)

export const writerOfEvidence = access<EvidenceSubject>(
  'The supervisor of the session',
  (asker, { session }) => session.supervisor === asker.person,
)
