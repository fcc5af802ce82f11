// Taking a file out of a PDF that this service made, by the few lines of PDF that it is written with. For PDFs whose seal was
// found whole first: this reads no PDF of other makers.
import { inflateSync } from 'node:zlib'

const mostBytes = 4 * 1024 * 1024
const mark = '/Type /EmbeddedFile\n'

/** The bytes of the attached file; null when there is not exactly one, or it does not open. */
export function attachmentIn(pdf: Buffer): Buffer | null {
  const at = pdf.indexOf(mark)
  if (at === -1 || pdf.indexOf(mark, at + 1) !== -1) return null
  const head = pdf.subarray(pdf.lastIndexOf(' obj\n', at), pdf.indexOf('stream\n', at)).toString('latin1')
  const length = Number(/\/Length (\d+)\n/.exec(head)?.[1])
  const start = pdf.indexOf('stream\n', at) + 'stream\n'.length
  if (!Number.isSafeInteger(length) || start + length > pdf.length) return null
  const bytes = pdf.subarray(start, start + length)
  if (!head.includes('/Filter /FlateDecode\n')) return Buffer.from(bytes)
  try {
    return inflateSync(bytes, { maxOutputLength: mostBytes })
  } catch {
    return null
  }
}
