// Whom the policy lets facilitate a set; asks, and changes nothing.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { registrationsOf } from '../../people/index.ts'
import { policyOn, sameWord } from '../../policy/index.ts'
import { possibleSupervisors } from '../../supervision/index.ts'
import { facilitatorRoles } from './set-terms.view.ts'

/** Everybody who may facilitate a kind of set today. */
export const facilitatorsOf = async (work: Work, type: string): Promise<ReadonlySet<PersonId>> =>
  new Set(await possibleSupervisors(work, type, { day: work.today }))

/**
 * Whether the asker holds a supervisor role that the policy names for facilitating sets: for what they are shown. Whether
 * they may facilitate a set is decided by `facilitatorsOf`.
 */
export async function isFacilitator(work: Work): Promise<boolean> {
  const held = (await registrationsOf(work, work.asker.person)).filter(
    (one) => one.kind === 'supervisor role' && one.from <= work.today && (one.to === null || one.to >= work.today),
  )
  if (held.length === 0) return false
  const roles = facilitatorRoles(await policyOn(work))?.map(sameWord)
  return roles === undefined || held.some((one) => roles.includes(sameWord(one.body)))
}
