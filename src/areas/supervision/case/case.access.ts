// Who may see a case (TRUST): whoever holds it, whom they let in, the colleague it is offered to, and whoever held it before,
// for what they wrote up to the day it was handed over. Managers, leads and auditors have no page of it.
import type { PersonId } from '../../../platform/ids.ts'
import { access } from '../../../platform/web/page.ts'
import type { CaseFacts } from './case.ts'

/** A case and the people it is anything to. */
export type CaseAround = {
  readonly facts: CaseFacts
  readonly readers: readonly PersonId[]
  readonly holdersBefore: readonly PersonId[]
}

export const readersOfCase = access<CaseAround>(
  'The holder of the case, whomever they let in, and whoever held it before',
  (asker, { facts, readers, holdersBefore }) =>
    facts.holder === asker.person || readers.includes(asker.person) || holdersBefore.includes(asker.person),
)

/** Whoever held it before is let through to be told that it has moved, with everything they typed. */
export const holderOfCase = access<CaseAround>(
  'The holder of the case; whoever held it before is told that it has moved',
  (asker, { facts, holdersBefore }) => facts.holder === asker.person || holdersBefore.includes(asker.person),
)
