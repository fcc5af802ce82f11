// Laying the organisation's seal over a receipt (SPEC 4.2, TRUST 5): over every character of the text, over every byte of the PDF.
import { hashOf } from '../../../platform/keys/sealing.ts'
import { makePdf } from '../../../platform/pdf/pdf.ts'
import { readCanonicalText } from '../text/reading-text.ts'
import { paperOf } from './paper.view.ts'
import { findSeal, textOfPdfSeal, withRoomForSeal, withSignature } from './pdf-seal.ts'
import { NO_SEAL, type Receipt, receiptText } from './receipt.ts'

/** Signs a text with the first of the receipt's keys; answers 128 hex letters. */
export type Signs = (text: string) => string

/** The receipt as plain text under its seal. */
export function sealedText(receipt: Receipt, sign: Signs): string {
  const text = receiptText(receipt)
  return text.replace(new RegExp(`${NO_SEAL}\\n$`), `${sign(text)}\n`)
}

/** The receipt as a PDF under its seal, the plain text inside. Throws when the text is none that this service writes. */
export function sealedPdf(receipt: Receipt, sign: Signs): Buffer {
  const agreed = readCanonicalText(receipt.text)
  const [key] = receipt.keys
  if (!agreed || !key) throw new Error('A receipt needs an exact text and a key')
  const pdf = makePdf(paperOf(receipt, { agreed, sealed: sealedText(receipt, sign) }))
  const open = withRoomForSeal(pdf, key.publicKey)
  const seal = open && findSeal(open)
  if (!open || !seal) throw new Error('The PDF has no place for a seal')
  return withSignature(open, seal.place, sign(textOfPdfSeal(hashOf(open))))
}
