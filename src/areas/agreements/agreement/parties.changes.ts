// Other people in an agreement: somebody joins a set or leaves it (SPEC 4.5). The next agreement starts from the present text,
// between those who are there now; the earlier one holds until the next is signed, and whoever left reads nothing later.
import { type Decision, no } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { type Agreement, type AgreementId, isOpen, type Party } from './agreement.ts'
import { begin, withdrawAgreement } from './agreement.changes.ts'
import { findFollower, holdAgreement } from './agreement.store.ts'
import { openAgreementText, templateToday } from './keeping.changes.ts'

/**
 * Starts the next agreement with these parties, from the newest text of this one or of what is being written after it; what
 * is still open of it is given up. By somebody who is named in both: the facilitator of a set. Answers the next one's id.
 */
export async function changeParties(
  work: Work,
  id: AgreementId,
  { parties }: { parties: readonly Party[] },
): Promise<Decision<AgreementId>> {
  const earlier = await holdAgreement(work, id)
  if (!earlier) return no('There is no such agreement')
  const newest = isOpen(earlier) ? earlier : await newestAfter(work, earlier)
  if (newest.state === 'withdrawn') return no('It was given up. Start again')
  const opened = await openAgreementText(work, newest.id)
  if (!opened) return no('Only somebody who is named in it can agree it anew')
  const template = await templateToday(work, newest.template)
  if (!template) return no('The policy has this template no longer')
  if (isOpen(newest)) {
    const given = await withdrawAgreement(work, newest.id)
    if (!given.ok) return given
  }
  const follows = isOpen(newest) ? newest.follows : newest.id
  const about = newest.about ?? undefined
  return begin(work, template, { parties, about, follows: follows ?? undefined, text: opened.text })
}

async function newestAfter(work: Work, agreement: Agreement): Promise<Agreement> {
  const next = await findFollower(work, agreement.id)
  return next ? newestAfter(work, next) : agreement
}
