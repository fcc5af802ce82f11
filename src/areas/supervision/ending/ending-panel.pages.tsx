// Below the text of a contract between two: the way to end it, quietly, and to what came of an ending.
import type { Panel } from '../../../platform/area.ts'
import { type AgreementId, findAgreement, isOpen, isParty } from '../../agreements/index.ts'
import { findEndingOf } from './ending.store.ts'

export const endingPanel: Panel = {
  place: 'end of an agreement',
  order: 80,
  show: async (work, about) => {
    const agreement = await findAgreement(work, about as AgreementId)
    if (!agreement || !isParty(agreement, work.asker.person) || agreement.kind === 'ground rules') return null
    const ending = await findEndingOf(work, agreement.id)
    if (ending)
      return (
        <p>
          <a href={`/supervision/endings/${ending}`}>What follows from the ending</a>
        </p>
      )
    if (isOpen(agreement) || agreement.state !== 'signed' || (agreement.until ?? '') <= work.today) return null
    return (
      <p>
        <a href={`/agreements/${agreement.id}/ending`}>End this contract</a>
      </p>
    )
  },
}
