// Who may open the page of a case's discussion (TRUST): the supervisor who writes it, the holder who brought the case, and whoever
// was let in to read the signed record: those present in a group, and cover. For everybody else it is not there.
import type { Id, PersonId } from '../../../platform/ids.ts'
import { access } from '../../../platform/web/page.ts'
import type { StoredSession } from '../session/session.ts'

export type DiscussionSubject = {
  readonly session: StoredSession
  readonly caseId: Id<'case'>
  readonly holder: PersonId
  /** Those who may read the signed record now. */
  readonly readers: ReadonlySet<PersonId>
}

export const readersOfDiscussion = access<DiscussionSubject>(
  'The supervisor of the session, the holder of the case, and those who may read its record',
  (asker, { session, holder, readers }) =>
    session.supervisor === asker.person || holder === asker.person || readers.has(asker.person),
)

export const supervisorOfDiscussion = access<DiscussionSubject>(
  'The supervisor of the session',
  (asker, { session }) => session.supervisor === asker.person,
)

export const holderOfDiscussion = access<DiscussionSubject>(
  'The holder of the case',
  (asker, { holder }) => holder === asker.person,
)
