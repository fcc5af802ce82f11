// Signing (SPEC 4.2, TRUST 5): by the asker for themselves, at the server's moment, under the hash of the text as it lies there
// closed, within five minutes of having said who they are. Each signature is sealed by the organisation's key. The last one
// that is needed puts the agreement in force and lets it take the place of the one it follows.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { readDuration } from '../../policy/index.ts'
import { isSignedByOrganisation, signAsOrganisation } from '../../records/index.ts'
import {
  type Agreement,
  type AgreementId,
  type Means,
  replace,
  sign,
  type Signature,
  unsigned,
  withSignature,
} from '../agreement/agreement.ts'
import { holdAgreement } from '../agreement/agreement.store.ts'
import { cutEarlier } from '../agreement/chain.changes.ts'
import { type Happened, keep, openTextOf } from '../agreement/keeping.changes.ts'
import { addSignature, peopleOf } from '../agreement/saving.store.ts'
import { type Length, termFrom } from '../agreement/term.ts'
import { hashOfText } from '../text/text-hash.changes.ts'
import { textOfSignature } from './signature-text.ts'

export type SigningNow = {
  readonly typedName: string
  /** Of the text that the signer had before them. */
  readonly textHash: string
  /** When the signer last confirmed who they are; null when they never did. */
  readonly freshAt: Moment | null
  readonly means?: Means
}

/** Signs an agreement as the asker. Refused for another, twice, before closing, under an old hash, with a stale sign-in. */
export async function signAgreement(work: Work, id: AgreementId, what: SigningNow): Promise<Decision<Agreement>> {
  const agreement = await holdAgreement(work, id)
  if (!agreement) return no('There is nothing to sign')
  const by = work.asker.person
  const name = (await namesOf(work, [by])).get(by) ?? work.asker.name
  const { means = 'password and code' } = what
  const decision = sign(agreement, { ...what, by, name, means }, work.moment)
  if (!decision.ok) return decision
  const opened = await openTextOf(work, agreement)
  if (!opened?.canonical || hashOfText(opened.canonical) !== agreement.textHash)
    return no('The text is not as it was closed. Nobody can sign it; tell whoever runs the service')
  const { signature, key } = await signAsOrganisation(work, 'agreement seal', {
    text: textOfSignature(agreement, decision.value),
  })
  const signed: Signature = { ...decision.value, seal: signature }
  await addSignature(work, agreement, { ...signed, confirmedAt: what.freshAt ?? work.moment, sealKey: key })
  const next = await withTerm(work, agreement, { signed, length: readDuration(opened.text.term) })
  const done = next.state === 'signed'
  const happened: Happened[] = [{ kind: 'signed' }, ...(done ? [{ kind: 'in force' } as const] : [])]
  const kept = await keep(work, next, { happened, deed: 'agreement signed' })
  if (done) await work.tell({ name: 'facts changed', people: peopleOf(agreement) })
  return kept
}

/** The term is that of the text that was signed, whatever the policy says by now. */
async function withTerm(
  work: Work,
  agreement: Agreement,
  { signed, length }: { signed: Signature; length: Length },
): Promise<Agreement> {
  const isLast = unsigned(agreement).length === 1
  const earlier = isLast && agreement.follows ? await holdAgreement(work, agreement.follows) : null
  const term = termFrom(work.today, length, earlier, agreement.parties)
  if (earlier?.state === 'signed')
    await keep(work, replace(earlier, term.from), { happened: [{ kind: 'replaced' }], deed: 'agreement replaced' })
  if (isLast)
    await cutEarlier(work, earlier?.state === 'ended' ? earlier.id : (earlier?.follows ?? null), { day: term.from })
  return withSignature(agreement, signed, term)
}

/** Whether a signature is as it was given: everything in it, under the organisation's seal. */
export const isSealed = (
  work: Work,
  agreement: Pick<Agreement, 'id' | 'closing'>,
  { signature }: { signature: Signature & { readonly sealKey: string } },
): boolean =>
  isSignedByOrganisation(work, 'agreement seal', {
    text: textOfSignature(agreement, signature),
    signature: signature.seal,
    key: signature.sealKey,
  })

/** The asker's own part in it, for pages: whether they may sign now. */
export const maySignNow = (work: Work, agreement: Agreement): Decision =>
  agreement.state === 'signing' && unsigned(agreement).some((party) => party.person === work.asker.person)
    ? yes()
    : no('There is nothing for you to sign here now')
