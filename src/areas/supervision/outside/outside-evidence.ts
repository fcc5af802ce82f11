// Supervision held elsewhere, or known from paper (SPEC 5.9): the person says when, how long and with whom, and names a
// colleague who can vouch for it. Whether it counts before it is vouched for is for the policy to say.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addMonths, type Day } from '../../../platform/time/day.ts'

export type EvidenceId = Id<'evidence'>
export type OutsideState = 'asked' | 'vouched' | 'refused' | 'withdrawn'

export type OutsideEvidence = {
  readonly id: EvidenceId
  readonly person: PersonId
  readonly type: string
  readonly day: Day
  readonly minutes: number
  readonly format: 'one-to-one' | 'group'
  readonly remote: boolean
  readonly groupSize: number
  readonly supervisor: PersonId | null
  readonly voucher: PersonId
  readonly state: OutsideState
  readonly version: number
}

const OLDEST_MONTHS = 36

/** New evidence must be of a day that has been, not years ago, and somebody else must vouch for it. */
export function decideEvidence(evidence: OutsideEvidence, today: Day): Decision<OutsideEvidence> {
  if (evidence.day > today) return no('The day must be today or in the past', 'day')
  if (evidence.day < addMonths(today, -OLDEST_MONTHS)) return no('The day must be within the last 3 years', 'day')
  if (evidence.voucher === evidence.person) return no('Choose somebody else: nobody vouches for themselves', 'voucher')
  if (evidence.format === 'group' && evidence.groupSize < 2)
    return no('A group has at least 2 people in it', 'groupSize')
  return yes(evidence)
}

/** The named colleague's yes or no; refused for everybody else and a second time. */
export function vouch(evidence: OutsideEvidence, by: PersonId, isTrue: boolean): Decision<OutsideEvidence> {
  if (evidence.voucher !== by) return no('Only the person who was named can vouch for this')
  if (evidence.state !== 'asked') return no('This has been answered or withdrawn')
  return yes({ ...evidence, state: isTrue ? 'vouched' : 'refused', version: evidence.version + 1 })
}

/** Whoever recorded it may take it back while it waits. */
export function withdrawEvidence(evidence: OutsideEvidence, by: PersonId): Decision<OutsideEvidence> {
  if (evidence.person !== by) return no('Only the person who recorded this can take it back')
  if (evidence.state !== 'asked') return no('This has been answered already')
  return yes({ ...evidence, state: 'withdrawn', version: evidence.version + 1 })
}
