// The seal of a PDF (SPEC 4.2): a comment of PDF's own syntax on a line of its own, just before the file says where its table
// lies. Readers pass over it, the file still ends as it must, and it covers every byte: what is signed names the hash of the whole
// file with noughts in the place of the signature.

const NOUGHTS = '0'.repeat(128)
const LAST = 'startxref'
const start = '%seal-of-this-receipt 1 '

/** The file with room for a seal; null when it does not end as a PDF ends. */
export function withRoomForSeal(pdf: Buffer, publicKey: string): Buffer | null {
  const at = pdf.lastIndexOf(LAST)
  if (at < 1 || pdf[at - 1] !== 0x0a || pdf.includes(start)) return null
  return Buffer.concat([pdf.subarray(0, at), Buffer.from(`${start}${publicKey} ${NOUGHTS}\n`), pdf.subarray(at)])
}

export type SealOfPdf = { readonly publicKey: string; readonly signature: string; readonly place: number }

/** Where the seal stands, whose it is, and what it says; null when there is not exactly one, or it is not where it belongs. */
export function findSeal(pdf: Buffer): SealOfPdf | null {
  const at = pdf.indexOf(start)
  if (at === -1 || pdf.indexOf(start, at + 1) !== -1) return null
  const line = pdf.subarray(at + start.length, at + start.length + 64 + 1 + 128 + 1 + LAST.length).toString('latin1')
  const [, publicKey, signature] = /^([0-9a-f]{64}) ([0-9a-f]{128})\nstartxref$/.exec(line) ?? []
  if (publicKey === undefined || signature === undefined) return null
  return { publicKey, signature, place: at + start.length + 64 + 1 }
}

/** The bytes with this signature in its place. */
export const withSignature = (pdf: Buffer, place: number, signature: string): Buffer =>
  Buffer.concat([pdf.subarray(0, place), Buffer.from(signature), pdf.subarray(place + signature.length)])

/** The bytes as they were when they were sealed: noughts in the signature's place. */
export const withoutSignature = (pdf: Buffer, place: number): Buffer => withSignature(pdf, place, NOUGHTS)

/** The exact words that are signed for a file of this hash. */
export const textOfPdfSeal = (hash: string): string => JSON.stringify(['receipt as a PDF, format 1', hash])
