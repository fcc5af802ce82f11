// Opening a sealed PDF: its seal first, over every byte, then the receipt that is attached to it.
import { hashOf, isSignedWith } from '../../../platform/keys/sealing.ts'
import { attachmentIn } from '../../../platform/pdf/attachment.ts'
import { findSeal, textOfPdfSeal, withoutSignature } from '../receipt/pdf-seal.ts'
import { ATTACHMENT } from '../receipt/receipt.ts'
import { altered, type Finding, noReceipt } from './verification.ts'

/** Whether the bytes say of themselves that they are a PDF. */
export const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString('latin1') === '%PDF-'

type Opened = { readonly outcome: 'whole'; readonly publicKey: string; readonly receipt: Buffer }

/** The receipt inside a PDF whose seal holds, and the key that sealed it; else what is wrong. */
export function openSealedPdf(pdf: Buffer): Opened | Exclude<Finding, { outcome: 'whole' }> {
  const seal = findSeal(pdf)
  if (!seal) {
    const was = pdf.includes('%seal-of-this-receipt') || pdf.includes(ATTACHMENT)
    return was
      ? altered('Its seal is gone, cut or doubled. Printing or saving a PDF anew takes the seal away')
      : noReceipt('This PDF is no receipt of this service')
  }
  const sealed = textOfPdfSeal(hashOf(withoutSignature(pdf, seal.place)))
  if (!isSignedWith(seal.publicKey, sealed, seal.signature))
    return altered('Something in the PDF was changed: its seal does not fit any more')
  const receipt = attachmentIn(pdf)
  if (!receipt) return altered('There is no receipt in the PDF')
  return { outcome: 'whole', publicKey: seal.publicKey, receipt }
}
