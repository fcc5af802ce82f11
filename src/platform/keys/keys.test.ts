import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fileShelf } from './checkpoint-shelf.ts'
import { fileKeyring, KeyMissing, memoryKeyring } from './keyring.ts'
import {
  fingerprintOf,
  hmac,
  hmacMaker,
  isSignatureOf,
  isSignedWith,
  newKeyBytes,
  publicFingerprintOf,
  publicKeyHexOf,
  publicKeyOf,
  seal,
  signText,
  unseal,
} from './sealing.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'mcs-keys-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}
const modeOf = (path: string) => statSync(path).mode & 0o777

describe('the keyring', () => {
  it('makes a key once, for its owner alone, with nothing half written beside it', () => {
    const path = folder()
    const first = fileKeyring(path).make('org', 'case discussion', '1')
    expect(fileKeyring(path).make('org', 'case discussion', '1')).toEqual(first)
    expect(readdirSync(join(path, 'org', 'case-discussion'))).toEqual(['1.key'])
    expect(modeOf(join(path, 'org', 'case-discussion', '1.key'))).toBe(0o600)
    expect(modeOf(join(path, 'org', 'case-discussion'))).toBe(0o700)
  })

  it('lists keys by number, and puts a retired one where it is not looked for', () => {
    const path = folder()
    const keyring = fileKeyring(path)
    for (const id of ['10', '2', '1']) keyring.make('org', 'note', id)
    keyring.retire('org', 'note', '1')
    expect(keyring.list('org', 'note')).toEqual(['2', '10'])
    expect(keyring.find('org', 'note', '1')).toBeNull()
    expect(existsSync(join(path, 'org', 'note', 'retired', '1.key'))).toBe(true)
    expect(memoryKeyring().list('org', 'note')).toEqual([])
  })

  it('takes no file for a key that is none, and never writes over it', () => {
    const path = folder()
    fileKeyring(path).make('org', 'note', '1')
    writeFileSync(join(path, 'org', 'note', '1.key'), 'half')
    expect(fileKeyring(path).find('org', 'note', '1')).toBeNull()
    expect(() => fileKeyring(path).make('org', 'note', '1')).toThrow(KeyMissing)
    expect(readFileSync(join(path, 'org', 'note', '1.key'), 'utf8')).toBe('half')
  })

  it('looks again at a file that was put right, once it is told to forget', () => {
    const path = folder()
    const keyring = fileKeyring(path)
    const key = keyring.make('org', 'note', '1')
    writeFileSync(join(path, 'org', 'note', '1.key'), 'ab'.repeat(32))
    expect(keyring.find('org', 'note', '1')).toEqual(key)
    keyring.forget('org', 'note', '1')
    expect(keyring.find('org', 'note', '1')).not.toEqual(key)
  })

  it('keeps names inside its folder', () => {
    const path = folder()
    fileKeyring(path).make('../../etc', '../x', '../1')
    expect(readdirSync(path)).toEqual(['------etc'])
  })
})

describe('sealing', () => {
  it('opens with its key and in its place alone, and with every byte as it was', () => {
    const [key, place] = [newKeyBytes(), 'here']
    const sealed = seal(key, place, Buffer.from('Weekly contact'))
    expect(unseal(key, place, sealed)?.toString()).toBe('Weekly contact')
    expect(unseal(newKeyBytes(), place, sealed)).toBeNull()
    expect(unseal(key, 'there', sealed)).toBeNull()
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(unseal(key, place, changed)).toBeNull()
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(unseal(key, place, sealed.subarray(0, length))).toBeNull()
  })

  it('makes the same HMAC quickly as slowly, for any text', () => {
    const key = newKeyBytes()
    const quick = hmacMaker(key)
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 500 }),
        (text) => quick(text) === hmac(key, text).toString('hex'),
      ),
    )
  })

  it('signs so that one byte or another key shows', () => {
    const key = newKeyBytes()
    const signature = signText(key, 'line 8')
    expect(isSignatureOf(key, 'line 8', signature)).toBe(true)
    expect(isSignatureOf(key, 'line 9', signature)).toBe(false)
    expect(isSignatureOf(newKeyBytes(), 'line 8', signature)).toBe(false)
    expect(publicKeyOf(key)).toMatch(/^-----BEGIN PUBLIC KEY-----/)
    expect(fingerprintOf(key)).not.toContain(key.toString('hex').slice(0, 8))
  })
})

describe('the shelf of checkpoints', () => {
  it('only ever adds, and starts a new line after one that was cut', () => {
    const path = folder()
    const shelf = fileShelf(join(path, 'elsewhere'))
    expect(shelf.lines('org')).toEqual([])
    shelf.add('org', '{"checkpoint":1}')
    appendFileSync(join(path, 'elsewhere', 'org.checkpoints'), '{"cut')
    shelf.add('org', '{"checkpoint":2}')
    expect(shelf.lines('org')).toEqual(['{"checkpoint":1}', '{"cut', '{"checkpoint":2}'])
    expect(modeOf(join(path, 'elsewhere', 'org.checkpoints'))).toBe(0o600)
  })
})

describe('a signature that is checked elsewhere', () => {
  it('holds with the public key alone, and with nothing but that', () => {
    const [key, other] = [newKeyBytes(), newKeyBytes()]
    const signature = Buffer.from(signText(key, 'receipt'), 'base64').toString('hex')
    const publicKey = publicKeyHexOf(key)
    expect(isSignedWith(publicKey, 'receipt', signature)).toBe(true)
    expect(isSignedWith(publicKey, 'receipt ', signature)).toBe(false)
    expect(isSignedWith(publicKeyHexOf(other), 'receipt', signature)).toBe(false)
    expect(publicFingerprintOf(publicKey)).toMatch(/^[0-9a-f]{32}$/)
    for (const wrong of ['', 'zz', '0'.repeat(64), 'f'.repeat(64), publicKey.toUpperCase()])
      expect(isSignedWith(wrong, 'receipt', signature)).toBe(wrong === publicKey)
    for (const wrong of ['', signature.slice(1), `${signature}0`, '0'.repeat(128), 'f'.repeat(128)])
      expect(isSignedWith(publicKey, 'receipt', wrong)).toBe(false)
  })
})
