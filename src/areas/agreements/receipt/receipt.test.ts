import { describe, expect, it } from 'vitest'
import { receiptWorld, signedWith } from '../../../../test/worlds/receipt.ts'
import { newKeyBytes, publicFingerprintOf, publicKeyHexOf } from '../../../platform/keys/sealing.ts'
import { moment } from '../../../platform/time/moment.ts'
import { canonicalText } from '../text/canonical-text.ts'
import { agreedByBenAndAmina } from '../text/text.examples.ts'
import { readReceipt } from './reading-receipt.ts'
import { sealedPdf, sealedText } from './sealing.changes.ts'
import { checkReceipt } from '../check/verification.changes.ts'

const world = receiptWorld()
const outcomeOf = (file: string | Buffer) => checkReceipt(Buffer.from(file)).outcome
const whyOf = (file: string | Buffer) => {
  const found = checkReceipt(Buffer.from(file))
  return found.outcome === 'whole' ? '' : found.why
}

describe('a receipt as plain text', () => {
  it('is whole as it was made, and tells who signed what and when', () => {
    const found = checkReceipt(Buffer.from(world.text()))
    if (found.outcome !== 'whole') throw new Error(found.why)
    expect(found.receipt).toEqual(world.receipt)
    expect(found.agreed.title).toBe('Clinical supervision contract')
    expect(readReceipt(world.text())?.receipt).toEqual(world.receipt)
  })

  it('is whole for an agreement without an end, one that was ended, and one signed by many', () => {
    expect(outcomeOf(world.text({ holds: { from: null, until: null, ended: null } }))).toBe('whole')
    const { from, until } = world.receipt.holds
    expect(outcomeOf(world.text({ holds: { from, until, ended: until } }))).toBe('whole')
  })

  it('fails with a character changed, left out or doubled, anywhere that is tried', () => {
    const text = world.text()
    for (let at = 0; at < text.length; at += 13) {
      const other = text[at] === 'x' ? 'y' : 'x'
      expect(outcomeOf(text.slice(0, at) + other + text.slice(at + 1))).not.toBe('whole')
      if (at % 3 === 0) expect(outcomeOf(text.slice(0, at) + text.slice(at + 1))).not.toBe('whole')
      if (at % 3 === 1) expect(outcomeOf(text.slice(0, at) + text[at] + text.slice(at))).not.toBe('whole')
    }
  })

  it('fails with anything before or after it, and says when only line ends were changed', () => {
    const text = world.text()
    for (const forged of [`${text}\n`, ` ${text}`, `${text}${text}`, text.trimEnd(), `\uFEFF${text}`])
      expect(outcomeOf(forged)).toBe('altered')
    expect(whyOf(text.replaceAll('\n', '\r\n'))).toContain('line ends')
    expect(outcomeOf(Buffer.from(text.replace('Ben', 'B\u00e9n'), 'latin1'))).toBe('altered')
  })

  it('takes nothing else for a receipt, whatever the bytes', () => {
    for (const other of [
      '',
      'hello',
      '\u0000'.repeat(99),
      '%PDF-',
      '%PDF-1.7\n%%EOF',
      'PK\u0003\u0004',
      'x'.repeat(3_000_000),
    ])
      expect(outcomeOf(other)).toBe('no receipt')
  })
})

describe('a forger with a key of their own', () => {
  const mine = newKeyBytes()
  const publicKey = publicKeyHexOf(mine)
  const myKey = { publicKey, fingerprint: publicFingerprintOf(publicKey) }

  it('cannot seal anew what others signed without their key showing beside mine', () => {
    const { receipt } = world
    const forged = { ...receipt, keys: [myKey, ...receipt.keys] }
    expect(whyOf(sealedText(forged, signedWith(mine)))).toContain('signature of Ben Carter')
    const shifted = { ...forged, signatures: receipt.signatures.map((one) => ({ ...one, key: 1 })) }
    const found = checkReceipt(Buffer.from(sealedText(shifted, signedWith(mine))))
    // It holds by itself, so it names the forger's key first: the fingerprint is not the organisation's.
    expect(found.outcome === 'whole' && found.receipt.keys[0]).toEqual(myKey)
  })

  it('cannot borrow a fingerprint, a hash or a name', () => {
    const { receipt } = world
    const theirs = receipt.keys[0]?.fingerprint ?? ''
    const borrowed = sealedText({ ...receipt, keys: [{ publicKey, fingerprint: theirs }] }, signedWith(mine))
    expect(whyOf(borrowed)).toContain('fingerprint')
    const text = canonicalText({ ...agreedByBenAndAmina, term: '99 months' })
    expect(whyOf(world.text({ text }))).toContain('not the one that was signed')
    const renamed = receipt.signatures.map((one) => ({ ...one, name: 'Somebody Else' }))
    expect(whyOf(world.text({ signatures: renamed }))).toContain('named otherwise')
  })

  it('cannot leave a signature away, double it, move it to another text or date it back', () => {
    const { signatures } = world.receipt
    const [first, second] = signatures
    if (!first || !second) throw new Error('Two signed')
    expect(whyOf(world.text({ signatures: [first] }))).toContain('all the people')
    expect(whyOf(world.text({ signatures: [first, first] }))).toContain('signed already')
    const earlier = { ...first, at: moment('2026-02-03T14:30:00Z') }
    expect(whyOf(world.text({ signatures: [earlier, second] }))).toContain('signature of Ben Carter')
    expect(whyOf(world.text({ closing: 2 }))).toContain('signature of Ben Carter')
    expect(whyOf(world.text({ madeAt: moment('2027-02-03T20:00:00Z') }))).toContain('later than the receipt')
  })
})

describe('a receipt as a PDF', () => {
  it('is whole as it was made', () => {
    expect(outcomeOf(world.pdf())).toBe('whole')
  })

  it('fails with a byte changed, left out or added, anywhere that is tried', () => {
    const pdf = world.pdf()
    const places = Array.from({ length: pdf.length }, (_, at) => at).filter(
      (at) => at % 211 === 0 || at > pdf.length - 400,
    )
    for (const at of places) {
      const changed = Buffer.from(pdf)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(outcomeOf(changed)).not.toBe('whole')
    }
    for (const at of places.filter((_, index) => index % 9 === 0)) {
      expect(outcomeOf(Buffer.concat([pdf.subarray(0, at), pdf.subarray(at + 1)]))).not.toBe('whole')
      expect(outcomeOf(Buffer.concat([pdf.subarray(0, at), Buffer.from('\n'), pdf.subarray(at)]))).not.toBe('whole')
    }
    expect(outcomeOf(Buffer.concat([pdf, Buffer.from('\n')]))).toBe('altered')
  })

  it('fails when its seal is moved, doubled, taken away or borrowed', () => {
    const pdf = world.pdf().toString('latin1')
    const line = /%seal-of-this-receipt .*\n/.exec(pdf)?.[0] ?? ''
    const bare = pdf.replace(line, '')
    const other = world.pdf({ madeAt: moment('2027-02-05T09:00:00Z') }).toString('latin1')
    const borrowed = /%seal-of-this-receipt .*\n/.exec(other)?.[0] ?? ''
    const forgeries = [bare, bare + line, line + bare, pdf.replace(line, line + line), pdf.replace(line, borrowed)]
    for (const forged of forgeries) expect(outcomeOf(Buffer.from(forged, 'latin1'))).not.toBe('whole')
  })

  it('fails when another receipt was put inside, or the two were sealed with different keys', () => {
    const mine = newKeyBytes()
    const publicKey = publicKeyHexOf(mine)
    const keys = [{ publicKey, fingerprint: publicFingerprintOf(publicKey) }, ...world.receipt.keys]
    const signatures = world.receipt.signatures.map((one) => ({ ...one, key: 1 }))
    const forged = sealedPdf({ ...world.receipt, keys, signatures }, signedWith(newKeyBytes()))
    expect(outcomeOf(forged)).toBe('altered')
  })
})
