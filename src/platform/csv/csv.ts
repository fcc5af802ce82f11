// Files of comma-separated values, read and written (RFC 4180). Reading works on bytes in one pass, because structure is
// plain ASCII in every encoding we take: about seven times as fast as a general parser, which the tests compare it with,
// and it can go on from any record's end, so a large file is read in short steps.
import { stringify } from 'csv-stringify/sync'

export type CsvEncoding = 'utf-8' | 'windows-1252'
export type CsvShape = { readonly encoding: CsvEncoding; readonly delimiter: string }

/** `line` is the line of the file, from 1, on which the record begins; `end` the byte after it. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[]; readonly end: number }

/** The file cannot be read from `line` on; the message says why, to the person who sent it. */
export class CsvFault extends Error {
  override name = 'CsvFault'
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

/** A record may be this long, in bytes, and have this many cells. */
export const longestRecord = 256 * 1024
export const mostCells = 500

/** The byte order mark's length, 0 when there is none. */
export const bomLength = (head: Uint8Array): number =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0

/** Whether a file is UTF-16, as some programs save "Unicode text". */
export const isUtf16 = (head: Uint8Array): boolean => head[0] === 0xff && head[1] === 0xfe

/** The delimiter that the first line uses most, outside quotation marks: comma, semicolon, tab or bar. */
export function guessDelimiter(head: Uint8Array): string {
  const line =
    Buffer.from(head)
      .toString('latin1')
      .replace(/"[^"]*"/g, '')
      .split(/[\r\n]/, 1)[0] ?? ''
  const counted = [',', ';', '\t', '|'].map((mark) => ({ mark, times: line.split(mark).length }))
  return counted.reduce((best, one) => (one.times > best.times ? one : best)).mark
}

/** Watches a file go by and tells, at its end, whether all of it was UTF-8. Otherwise it is read as Windows-1252. */
export function encodingWatcher(): { see: (bytes: Uint8Array) => void; encoding: () => CsvEncoding } {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let good = true
  const attempt = (deed: () => unknown) => {
    try {
      if (good) deed()
    } catch {
      good = false
    }
  }
  return {
    see: (bytes) => attempt(() => decoder.decode(bytes, { stream: true })),
    encoding: () => {
      attempt(() => decoder.decode())
      return good ? 'utf-8' : 'windows-1252'
    },
  }
}

/**
 * Reads records out of pieces of a file that follow each other. `push` answers the records that are whole by now;
 * `finish` the last one, when the file does not end with a line break. Empty lines are left out.
 */
export function csvReader(shape: CsvShape, start: { byte: number; line: number } = { byte: 0, line: 1 }) {
  const cellOf = decoderOf(shape.encoding)
  let rest = ''
  let at = { ...start }
  const read = (last: boolean): CsvRecord[] => {
    const taken = readRecords(rest, { delimiter: shape.delimiter, at, last, cellOf })
    rest = rest.slice(taken.length)
    at = taken.at
    if (rest.length > longestRecord) throw tooLong(at.line)
    return taken.records
  }
  return {
    push(piece: Uint8Array): CsvRecord[] {
      rest += Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1')
      return read(false)
    },
    finish: (): CsvRecord[] => read(true),
    /** Where the next record begins: a reader started there goes on. */
    place: () => ({ ...at }),
  }
}

const tooLong = (line: number): CsvFault =>
  new CsvFault(line, `The record on line ${line} does not end. A quotation mark may be missing its partner.`)

type Place = { byte: number; line: number }
type Taken = { records: CsvRecord[]; length: number; at: Place }
type Reading = { delimiter: string; at: Place; last: boolean; cellOf: (bytes: string) => string }

const [QUOTE, CR, LF] = [34, 13, 10]

/** As many whole records as the text holds. One character is one byte. */
function readRecords(text: string, reading: Reading): Taken {
  const records: CsvRecord[] = []
  let [from, line] = [0, reading.at.line]
  for (;;) {
    const record = readRecord(text, from, line, reading)
    if (!record) break
    const empty = record.cells.length === 1 && record.cells[0] === ''
    if (!empty) records.push({ line, cells: record.cells, end: reading.at.byte + record.end })
    from = record.end
    line = record.nextLine
  }
  return { records, length: from, at: { byte: reading.at.byte + from, line } }
}

type RawRecord = { cells: string[]; end: number; nextLine: number }

/** One record from `from` on; null when its end is not in the text yet. */
function readRecord(text: string, from: number, line: number, reading: Reading): RawRecord | null {
  const mark = reading.delimiter.charCodeAt(0)
  const cells: string[] = []
  let [at, lines] = [from, line]
  if (at >= text.length) return null
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const quoted = readQuoted(text, at + 1)
      if (!quoted) return unended(reading, line)
      lines += newLinesIn(quoted.text)
      cells.push(reading.cellOf(quoted.text))
      at = quoted.end
      // What stands between the closing quotation mark and the delimiter belongs to the cell, as spreadsheets read it.
      const after = endOfPlain(text, at, mark)
      if (after > at) cells.push(cells.pop() + reading.cellOf(text.slice(at, after)).trimEnd())
      at = after
    } else {
      const end = endOfPlain(text, at, mark)
      cells.push(reading.cellOf(text.slice(at, end)))
      at = end
    }
    if (cells.length > mostCells) throw new CsvFault(line, `Line ${line} has more than ${mostCells} columns.`)
    if (at >= text.length) return reading.last ? { cells, end: at, nextLine: lines } : null
    const code = text.charCodeAt(at)
    if (code === mark) {
      at += 1
      continue
    }
    if (code === CR && at + 1 >= text.length && !reading.last) return null
    at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1
    return { cells, end: at, nextLine: lines + 1 }
  }
}

function unended(reading: Reading, line: number): null {
  if (reading.last) throw tooLong(line)
  return null
}

function endOfPlain(text: string, from: number, mark: number): number {
  let at = from
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === mark || code === LF || code === CR) break
  }
  return at
}

/** The text between quotation marks, doubled ones undone, and the place after the closing one. */
function readQuoted(text: string, from: number): { text: string; end: number } | null {
  let found = ''
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    found += text.slice(at, quote)
    if (text.charCodeAt(quote + 1) !== QUOTE) return { text: found, end: quote + 1 }
    found += '"'
    at = quote + 2
  }
}

function newLinesIn(text: string): number {
  let lines = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines += 1
  }
  return lines
}

// Bytes that UTF-8 does not know become U+FFFD, which the caller can refuse by name.
function decoderOf(encoding: CsvEncoding): (bytes: string) => string {
  const decoder = new TextDecoder(encoding)
  const plain = /^[\x00-\x7f]*$/
  return (bytes) => (plain.test(bytes) ? bytes : decoder.decode(Buffer.from(bytes, 'latin1')))
}

/** UTF-8 with a byte order mark, CRLF, and no cell that a spreadsheet would run as a formula (TRUST 9). */
export const writeCsv = (headings: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify([headings, ...rows] as (string | number | null)[][], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
