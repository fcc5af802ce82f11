// AES-256-GCM as TRUST 3 wants it: 12 random bytes of nonce, a tag of exactly 16 bytes (Node accepts 4 unless told),
// and the text bound to its place by associated data, so that a sealed text moved elsewhere does not open.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'

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

/**
 * The same as `hmac` in hex, for a million texts: both halves of the key are laid out once (RFC 2104), and a text costs two
 * plain hashes, a fifth of what setting up an Hmac costs each time.
 */
export function hmacMaker(key: Buffer): (text: string) => string {
  if (key.length > block) throw new Error('A key longer than a block must be hashed first')
  let inner = padded(key, 0x36)
  const outer = Buffer.concat([padded(key, 0x5c), Buffer.alloc(32)])
  return (text) => {
    const most = block + text.length * 3
    if (inner.length < most) inner = Buffer.concat([inner.subarray(0, block), Buffer.alloc(most)])
    const length = inner.write(text, block)
    hash('sha256', inner.subarray(0, block + length), 'buffer').copy(outer, block)
    return hash('sha256', outer, 'hex')
  }
}

const block = 64
const padded = (key: Buffer, by: number): Buffer =>
  Buffer.concat([key, Buffer.alloc(block - key.length)]).map((byte) => byte ^ by) as Buffer

/** What a key may be known by without giving anything of it away: 256 random bits cannot be guessed from their hash. */
export const fingerprintOf = (key: Buffer): string => createHash('sha256').update('mcs key\n').update(key).digest('hex')

/** SHA-256 of what lies in the open: hex. */
export const hashOf = (text: string | Buffer): string => hash('sha256', text, 'hex')

/** An Ed25519 signature in base64; the 32 bytes of the key are the seed of the key pair (RFC 8032). */
export const signText = (key: Buffer, text: string): string =>
  sign(null, Buffer.from(text), privateKeyOf(key)).toString('base64')

/** Whether the signature is that of the text with the key pair of these 32 bytes, written as it was made to the last letter. */
export const isSignatureOf = (key: Buffer, text: string, signature: string): boolean => {
  const bytes = Buffer.from(signature, 'base64')
  if (bytes.toString('base64') !== signature) return false
  return verify(null, Buffer.from(text), createPublicKey(privateKeyOf(key)), bytes)
}

/** The public half as PEM, for whoever checks signatures elsewhere. */
export const publicKeyOf = (key: Buffer): string =>
  createPublicKey(privateKeyOf(key)).export({ type: 'spki', format: 'pem' }).toString()

/** The public half as 64 hex letters: what a receipt carries. */
export const publicKeyHexOf = (key: Buffer): string =>
  createPublicKey(privateKeyOf(key)).export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex')

/** What people compare of a public key in hex: the first half of its SHA-256, 32 hex letters. */
export const publicFingerprintOf = (publicKey: string): string =>
  hash('sha256', Buffer.from(publicKey, 'hex'), 'hex').slice(0, 32)

/** Whether a signature in hex is that of the text with a public key in hex. No for anything that is none of these. */
export function isSignedWith(publicKey: string, text: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false
  const key = readPublicKey(publicKey)
  return key !== null && verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'))
}

const readKeys = new Map<string, KeyObject | null>()

/** Reading a key costs half as much as checking a signature, and many receipts have one key. */
function readPublicKey(hex: string): KeyObject | null {
  const had = readKeys.get(hex)
  if (had !== undefined) return had
  if (readKeys.size >= 100) readKeys.clear()
  const key = keyOfBytes(Buffer.from(hex, 'hex'))
  readKeys.set(hex, key)
  return key
}

function keyOfBytes(bytes: Buffer): KeyObject | null {
  try {
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes])
    return createPublicKey({ key: der, format: 'der', type: 'spki' })
  } catch {
    return null
  }
}

/** PKCS #8 round a bare seed (RFC 8410): Node takes no other form of it. */
const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })
