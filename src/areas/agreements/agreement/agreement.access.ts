// Who may see an agreement's page: its parties (TRUST). Managers and others see that one holds and until when, on pages of their own.
import { access } from '../../../platform/web/page.ts'
import { type Agreement, isParty } from './agreement.ts'

/** Everybody who is named in it, and nobody else; to others it was never there. */
export const partiesOfAgreement = access<Agreement>('The people named in the agreement', (asker, agreement) =>
  isParty(agreement, asker.person),
)
