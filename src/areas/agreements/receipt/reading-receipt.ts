// Reading a receipt from its own text (SPEC 4.2). It is taken for a receipt only when it is written to the letter as this
// service writes it, so that nothing can stand in it beside what is checked.
import { addDays, type Day, parseDay } from '../../../platform/time/day.ts'
import { type Moment, parseMoment } from '../../../platform/time/moment.ts'
import { NO_SEAL, type Receipt, type ReceiptKey, type ReceiptSignature, receiptText } from './receipt.ts'

export type ReadReceipt = {
  readonly receipt: Receipt
  /** The seal over all of it, in hex. */
  readonly seal: string
  /** What the seal is over: the receipt with noughts in the seal's place. */
  readonly sealed: string
}

/** The receipt and its seal; null when the text is not exactly one that this service writes. Nothing is verified yet. */
export function readReceipt(text: string): ReadReceipt | null {
  const seal = /\nSeal: ([0-9a-f]{128})\n$/.exec(text)?.[1]
  if (seal === undefined) return null
  const sealed = `${text.slice(0, -seal.length - 1)}${NO_SEAL}\n`
  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.startsWith('----- The text that was signed, '))
  const count = Number(/, (\d{1,6}) lines -----$/.exec(lines[start] ?? '')?.[1])
  if (start === -1 || !Number.isSafeInteger(count)) return null
  const [head, agreed, foot] = [
    lines.slice(0, start),
    lines.slice(start + 1, start + 1 + count),
    lines.slice(start + 2 + count),
  ]
  const receipt = receiptOfLines(head, `${agreed.join('\n')}\n`, foot)
  return receipt && receiptText(receipt) === sealed ? { receipt, seal, sealed } : null
}

function receiptOfLines(head: readonly string[], text: string, foot: readonly string[]): Receipt | null {
  const madeAt = momentIn(valueOf(head, 'Made'))
  const keys = keysIn(foot)
  const signatures = signaturesIn(foot)
  if (madeAt === null || signatures === null) return null
  const last = dayIn(valueOf(head, 'Last day'))
  return {
    organisation: valueOf(head, 'Organisation'),
    madeAt,
    holds: {
      from: dayIn(valueOf(head, 'In force from')),
      until: last && addDays(last, 1),
      ended: dayIn(valueOf(head, 'Ended on')),
    },
    text,
    textHash: hashIn(foot),
    closing: Number.parseInt(valueOf(head, 'Closed for signing'), 10),
    signatures,
    keys,
  }
}

function valueOf(lines: readonly string[], label: string): string {
  const start = `  ${label}: `
  return lines.find((line) => line.startsWith(start))?.slice(start.length) ?? ''
}

const inBrackets = (words: string): string => /\(([^()]+)\)$/.exec(words)?.[1] ?? ''
const momentIn = (words: string): Moment | null => parseMoment(inBrackets(words))
const dayIn = (words: string): Day | null => parseDay(inBrackets(words))

const partOf = (lines: readonly string[], from: string, to: string): readonly string[] =>
  lines.slice(lines.indexOf(from) + 1, lines.indexOf(to))

const hashIn = (foot: readonly string[]): string =>
  partOf(foot, 'Hash of the text (SHA-256)', 'The same in words, to read aloud').join('').replaceAll(' ', '')

const keysIn = (foot: readonly string[]): readonly ReceiptKey[] => {
  const lines = partOf(foot, 'Keys (Ed25519)', 'How to check it')
  return lines.flatMap((line, at) => {
    const fingerprint = /^ {2}\d+\. Fingerprint: ([0-9a-f ]+)$/.exec(line)?.[1]
    if (fingerprint === undefined) return []
    return [{ fingerprint: fingerprint.replaceAll(' ', ''), publicKey: valueOf(lines.slice(at, at + 2), 'Public key') }]
  })
}

function signaturesIn(foot: readonly string[]): readonly ReceiptSignature[] | null {
  const lines = partOf(foot, 'Signatures', 'Hash of the text (SHA-256)')
  const starts = lines.flatMap((line, at) => (/^ {2}\d+\. /.test(line) ? [at] : []))
  const found = starts.map((start) => signatureIn(lines.slice(start, start + 7)))
  return found.every((one) => one !== null) ? found : null
}

function signatureIn(lines: readonly string[]): ReceiptSignature | null {
  const [first = '', , , , , , last = ''] = lines
  const at = momentIn(valueOf(lines, 'Signed'))
  const sealed = /^ {2}Sealed with key (\d+): ([0-9a-f]{128})$/.exec(last)
  if (at === null || !sealed) return null
  return {
    name: first.replace(/^ {2}\d+\. /, ''),
    as: valueOf(lines, 'As'),
    typedName: valueOf(lines, 'Typed name'),
    at,
    means: valueOf(lines, 'Confirmed by'),
    person: valueOf(lines, 'Person'),
    seal: sealed[2] ?? '',
    key: Number(sealed[1]) - 1,
  }
}
