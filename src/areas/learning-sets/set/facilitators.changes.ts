// Whom the policy lets facilitate a set; asks, and changes nothing.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn, sameWord } from '../../policy/index.ts'
import { possibleSupervisors } from '../../supervision/index.ts'
import { facilitatorRoles } from './set-terms.view.ts'

/** Everybody who may facilitate a kind of set today. */
export const facilitatorsOf = async (work: Work, type: string): Promise<ReadonlySet<PersonId>> =>
  new Set(await possibleSupervisors(work, type, { day: work.today }))

/**
 * Whether one of the supervisor roles that somebody holds is among those that the policy names for facilitating sets: for
 * what they are shown. Whether they may facilitate a set is decided by `facilitatorsOf`.
 */
export async function mayBeFacilitator(work: Work, held: readonly string[]): Promise<boolean> {
  if (held.length === 0) return false
  const roles = facilitatorRoles(await policyOn(work))?.map(sameWord)
  return roles === undefined || held.some((one) => roles.includes(sameWord(one)))
}
