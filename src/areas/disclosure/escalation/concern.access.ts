// Who may see a concern: it stands apart from the record, with readers of its own (SPEC 12.4).
import type { PersonId } from '../../../platform/ids.ts'
import { access } from '../../../platform/web/page.ts'
import { type Concern, isTold, stateOf } from './concern.ts'

/** A concern, and the leads who read it. */
export type ConcernSubject = { readonly concern: Concern; readonly leads: readonly PersonId[] }

export const readersOfConcern = access<ConcernSubject>(
  'The person who passed it on, and the safeguarding leads to whom it went',
  (asker, { concern, leads }) =>
    concern.raisedBy === asker.person || (leads.includes(asker.person) && stateOf(concern) !== 'taken back'),
)

export const toldOfConcern = access<ConcernSubject>(
  'Its readers; and the colleague it is about once told: that it was passed on, never its words',
  (asker, subject) =>
    readersOfConcern.may(asker, subject) ||
    (subject.concern.named === asker.person && isTold(subject.concern) && stateOf(subject.concern) !== 'taken back'),
)

export const namedInConcern = access<ConcernSubject>(
  'The colleague it is about, once told',
  (asker, { concern }) => concern.named === asker.person && isTold(concern) && stateOf(concern) !== 'taken back',
)
