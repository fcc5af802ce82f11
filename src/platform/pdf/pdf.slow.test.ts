import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { askPaperTool } from '../../../test/paper-tools.ts'
import { moment } from '../time/moment.ts'
import { attachmentIn } from './attachment.ts'
import type { PdfDocument, PdfPart } from './document.ts'
import { makePdf } from './pdf.ts'

const documentOf = (parts: readonly PdfPart[], more: Partial<PdfDocument> = {}): PdfDocument => ({
  title: 'A paper',
  author: 'Northgate Community Trust',
  madeAt: moment('2027-02-04T09:12:30Z'),
  foot: 'A foot',
  parts: [{ kind: 'heading', level: 1, text: 'A paper' }, ...parts],
  attachment: null,
  ...more,
})

function fileOf(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'mcs-paper-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'a.pdf')
  writeFileSync(path, pdf)
  return path
}

const plain = (...texts: string[]): PdfPart => ({ kind: 'words', look: 'plain', texts })
const dense = (text: string): string => text.replaceAll(/\s/g, '')
const textOf = (pdf: Buffer): string => dense(askPaperTool('pdftotext', ['-raw', fileOf(pdf), '-']))

describe('a PDF of this service, as other programs see it', () => {
  it('is tagged, says its language and title, and has headings and a table with header cells', () => {
    const pdf = makePdf(
      documentOf([
        { kind: 'heading', level: 2, text: 'Signatures' },
        {
          kind: 'table',
          columns: [
            { heading: 'Name', share: 1 },
            { heading: 'Signed', share: 1 },
          ],
          rows: [['Ben', 'today']],
        },
      ]),
    )
    const path = fileOf(pdf)
    expect(askPaperTool('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors')
    const info = askPaperTool('pdfinfo', [path])
    expect(info).toMatch(/Title: +A paper/)
    expect(info).toMatch(/Tagged: +yes/)
    expect(info).toMatch(/JavaScript: +no/)
    const structure = askPaperTool('pdfinfo', ['-struct-text', path])
    expect(dense(structure)).toMatch(
      /H1.*"Apaper".*H2.*"Signatures".*Table.*THead.*TH.*"Name".*"Signed".*TBody.*TD.*"Ben"/,
    )
    expect(structure.match(/\/Scope \/Column/g)).toHaveLength(2)
    const laidOpen = askPaperTool('qpdf', ['--qdf', '--object-streams=disable', path, '-'])
    expect(laidOpen).toMatch(/\/Lang \(en-GB\)/i)
    expect(laidOpen).toContain('pdfuaid:part>1<')
  })

  it('takes the words of people for words, whatever signs stand in them', () => {
    const attacks = [
      '#panic("x")',
      '#import "/etc/passwd": *',
      '#read("/etc/passwd")',
      '*bold* _slanted_ $x^2$ @name <label> `raw` ~ --- // gone /* gone */ \\ end',
      ']}) #let x = 1',
      '"}, {"kind": "heading", "level": 2, "text": "forged',
      '= Forged heading',
      '\\u{41} \\n \\" <script>alert(1)</script> (Tj) endstream endobj %%EOF',
    ]
    const text = textOf(makePdf(documentOf(attacks.map((attack) => plain(attack)))))
    for (const attack of attacks) expect(text).toContain(dense(attack))
  })

  it('keeps names of any script, and writes as a number what no font can draw', () => {
    const names = [
      'Zoë Ní Bhriain',
      'Nguyễn Thị Ánh',
      'Łukasz Żółć',
      'Ελένη Παπαδοπούλου',
      'Ольга Щербакова',
      'offline fi',
    ]
    const text = textOf(makePdf(documentOf([plain(...names)])))
    for (const name of names) expect(text).toContain(dense(name))
    const others = ['李小龙', 'محمد', 'आदित्य', 'שרה', 'ஆதி', '👩\u200D⚕️', '\u{10FFFD}', '\u0378"\\']
    const drawn = makePdf(documentOf([plain(...others)], { title: `Of ${others.join(' ')}` }))
    expect(askPaperTool('qpdf', ['--check', fileOf(drawn)])).toContain('No syntax or stream encoding errors')
    expect(textOf(drawn)).toContain('[U+10FFFD]')
  })

  it('holds an attached file as it was given, and the same document has the same bytes', () => {
    const text = 'Line one\nLine two ∞\n'
    const document = documentOf([], {
      attachment: { name: 'receipt.txt', description: 'Plain text', type: 'text/plain', text },
    })
    const pdf = makePdf(document)
    expect(attachmentIn(pdf)?.toString()).toBe(text)
    expect(askPaperTool('pdfdetach', ['-list', fileOf(pdf)])).toContain('receipt.txt')
    expect(makePdf(document).equals(pdf)).toBe(true)
    expect(attachmentIn(makePdf(documentOf([])))).toBeNull()
  })

  it('takes long documents and long words', () => {
    const pdf = makePdf(documentOf([plain(...Array.from({ length: 400 }, (_, at) => `Line ${at}`), 'x'.repeat(400))]))
    expect(Number(/Pages: +(\d+)/.exec(askPaperTool('pdfinfo', [fileOf(pdf)]))?.[1])).toBeGreaterThan(5)
  })
})
