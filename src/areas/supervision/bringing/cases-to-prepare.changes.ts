// The cases of the asker's list, as far as preparing for a session has to know them.
import type { Work } from '../../../platform/work.ts'
import type { CaseToPrepare } from '../preparation/preparation.ts'
import type { PreparationOf } from '../preparation/preparation.changes.ts'

/** Every open case of one's own: whether it comes, what is asked about it, and what is written so far. */
export async function casesToPrepare(work: Work, of: PreparationOf): Promise<readonly CaseToPrepare[]> {
  return of.terms.preparation.cases === 'no' || work.asker.person === of.session.supervisor ? [] : []
}
