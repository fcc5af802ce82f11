// A receipt with a key of the test's own, as the service makes one, and whatever a forger would like to make of it.
import { agreedByBenAndAmina } from '../../src/areas/agreements/text/text.examples.ts'
import { canonicalText } from '../../src/areas/agreements/text/canonical-text.ts'
import { receiptOfBenAndAmina } from '../../src/areas/agreements/receipt/receipt.examples.ts'
import { sealedPdf, sealedText } from '../../src/areas/agreements/receipt/sealing.changes.ts'
import type { Receipt } from '../../src/areas/agreements/receipt/receipt.ts'
import { textOfSignature } from '../../src/areas/agreements/signing/signature-text.ts'
import { hashOf, newKeyBytes, publicFingerprintOf, publicKeyHexOf, signText } from '../../src/platform/keys/sealing.ts'

export const signedWith = (key: Buffer) => (text: string) => Buffer.from(signText(key, text), 'base64').toString('hex')

/** A key, the receipt of Ben and Amina under it, and ways to seal that or a changed one. */
export function receiptWorld({ key = newKeyBytes(), agreed = agreedByBenAndAmina } = {}) {
  const text = canonicalText(agreed)
  const textHash = hashOf(text)
  const publicKey = publicKeyHexOf(key)
  const sign = signedWith(key)
  const keys = [{ publicKey, fingerprint: publicFingerprintOf(publicKey) }]
  const receipt = receiptOfBenAndAmina({ text, textHash, keys }, (one) =>
    sign(textOfSignature({ id: agreed.agreement, closing: 1 }, { ...one, textHash })),
  )
  return {
    key,
    receipt,
    sign,
    text: (change: Partial<Receipt> = {}) => sealedText({ ...receipt, ...change }, sign),
    pdf: (change: Partial<Receipt> = {}) => sealedPdf({ ...receipt, ...change }, sign),
  }
}
