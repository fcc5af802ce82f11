// Finding the key to seal with. A key that the database knows of and whose file is missing, or is another one, is never
// made anew: nothing can be sealed until the file is put back (SPEC 12.2, TRUST 3).
import { type Key, keyFile, KeyMissing } from '../../../platform/keys/keyring.ts'
import { fingerprintOf, isSignatureOf, signText } from '../../../platform/keys/sealing.ts'
import type { Work } from '../../../platform/work.ts'
import type { SigningPurpose } from './rotation.ts'
import { addKey, findAllKeys, holdNewestKey, type KnownKey } from './key.store.ts'

/** The key that a purpose is sealed with now; the first one is made. Throws KeyMissing. */
export async function keyToSealWith(work: Work, purpose: string): Promise<Key> {
  const known = (await holdNewestKey(work, purpose)) ?? (await firstKey(work, purpose))
  return keyOf(work, purpose, known)
}

/** The key that lines of the trail are chained with. Throws KeyMissing. */
export const trailKeyOf = (work: Work): Promise<Key> => keyToSealWith(work, 'trail')

async function firstKey(work: Work, purpose: string): Promise<KnownKey> {
  const { id, bytes } = work.keys.make(work.organisation, purpose, '1')
  const first = { id, number: 1, fingerprint: fingerprintOf(bytes) }
  await addKey(work, purpose, first)
  return (await holdNewestKey(work, purpose)) ?? first
}

/** The key that the database's list means. Throws KeyMissing when its file is missing or holds another key. */
export function keyOf(work: Work, purpose: string, known: KnownKey): Key {
  const key = work.keys.find(work.organisation, purpose, known.id)
  const file = keyFile(work.organisation, purpose, known.id)
  if (!key) throw new KeyMissing(file)
  if (known.fingerprint !== null && known.fingerprint !== fingerprintOf(key.bytes)) {
    work.keys.forget(work.organisation, purpose, known.id)
    throw new KeyMissing(file, 'another key')
  }
  return key
}

/** The key files that the organisation needs and that are missing or hold another key. */
export async function findMissingKeys(work: Work): Promise<readonly string[]> {
  const missing: string[] = []
  for (const known of await findAllKeys(work)) {
    try {
      keyOf(work, known.purpose, known)
    } catch (fault) {
      if (!(fault instanceof KeyMissing)) throw fault
      missing.push(fault.file)
    }
  }
  return missing
}

/** A text signed by the organisation (Ed25519), with the id of the key. Throws KeyMissing. */
export async function signAsOrganisation(
  work: Work,
  purpose: SigningPurpose,
  { text }: { text: string },
): Promise<{ readonly signature: string; readonly key: string }> {
  const key = await keyToSealWith(work, purpose)
  return { signature: signText(key.bytes, text), key: key.id }
}

/** Whether the organisation signed exactly this text; no when the key is missing or another. */
export function isSignedByOrganisation(
  work: Work,
  purpose: SigningPurpose,
  { text, signature, key }: { text: string; signature: string; key: string },
): boolean {
  const found = work.keys.find(work.organisation, purpose, key)
  return found !== null && isSignatureOf(found.bytes, text, signature)
}
