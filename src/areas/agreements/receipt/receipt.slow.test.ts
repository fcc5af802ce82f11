import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { askPaperTool } from '../../../../test/paper-tools.ts'
import { receiptWorld } from '../../../../test/worlds/receipt.ts'
import type { AgreedText } from '../text/canonical-text.ts'
import { spokenHash } from '../text/spoken-hash.ts'
import { agreedByBenAndAmina } from '../text/text.examples.ts'
import { checkReceipt } from '../check/verification.changes.ts'

const world = receiptWorld()
const isWhole = (file: Buffer) => checkReceipt(file).outcome === 'whole'
const dense = (text: string) => text.replaceAll(/\s/g, '')

function fileOf(pdf: Buffer): { path: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mcs-receipt-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'receipt.pdf')
  writeFileSync(path, pdf)
  return { path, folder }
}

/** A4 without the foot of the page, in points: what is read in one piece. */
const bodyOnly = ['-x', '0', '-y', '0', '-W', '596', '-H', '780']

// Somebody's worst case: many clauses, long words, paragraphs, signs that mean something elsewhere.
const long: AgreedText = {
  ...agreedByBenAndAmina,
  title: 'Ground “rules” of #set *7* — office & fi/fl',
  clauses: Array.from({ length: 40 }, (_, at) => ({
    party: at % 2 === 0 ? 'both' : 'supervisee',
    heading: at % 5 === 0 ? null : `Heading ${at} with – dashes, “quotes” and 1/2`,
    text: `First line ${at}.\nSecond line: ${'antidisestablishmentarianism-'.repeat(9)}\n\nAnother paragraph, £5 & 20%.`,
    source: at % 3 === 0 ? null : `S1 both ${at}`,
    own: at % 3 === 0,
  })),
}

describe('every single character and byte of a receipt', () => {
  it('counts in the plain text', () => {
    const text = Buffer.from(world.text())
    expect(isWhole(text)).toBe(true)
    for (let at = 0; at < text.length; at += 1) {
      for (const bit of [1, 32]) {
        const changed = Buffer.from(text)
        changed[at] = (changed[at] ?? 0) ^ bit
        expect(isWhole(changed)).toBe(false)
      }
    }
  }, 120_000)

  it('counts in the PDF', () => {
    const pdf = world.pdf()
    expect(isWhole(pdf)).toBe(true)
    for (let at = 0; at < pdf.length; at += 1) {
      pdf[at] = (pdf[at] ?? 0) ^ 1
      if (isWhole(pdf)) throw new Error(`Byte ${at} does not count`)
      pdf[at] = (pdf[at] ?? 0) ^ 1
    }
    expect(isWhole(pdf)).toBe(true)
  }, 120_000)
})

describe('a receipt as other programs see it', () => {
  it.each([
    ['a short one', agreedByBenAndAmina],
    ['a long one', long],
  ])('%s reads out the exact text, in one piece and in order', (_, agreed) => {
    const { pdf, receipt } = receiptWorld({ agreed })
    const { path } = fileOf(pdf())
    expect(dense(askPaperTool('pdftotext', ['-raw', ...bodyOnly, path, '-']))).toContain(dense(receipt.text))
  })

  it('passes qpdf, is tagged with language, title and headings, and its table has header cells', () => {
    const { path } = fileOf(world.pdf())
    expect(askPaperTool('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors')
    expect(askPaperTool('pdfinfo', [path])).toMatch(/Title: +Clinical supervision contract: receipt[\s\S]*Tagged: +yes/)
    const structure = dense(askPaperTool('pdfinfo', ['-struct-text', path]))
    expect(structure).toMatch(/H1"Clinicalsupervisioncontract".*H2"Between".*H2"Whatweagree".*H3"1.Wemeetregularly"/)
    expect(structure).toMatch(
      /H2"Signatures".*Table.*THead.*"Name".*"As".*"Nameastyped".*"Signed".*"Confirmedby".*TBody/,
    )
    expect(structure.match(/\/Scope\/Column/g)).toHaveLength(5)
    for (const word of spokenHash(world.receipt.textHash).join(' ').split(' ')) expect(structure).toContain(word)
  })

  it('carries the plain receipt, and loses its seal when another program saves it anew', () => {
    const { path, folder } = fileOf(world.pdf())
    const inside = join(folder, 'inside.txt')
    askPaperTool('pdfdetach', ['-save', '1', '-o', inside, path])
    expect(isWhole(readFileSync(inside))).toBe(true)
    expect(readFileSync(inside, 'utf8')).toBe(world.text())
    const again = join(folder, 'again.pdf')
    askPaperTool('qpdf', [path, again])
    expect(checkReceipt(readFileSync(again))).toEqual({
      outcome: 'altered',
      why: expect.stringContaining('saving a PDF anew') as string,
    })
  })
})
