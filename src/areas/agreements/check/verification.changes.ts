// Checking a receipt from its own content alone (SPEC 4.2): no database, no key of the organisation's, no network. It lies apart
// from the rules because it reaches into the machine's cryptography.
import { isSignedWith, publicFingerprintOf } from '../../../platform/keys/sealing.ts'
import { hashOfText } from '../text/text-hash.changes.ts'
import { readCanonicalText } from '../text/reading-text.ts'
import { isPdf, openSealedPdf } from './sealed-pdf.changes.ts'
import { textOfSignature } from '../signing/signature-text.ts'
import { FIRST_LINE, type Receipt } from '../receipt/receipt.ts'
import { type ReadReceipt, readReceipt } from '../receipt/reading-receipt.ts'
import { altered, type Finding, largestReceipt, misfitOf, noReceipt } from './verification.ts'

/** What a file of a receipt, as plain text or PDF, turns out to be. Never throws, whatever the bytes. */
export function checkReceipt(bytes: Buffer): Finding {
  if (bytes.length > largestReceipt) return noReceipt('The file is far larger than any receipt')
  if (bytes.length === 0) return noReceipt('The file is empty')
  return isPdf(bytes) ? checkPdf(bytes) : checkText(bytes)
}

function checkPdf(bytes: Buffer): Finding {
  const opened = openSealedPdf(bytes)
  if (opened.outcome !== 'whole') return opened
  const finding = checkText(opened.receipt)
  if (finding.outcome !== 'whole') return altered('The receipt inside the PDF does not hold')
  if (finding.receipt.keys[0]?.publicKey !== opened.publicKey)
    return altered('The PDF and the receipt inside it were sealed with different keys')
  return finding
}

function checkText(bytes: Buffer): Finding {
  const text = textOf(bytes)
  const read = text === null ? null : readReceipt(text)
  if (text === null || read === null) return unread(bytes)
  const agreed = readCanonicalText(read.receipt.text)
  if (!agreed) return altered('The text that was signed is not written as this service writes it')
  const fault = faultOf(read, agreed.agreement) ?? misfitOf(read.receipt, agreed)
  return fault === null ? { outcome: 'whole', receipt: read.receipt, agreed } : altered(fault)
}

function faultOf({ receipt, seal, sealed }: ReadReceipt, agreement: string): string | null {
  const [first] = receipt.keys
  if (!first || receipt.keys.some((key) => publicFingerprintOf(key.publicKey) !== key.fingerprint))
    return 'A key and its fingerprint do not belong together'
  if (hashOfText(receipt.text) !== receipt.textHash) return 'The text is not the one that was signed'
  if (!isSignedWith(first.publicKey, sealed, seal)) return 'Something in it was changed: its seal does not fit any more'
  return faultOfSignatures(receipt, agreement)
}

function faultOfSignatures(receipt: Receipt, agreement: string): string | null {
  const { closing, textHash } = receipt
  for (const one of receipt.signatures) {
    const { publicKey = '' } = receipt.keys[one.key] ?? {}
    const words = textOfSignature({ id: agreement, closing }, { ...one, textHash })
    if (!isSignedWith(publicKey, words, one.seal)) return `The signature of ${one.name} does not fit this text`
  }
  return null
}

/** Says what is wrong with a file that does not read as a receipt, as helpfully as can be. */
function unread(bytes: Buffer): Finding {
  const text = bytes.toString('utf8')
  if (!text.includes(FIRST_LINE.slice(0, 30))) return noReceipt('This is no receipt of this service')
  const mended = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  if (mended !== text && readReceipt(mended) !== null)
    return altered(
      'Its line ends, or marks at its beginning, were changed, as some mail programs and editors do. Ask for the file again and do not open it in an editor before you check it',
    )
  return altered('It is not written as it was made: something was changed, added or left out')
}

function textOf(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text
  } catch {
    return null
  }
}
