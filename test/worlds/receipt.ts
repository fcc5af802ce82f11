// A receipt with a key of the test's own, as the service makes one, and whatever a forger would like to make of it.
import { readFileSync } from 'node:fs'
import { parse as parseYaml } from 'yaml'
import type { AgreedText } from '../../src/areas/agreements/text/canonical-text.ts'
import { agreedByBenAndAmina } from '../../src/areas/agreements/text/text.examples.ts'
import { canonicalText } from '../../src/areas/agreements/text/canonical-text.ts'
import { receiptOfBenAndAmina } from '../../src/areas/agreements/receipt/receipt.examples.ts'
import { sealedPdf, sealedText } from '../../src/areas/agreements/receipt/sealing.changes.ts'
import type { Receipt } from '../../src/areas/agreements/receipt/receipt.ts'
import { textOfSignature } from '../../src/areas/agreements/signing/signature-text.ts'
import type { PersonId } from '../../src/platform/ids.ts'
import { hashOf, newKeyBytes, publicFingerprintOf, publicKeyHexOf, signText } from '../../src/platform/keys/sealing.ts'
import { inForce } from './agreement.ts'
import type { supervisionWorld } from './supervision.ts'

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

/** A trust in which Ben and Amina have signed, the address of their receipt, and its downloads as bytes. */
export async function signedIn({ trust, service }: Awaited<ReturnType<typeof supervisionWorld>>) {
  const world = await trust()
  const id = await inForce(world.inside, { supervisee: world.ben, supervisor: world.amina })
  const at = `/agreements/${id}/receipt`
  const download = async (person: PersonId, url: string) => {
    const headers = { cookie: `visit=${service.openVisit(world.organisation, person)}`, host: 'localhost' }
    const answer = await service.http.inject({ method: 'GET', url, headers })
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload }
  }
  return { world, id, at, download }
}

/** Ben and Amina's contract with every clause of the shipped one, as long as people's own will be. */
export function receiptOfPack(): AgreedText {
  const pack = parseYaml(readFileSync('policy-packs/clinical-supervision.yaml', 'utf8')) as {
    agreements: { clauses: { party: string; heading: string; text: { text: string } | string; source: string }[] }[]
  }
  const clauses = pack.agreements[0]?.clauses ?? []
  return {
    ...agreedByBenAndAmina,
    clauses: clauses.map(({ party, heading, text, source }) => ({
      party,
      heading,
      text: typeof text === 'string' ? text : text.text,
      source,
      own: false,
    })),
  }
}
