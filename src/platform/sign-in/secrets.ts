// Secrets of the front door: tokens are kept as hashes, the secret of one-time codes is sealed, and what strangers
// typed is only kept as a keyed hash. The keys come from outside the database.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Keyring } from '../keys/keyring.ts'

/** Derived once at the start from the installation's key for the front door (32 bytes or more). */
export type DoorKeys = { readonly seal: Buffer; readonly hash: Buffer }

export function doorKeys(key: Buffer): DoorKeys {
  if (key.length < 32) throw new Error('The key of the front door must have 32 bytes or more.')
  const derived = (info: string) => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), info, 32))
  return { seal: derived('mcs sign-in seal 1'), hash: derived('mcs sign-in hash 1') }
}

/** Tokens have 256 random bits, so a plain hash is enough to find them by and useless to whoever steals a copy. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** For short or personal texts (an e-mail, an address, a recovery code): worth nothing without the key. */
export const hashText = (keys: DoorKeys, kind: string, text: string): Buffer =>
  createHmac('sha256', keys.hash).update(`${kind}\n${text}`).digest()

const version = 1
const nonceLength = 12
const tagLength = 16

/** Sealed so that it opens for this account only: moved to another row it is refused. */
export function sealSecret(keys: DoorKeys, account: string, secret: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(`account|${account}|code|${version}`))
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), text])
}

/** Throws when the key is another one or the row was tampered with. */
export function openSecret(keys: DoorKeys, account: string, sealed: Buffer): string {
  if (sealed[0] !== version) throw new Error('A code secret has a form that this version does not know.')
  const nonce = sealed.subarray(1, 1 + nonceLength)
  const tag = sealed.subarray(1 + nonceLength, 1 + nonceLength + tagLength)
  const decipher = createDecipheriv('aes-256-gcm', keys.seal, nonce, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(`account|${account}|code|${version}`))
  decipher.setAuthTag(tag)
  const text = sealed.subarray(1 + nonceLength + tagLength)
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
}

/** The front door's keys of an installation; made when there are none yet. */
export function doorKeysOf(keyring: Keyring): DoorKeys {
  return doorKeys(keyring.make('installation', 'front-door', '1').bytes)
}
