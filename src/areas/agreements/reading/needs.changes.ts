// What waits for somebody among their agreements: a signature, an answer to a proposal, a first look. With the mails of the
// morning it is asked of everybody, so it looks at what is open and nothing else. Reads only.
import type { Need } from '../../../platform/area.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { findWaitingProposals } from '../adapting/proposal.store.ts'
import { type Agreement, unsigned } from '../agreement/agreement.ts'
import { findOpenAgreementsOf } from '../agreement/agreement.store.ts'
import { calledWithin, hrefOf, type NameOf } from '../agreement/agreement.view.ts'
import { type AgreementEvent, clearedBy } from '../agreement/history.ts'
import { findEvents, peopleOf } from '../agreement/saving.store.ts'

/** Why an agreement waits for the asker. */
export type Waiting = {
  readonly agreement: Agreement
  readonly why: 'sign' | 'answer' | 'look' | 'opened again'
  /** Who opened the text again after the asker had signed; null when nobody did. */
  readonly clearedBy: PersonId | null
}

/** Open agreements that wait for the asker, and why. The rules of a set that is still writing them wait on their own page. */
export async function findWaiting(work: Work): Promise<readonly Waiting[]> {
  const asker = work.asker.person
  const open = await findOpenAgreementsOf(work, asker)
  if (open.length === 0) return []
  const proposals = await findWaitingProposals(work)
  const waiting: Waiting[] = []
  for (const agreement of open) {
    const events = await findEvents(work, agreement.id)
    const why = whyWaiting(agreement, { asker, events, proposals: proposals.get(agreement.id) ?? 0 })
    if (why) waiting.push({ agreement, why, clearedBy: clearedBy(events).get(asker) ?? null })
  }
  return waiting
}

function whyWaiting(
  agreement: Agreement,
  { asker, events, proposals }: { asker: PersonId; events: readonly AgreementEvent[]; proposals: number },
): Waiting['why'] | null {
  if (agreement.state === 'signing') return unsigned(agreement).some((one) => one.person === asker) ? 'sign' : null
  if (agreement.kind === 'ground rules') return null
  if (proposals > 0) return 'answer'
  if (clearedBy(events).has(asker)) return 'opened again'
  return events.some((event) => event.by === asker) ? null : 'look'
}

/** The asker's needs among their agreements. */
export async function needsOfAgreements(work: Work): Promise<readonly Need[]> {
  const waiting = await findWaiting(work)
  const nameOf = await namerOf(
    work,
    waiting.map((one) => one.agreement),
  )
  return waiting.map((one) => needOf(one, work.asker.person, nameOf))
}

function needOf({ agreement, why, clearedBy: cleared }: Waiting, asker: PersonId, nameOf: NameOf): Need {
  const called = calledWithin(agreement, asker, nameOf)
  const href = hrefOf(agreement)
  const again = cleared ? `${nameOf(cleared)} opened the text again: what you signed before counts no longer.` : ''
  if (why === 'sign')
    return {
      urgency: 'soon',
      title: `Sign ${called}`,
      reason: again || 'The text is closed and waits for your signature. It takes a minute.',
      button: { label: 'Read and sign', href: `${href}/signature` },
    }
  if (why === 'answer') {
    const reason = 'A change to the text is proposed to you. Accept it or decline it.'
    return { urgency: 'soon', title: `Answer a proposal for ${called}`, reason, button: { label: 'Look at it', href } }
  }
  const look = `${nameOf(agreement.startedBy)} began it. Look at it, propose changes, or close it for signing.`
  return { urgency: 'soon', title: `Look at ${called}`, reason: again || look, button: { label: 'Look at it', href } }
}

/** Names of everybody in these agreements. */
export async function namerOf(work: Work, agreements: readonly Agreement[]): Promise<NameOf> {
  const names = await namesOf(work, agreements.flatMap(peopleOf))
  return (person) => names.get(person) ?? 'Somebody who is no longer here'
}
