// AES-256-GCM as TRUST 3 wants it: 12 random bytes of nonce, a tag of exactly 16 bytes (Node accepts 4 unless told),
// and the text bound to its place by associated data, so that a sealed text moved elsewhere does not open.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const options = { authTagLength: 16 }

/** nonce (12 bytes), tag (16 bytes), cipher text. */
export function seal(key: Buffer, place: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, key, nonce, options).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** The plain bytes; null when the key, the place or any byte is not the one it was sealed with. */
export function unseal(key: Buffer, place: string, sealed: Buffer): Buffer | null {
  if (sealed.length < 28) return null
  const cipher = createDecipheriv(algorithm, key, sealed.subarray(0, 12), options)
  cipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(12, 28))
  try {
    return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()])
  } catch {
    return null
  }
}

export const newKeyBytes = (): Buffer => randomBytes(32)

/** HMAC-SHA256, for the chain of the trail. */
export const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
