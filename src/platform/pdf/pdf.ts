// PDFs by typst: tagged, to the letter of PDF/UA-1 (the compiler refuses what is not), with the fonts that come with it and Noto
// Sans, so that they look the same on every machine and nothing is fetched. The same document gives the same bytes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfDocument } from './document.ts'
import { template } from './template.ts'

/** Other scripts fall back to whatever else the machine has; a letter that nothing can draw is written as its number. */
const fonts = ['Noto Sans', 'Libertinus Serif', 'DejaVu Sans Mono', 'New Computer Modern']
const letters = ['DejaVu Sans Mono']
const hand = ['Libertinus Serif', 'Noto Sans']

/** No file is read while a document is drawn, so there is none to be found. */
const workspace = '/nonexistent'

let compiler: NodeCompiler | undefined

/** The document as PDF/UA-1. About ten milliseconds, and a tenth of a second once for the fonts. */
export function makePdf(document: PdfDocument): Buffer {
  compiler ??= startCompiler()
  try {
    return drawn(compiler, document, new Set())
  } finally {
    compiler.evictCache(10)
  }
}

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler')

/** Loaded when the first document is drawn: its fifty megabytes are none of the start's business. */
function startCompiler(): NodeCompiler {
  const find = createRequire(import.meta.url)
  const { NodeCompiler } = find('@myriaddreamin/typst-ts-node-compiler') as Typst
  const fontBlobs = ['400Regular', '700Bold'].map((name) =>
    readFileSync(find.resolve(`@expo-google-fonts/noto-sans/${name}/NotoSans_${name}.ttf`)),
  )
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })
}

/** Draws it; letters that no font has come back by name, and it is drawn once more with numbers in their places. */
function drawn(by: NodeCompiler, document: PdfDocument, without: ReadonlySet<string>): Buffer {
  const inputs = { document: JSON.stringify(dataOf(document, without)) }
  try {
    return by.pdf({ mainFileContent: template, inputs }, { pdfStandard: 'ua-1' })
  } catch (fault) {
    const missing = lettersIn(fault).filter((letter) => !without.has(letter))
    if (missing.length === 0) throw faultOf(fault)
    return drawn(by, document, new Set([...without, ...missing]))
  }
}

const wordsOfFault = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
const faultOf = (fault: unknown): Error => new Error(`The document could not be drawn: ${wordsOfFault(fault)}`)

/** Typst says: the text `"李"` could not be displayed, with its signs as Rust writes them. */
function lettersIn(fault: unknown): readonly string[] {
  const found = wordsOfFault(fault).matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gs)
  return [...found].flatMap(([, text = '']) => [
    ...text.replaceAll(/\\*u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  ])
}

function dataOf(document: PdfDocument, without: ReadonlySet<string>): unknown {
  const { title, author, foot, parts, attachment, madeAt } = document
  const made = [
    [0, 4],
    [5, 7],
    [8, 10],
    [11, 13],
    [14, 16],
    [17, 19],
  ].map(([from, to]) => Number(madeAt.slice(from, to)))
  const drawable = parts.map((part) =>
    part.kind === 'table' ? { ...part, columns: part.columns.map(columnOf) } : part,
  )
  const shown = numbered({ title, author, foot, parts: drawable }, without) as object
  return { ...shown, attachment, made, fonts, letters, hand }
}

const columnOf = <Column extends { readonly handwritten?: boolean }>(column: Column) => ({
  ...column,
  handwritten: column.handwritten === true,
})

/** Every text in a value with the letters of `without` as [U+6F22]. */
function numbered(value: unknown, without: ReadonlySet<string>): unknown {
  if (without.size === 0) return value
  if (typeof value === 'string') return [...value].map((one) => (without.has(one) ? numberOf(one) : one)).join('')
  if (Array.isArray(value)) return value.map((one) => numbered(one, without))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, numbered(one, without)]))
}

const numberOf = (letter: string): string =>
  `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
