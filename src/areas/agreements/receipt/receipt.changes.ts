// Making the receipt of an agreement for one of its parties (SPEC 4.2): from what lies in the database, after looking whether that
// is as it was signed. What was altered gets no receipt.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { publicKeys, type Signer, signerNow } from '../../records/index.ts'
import type { Agreement, AgreementId } from '../agreement/agreement.ts'
import { openAgreementText, type OpenedAgreement } from '../agreement/keeping.changes.ts'
import { findSignatures, type StoredSignature } from '../agreement/saving.store.ts'
import { findTampering } from '../signing/verification.changes.ts'
import type { Receipt, ReceiptKey, ReceiptSignature } from './receipt.ts'
import { sealedPdf, sealedText } from './sealing.changes.ts'

/** A receipt, and the ways to take it along, each under the organisation's seal. */
export type MadeReceipt = { readonly receipt: Receipt; readonly text: () => string; readonly pdf: () => Buffer }

/**
 * The receipt of a signed agreement as it stands now, for one of its parties; opening it leaves a line. No, with the reason,
 * before everybody has signed and when something was altered. Throws KeyMissing.
 */
export async function receiptOf(work: Work, id: AgreementId): Promise<Decision<MadeReceipt>> {
  const opened = await openAgreementText(work, id)
  if (!opened?.canonical || !opened.agreed || opened.agreement.from === null || opened.agreement.textHash === null)
    return no('There is a receipt as soon as everybody has signed')
  const [tampered] = await findTampering(work, opened.agreement, { opened })
  if (tampered !== undefined) return no(`No receipt can be given. ${tampered} Tell whoever runs the service`)
  const now = await signerNow(work, 'agreement seal')
  const signed = { text: opened.canonical, textHash: opened.agreement.textHash }
  const receipt = await receiptFrom(work, opened, { ...signed, now })
  return yes({ receipt, text: () => sealedText(receipt, now.sign), pdf: () => sealedPdf(receipt, now.sign) })
}

async function receiptFrom(
  work: Work,
  { agreement, agreed }: OpenedAgreement,
  { now, ...signed }: { readonly text: string; readonly textHash: string; readonly now: Signer },
): Promise<Receipt> {
  const older = (await publicKeys(work, 'agreement seal')).filter((key) => key.id !== now.id)
  const stored = (await findSignatures(work, agreement.id)).filter((one) => one.closing === agreement.closing)
  const used = [now, ...older.filter((key) => stored.some((one) => one.sealKey === key.id))]
  const names = new Map(agreed?.parties.map(({ person, name }) => [person, name]))
  return {
    ...signed,
    organisation: work.organisation,
    madeAt: work.moment,
    holds: { from: agreement.from, until: agreement.until, ended: endedOn(agreement) },
    closing: agreement.closing,
    signatures: stored.map((one) =>
      signatureOf(one, {
        name: names.get(one.person) ?? '',
        key: used.findIndex((key) => key.id === one.sealKey),
      }),
    ),
    keys: used.map(({ publicKey, fingerprint }): ReceiptKey => ({ publicKey, fingerprint })),
  }
}

/** Ended before its time by one of them, or by another that took its place. */
const endedOn = ({ state, endedOn, until }: Agreement) => endedOn ?? (state === 'replaced' ? until : null)

const signatureOf = (
  { person, as, typedName, at, means, seal }: StoredSignature,
  known: { readonly name: string; readonly key: number },
): ReceiptSignature => ({ ...known, person, as, typedName, at, means, seal: hexOf(seal) })

const hexOf = (base64: string): string => Buffer.from(base64, 'base64').toString('hex')
