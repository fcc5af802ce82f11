// On an agreement's own page: from when it can be renewed, and the way there once it can (SPEC 4.4).
import { LinkButton, type VNode } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { type AgreementId, isParty } from '../agreement/agreement.ts'
import { findAgreement } from '../agreement/agreement.store.ts'
import { type Renewal, renewalOf } from './renewal.changes.ts'

export const renewalPanel: Panel = {
  place: 'agreement',
  order: 1,
  show: async (work, about) => {
    const agreement = await findAgreement(work, about as AgreementId)
    if (agreement?.state !== 'signed' || !isParty(agreement, work.asker.person)) return null
    return panelOf(work, await renewalOf(work, agreement))
  },
}

function panelOf(work: Work, { agreement, step }: Renewal): VNode | null {
  const href = `/agreements/${agreement.id}/renewal`
  if (step.step === 'closed') return null
  if (step.step === 'not yet')
    return <p class="app-quiet">It can be renewed from {formatDay(step.opens)}. You will be reminded.</p>
  if (step.step === 'begun')
    return (
      <p>
        The next one has been begun. <a href={`/agreements/${step.next}`}>Go on with it</a>
      </p>
    )
  if (step.step === 'waiting')
    return (
      <p>
        You have looked back. <a href={href}>See how the renewal stands</a>
      </p>
    )
  const over = agreement.until !== null && agreement.until <= work.today
  return (
    <LinkButton href={href} variant={over ? undefined : 'secondary'}>
      {step.step === 'ready' ? 'Begin the new one' : 'Look back and renew'}
    </LinkButton>
  )
}
