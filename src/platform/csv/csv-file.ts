// A CSV file on disk: what it looks like, and its bytes in pieces. UTF-16 becomes UTF-8 on the way in.
import { createReadStream } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import { bomLength, type CsvEncoding, CsvFault, csvReader, encodingWatcher, guessDelimiter, isUtf16 } from './csv.ts'
import { no, yes, type Decision } from '../decision.ts'

export const pieceLength = 1024 * 1024

export type CsvFileLook = {
  readonly bytes: number
  readonly encoding: CsvEncoding
  readonly delimiter: string
  readonly headings: readonly string[]
  /** Where the first row after the headings begins. */
  readonly rowsFrom: { readonly byte: number; readonly line: number }
}

/** Looks through a file: its encoding (all of it is read), delimiter and headings. Refuses what is not CSV, in words. */
export async function lookAtCsv(path: string): Promise<Decision<CsvFileLook>> {
  try {
    return await lookThrough(path)
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
    if (['ENOENT', 'EACCES', 'EISDIR'].includes(code)) return no(`The file cannot be read (${code}).`)
    throw fault
  }
}

async function lookThrough(path: string): Promise<Decision<CsvFileLook>> {
  const watcher = encodingWatcher()
  let head: Buffer = Buffer.alloc(0)
  let bytes = 0
  for await (const piece of csvPieces(path)) {
    if (bytes === 0) head = piece
    bytes += piece.length
    watcher.see(piece)
  }
  const refused = refusalOf(head)
  if (refused) return no(refused)
  return headOf(head, bytes, watcher.encoding())
}

function refusalOf(head: Buffer): string | null {
  if (head.length === 0) return 'The file is empty.'
  if (head[0] === 0x50 && head[1] === 0x4b) return 'This is a spreadsheet. Save it as CSV (UTF-8) and send that file.'
  if (head[0] === 0x25 && head[1] === 0x50) return 'This is a PDF. Send a CSV file.'
  return head.subarray(0, 4096).includes(0) ? 'This is not a text file. Send a CSV file.' : null
}

function headOf(head: Buffer, bytes: number, encoding: CsvEncoding): Decision<CsvFileLook> {
  const bom = bomLength(head)
  const delimiter = guessDelimiter(head.subarray(bom, bom + 65_536))
  try {
    const reader = csvReader({ encoding, delimiter }, { byte: bom, line: 1 })
    const records = [...reader.push(head.subarray(bom)), ...(head.length === bytes ? reader.finish() : [])]
    const [first, second] = records
    if (!first) return no('The file is empty.')
    if (!second && head.length === bytes) return no('The file has headings but no rows.')
    const rowsFrom = { byte: first.end, line: second?.line ?? 2 }
    // Empty lines between the headings and the first row are read again, and left out again.
    const gap = head.subarray(first.end).findIndex((byte) => byte !== 10 && byte !== 13)
    return yes({
      bytes,
      encoding,
      delimiter,
      headings: first.cells,
      rowsFrom: { ...rowsFrom, byte: first.end + Math.max(gap, 0) },
    })
  } catch (fault) {
    if (fault instanceof CsvFault) return no(fault.message)
    throw fault
  }
}

/** The file's bytes in pieces of `pieceLength`, the last one shorter. */
export async function* csvPieces(path: string): AsyncGenerator<Buffer> {
  const head = await firstBytes(path)
  let waiting: Buffer[] = []
  let length = 0
  for await (const chunk of isUtf16(head) ? utf8From(path) : createReadStream(path)) {
    let rest = chunk as Buffer
    while (length + rest.length >= pieceLength) {
      const taken = pieceLength - length
      yield Buffer.concat([...waiting, rest.subarray(0, taken)])
      rest = rest.subarray(taken)
      waiting = []
      length = 0
    }
    waiting.push(rest)
    length += rest.length
  }
  if (length > 0) yield Buffer.concat(waiting)
}

async function firstBytes(path: string): Promise<Buffer> {
  for await (const chunk of createReadStream(path, { end: 3 })) return chunk as Buffer
  return Buffer.alloc(0)
}

function utf8From(path: string): Transform {
  const decoder = new TextDecoder('utf-16le')
  const turned = new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, Buffer.from(decoder.decode(chunk, { stream: true }))),
  })
  // A fault of the file surfaces to whoever reads from `turned`.
  void pipeline(createReadStream(path), turned).catch(() => undefined)
  return turned
}

/** Bytes as a file in a scratch place of its own, for what is made in the program and read as a file; answers its path. */
export async function scratchFile(bytes: Buffer | string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'mcs-file-')), 'file.csv')
  await writeFile(path, bytes)
  return path
}
