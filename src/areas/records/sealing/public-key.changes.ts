// The public halves of the keys that an organisation signs with: what somebody else checks its signatures by.
import { publicFingerprintOf, publicKeyHexOf, publicKeyOf, signText } from '../../../platform/keys/sealing.ts'
import { KeyMissing } from '../../../platform/keys/keyring.ts'
import type { Work } from '../../../platform/work.ts'
import { keyOf, keyToSealWith } from './key.changes.ts'
import { findKeys } from './key.store.ts'
import type { SigningPurpose } from './rotation.ts'

/** A public key in hex, and what people compare of it: 32 hex letters. */
export type PublicKey = { readonly id: string; readonly publicKey: string; readonly fingerprint: string }

/** A key to sign many texts with; `sign` answers 128 hex letters. */
export type Signer = PublicKey & { readonly sign: (text: string) => string }

/** The key that the organisation signs with now; it stays that until the work ends. Throws KeyMissing. */
export async function signerNow(work: Work, purpose: SigningPurpose): Promise<Signer> {
  const key = await keyToSealWith(work, purpose)
  // Beside the checkpoints, for whoever checks a receipt with tools of their own.
  work.checkpoints.publish(work.organisation, `${purpose.replaceAll(' ', '-')}.${key.id}`, publicKeyOf(key.bytes))
  const sign = (text: string) => Buffer.from(signText(key.bytes, text), 'base64').toString('hex')
  return { ...publicOf(key), sign }
}

/** Every key that the organisation ever signed with, oldest first; those whose file is missing are left out. */
export async function publicKeys(work: Work, purpose: SigningPurpose): Promise<readonly PublicKey[]> {
  const known = await findKeys(work, purpose)
  return known.flatMap((one) => {
    try {
      return [publicOf(keyOf(work, purpose, one))]
    } catch (fault) {
      if (fault instanceof KeyMissing) return []
      throw fault
    }
  })
}

function publicOf({ id, bytes }: { readonly id: string; readonly bytes: Buffer }): PublicKey {
  const publicKey = publicKeyHexOf(bytes)
  return { id, publicKey, fingerprint: publicFingerprintOf(publicKey) }
}
