// A case of one's own on its way to a session (SPEC 6.1): brought, left out with a reason, or not decided on yet. It is called
// by its reference, and by initials where there are any.
import type { Case } from '../case/case.ts'

/** A case of one's own, open on the list, with what stands for this session. */
export type OwnCase = {
  readonly opened: Case
  readonly choice: 'brought' | 'left out' | 'undecided'
  /** Why it was left out; '' otherwise. */
  readonly why: string
}

/** How a case is called on a page: its reference, and initials where there are any. */
export const calledCase = ({ reference, initials }: Pick<Case, 'reference' | 'initials'>): string =>
  initials.trim() === '' ? `case ${reference}` : `case ${reference} (${initials})`
