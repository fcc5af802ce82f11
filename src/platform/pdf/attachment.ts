// Taking a file out of a PDF that this service made, by the few lines of PDF that it is written with. For PDFs whose seal was
// found whole first: this reads no PDF of other makers.
import { inflateSync } from 'node:zlib'

const mostBytes = 4 * 1024 * 1024

/** The bytes of the attached file; null when there is not exactly one, or it does not open. */
export function attachmentIn(pdf: Buffer): Buffer | null {
  const text = pdf.toString('latin1')
  const found = [
    ...text.matchAll(/<<(?:[^<>]|<<[^<>]*>>)*\/Type\s*\/EmbeddedFile(?:[^<>]|<<[^<>]*>>)*>>\s*stream\r?\n/g),
  ]
  const [only] = found
  if (!only || found.length !== 1) return null
  const length = Number(/\/Length\s+(\d+)/.exec(only[0])?.[1])
  const start = only.index + only[0].length
  const bytes = pdf.subarray(start, start + length)
  if (!/\/Filter\s*\/FlateDecode/.test(only[0])) return Buffer.from(bytes)
  try {
    return inflateSync(bytes, { maxOutputLength: mostBytes })
  } catch {
    return null
  }
}
