// Putting a closed register right: it counts for whoever was put on, and no longer for whoever was taken off; what was said is read by
// those who were there. The correction leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../../records/index.ts'
import { recountHeldMeeting } from '../holding/held-meeting.changes.ts'
import { findForum } from '../peer-review/forum.store.ts'
import { isInvitedTo } from '../peer-review/invited.changes.ts'
import { letReadNoLonger, letThoseHereRead, theReview } from '../reviewing/readers.changes.ts'
import { cameOf, type ReviewId } from '../reviewing/review.ts'
import { findRegister, lockReview, saveRegistered } from '../reviewing/review.store.ts'
import { type CorrectionReason, decideCorrection } from './correction.ts'
import { insertCorrection } from './correction.store.ts'

export type Corrected = {
  readonly person: PersonId
  readonly nowOn: boolean
  readonly reason: CorrectionReason
}

/** Puts somebody on a closed register, or takes them off it (SPEC 5.8); figures follow from now on. */
export async function correctRegister(work: Work, id: ReviewId, what: Corrected): Promise<Decision> {
  const review = await lockReview(work, id)
  const forum = review && (await findForum(work, review.forum))
  if (!review || !forum || review.ledBy === null) return no('The register is put right once the peer review is closed')
  const { person, nowOn } = what
  const register = await findRegister(work, id)
  const invited = forum.chairs.includes(person) || (nowOn && (await isInvitedTo(work, person, forum)))
  const known = register.some((one) => one.person === person)
  const decision = decideCorrection(review, register, { person, nowOn, invited: invited || known })
  if (!decision.ok) return decision
  await saveRegistered(work, id, { person, stands: nowOn ? 'here' : 'not coming' })
  await insertCorrection(work, id, { ...what, by: work.asker.person, at: work.moment })
  const came = cameOf(await findRegister(work, id), review.ledBy)
  if (review.session === null || !(await recountHeldMeeting(work, review.session, came)))
    return no('This peer review was changed meanwhile. Look at it again first')
  if (nowOn) await letThoseHereRead(work, review)
  else await letReadNoLonger(work, review, { person })
  writeTrail(work, { deed: 'peer review register put right', about: theReview(id), detail: { person, nowOn } })
  return yes()
}
