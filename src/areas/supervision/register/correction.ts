// Putting the register of a peer review right after it was closed (SPEC 5.8): whoever facilitates puts somebody on it who was there, or
// takes somebody off who was not, with a reason in fixed words. It counts for them, or no longer, from then on; figures of a past day
// stay as they were. Whoever led it stays on, and so does at least one of those who came.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { PeerReview, Registered } from '../reviewing/review.ts'

export const reasonsOn = ['not entered', 'came late', 'wrong person'] as const
export const reasonsOff = ['was not there', 'entered by mistake', 'wrong person'] as const
export type CorrectionReason = (typeof reasonsOn)[number] | (typeof reasonsOff)[number]

export type Correction = {
  readonly person: PersonId
  /** Whether they are on the register from then on. */
  readonly nowOn: boolean
  readonly reason: CorrectionReason
  readonly by: PersonId
  readonly at: Moment
}

/** Whether the register may be put right; `invited`: whether the forum invites them, or they facilitate it. */
export function decideCorrection(
  review: PeerReview,
  register: readonly Registered[],
  { person, nowOn, invited }: { readonly person: PersonId; readonly nowOn: boolean; readonly invited: boolean },
): Decision {
  if (review.state !== 'held') return no('The register is put right once the peer review is closed')
  const here = register.filter((one) => one.stands === 'here' && one.person !== review.ledBy)
  const isOn = here.some((one) => one.person === person)
  if (person === review.ledBy) return no('Whoever led it was there', 'person')
  if (nowOn && isOn) return no('They are on the register already', 'person')
  if (nowOn && !invited) return no('Choose somebody whom the forum invites', 'person')
  if (!nowOn && !isOn) return no('They are not on the register', 'person')
  return nowOn || here.length > 1 ? yes() : no('Somebody beside whoever led it must stay on the register', 'person')
}
