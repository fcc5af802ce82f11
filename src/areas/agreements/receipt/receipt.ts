// The receipt of a signed agreement (SPEC 4.2): the exact text, who signed it and when, each signature with its own seal, the
// hash in letters and words, and the keys to check it all with. It needs no database: it is made of what stands in it. Its last
// line is a seal over every character before and after it. The form never changes once a receipt is out; another has a number.
import { addDays, type Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { plainLine } from '../text/plain-lines.ts'
import { groupedHash, spokenHash } from '../text/spoken-hash.ts'

export type Receipt = {
  /** The organisation's id: whose keys these are. */
  readonly organisation: string
  /** When this receipt was made, and how the agreement stood then. */
  readonly madeAt: Moment
  readonly holds: Holding
  /** The exact text (`canonicalText`), and its SHA-256 in hex. */
  readonly text: string
  readonly textHash: string
  /** For which closing of the text the signatures were given. */
  readonly closing: number
  readonly signatures: readonly ReceiptSignature[]
  /** Every key that sealed something in here; the first sealed the receipt itself. */
  readonly keys: readonly ReceiptKey[]
}

/** `until` is the first day on which it no longer holds; null when no end is set. `ended` says that it was ended before that. */
export type Holding = { readonly from: Day | null; readonly until: Day | null; readonly ended: Day | null }

export type ReceiptSignature = {
  readonly person: string
  /** The name that the person had then, and the name as it was typed. */
  readonly name: string
  readonly as: string
  readonly typedName: string
  readonly at: Moment
  /** How the person showed who they are: 'password and code'. */
  readonly means: string
  /** The Ed25519 signature of `textOfSignature` (signing/) in hex, and its key's place in `keys`. */
  readonly seal: string
  readonly key: number
}

/** An Ed25519 public key in hex, and what people compare: the beginning of its SHA-256. */
export type ReceiptKey = { readonly publicKey: string; readonly fingerprint: string }

export const FIRST_LINE = 'Receipt of a signed agreement, format 1'
/** The name of this text inside the PDF. */
export const ATTACHMENT = 'receipt.txt'
/** Stands in the place of the seal while it is made and checked. */
export const NO_SEAL = '0'.repeat(128)

/** The receipt as plain text, its seal still empty: `seal: 000…`. */
export function receiptText(receipt: Receipt): string {
  const lines = [
    FIRST_LINE,
    '',
    'Keep this file as it is. If one character of it is changed, its check fails.',
    '',
    `  Organisation: ${receipt.organisation}`,
    `  Made: ${momentWords(receipt.madeAt)}`,
    ...holdingLines(receipt.holds),
    `  Closed for signing: ${times(receipt.closing)}`,
    '',
    rule(`The text that was signed, ${linesIn(receipt.text)} lines`),
    ...receipt.text.split('\n').slice(0, -1),
    rule('The end of the text that was signed'),
    '',
    'Signatures',
    '',
    ...receipt.signatures.flatMap(signatureLines),
    ...hashLines(receipt.textHash),
    ...keyLines(receipt.keys),
    ...checkLines,
    `Seal: ${NO_SEAL}`,
  ]
  return `${lines.join('\n')}\n`
}

const rule = (words: string): string => `----- ${words} -----`
const linesIn = (text: string): number => text.split('\n').length - 1

const times = (count: number): string => (count === 1 ? '1 time' : `${count} times`)
const momentWords = (at: Moment): string => `${formatMoment(at)} (${at})`
const dayWords = (day: Day): string => `${formatDay(day)} (${day})`

const holdingLines = ({ from, until, ended }: Holding): readonly string[] => [
  ...(from === null ? [] : [`  In force from: ${dayWords(from)}`]),
  ...(until === null ? [] : [`  Last day: ${dayWords(addDays(until, -1))}`]),
  ...(ended === null ? [] : [`  Ended on: ${dayWords(ended)}`]),
]

const signatureLines = (one: ReceiptSignature, at: number): readonly string[] => [
  `  ${at + 1}. ${plainLine(one.name)}`,
  `  As: ${one.as}`,
  `  Typed name: ${plainLine(one.typedName)}`,
  `  Signed: ${momentWords(one.at)}`,
  `  Confirmed by: ${one.means}`,
  `  Person: ${one.person}`,
  `  Sealed with key ${one.key + 1}: ${one.seal}`,
  '',
]

const hashLines = (hash: string): readonly string[] => [
  'Hash of the text (SHA-256)',
  '',
  ...groupedHash(hash).map((line) => `  ${line}`),
  '',
  'The same in words, to read aloud',
  '',
  ...spokenHash(hash).map((line) => `  ${line}`),
  '',
]

const keyLines = (keys: readonly ReceiptKey[]): readonly string[] => [
  'Keys (Ed25519)',
  '',
  ...keys.flatMap(({ publicKey, fingerprint }, at) => [
    `  ${at + 1}. Fingerprint: ${groupedHash(fingerprint, 8).join(' ')}`,
    `  Public key: ${publicKey}`,
  ]),
  '',
]

const checkLines = [
  'How to check it',
  '',
  '  1. Give this file to the service at /agreements/check, or to its command: manage verify-agreement FILE. Neither looks',
  '  anything up: all that is needed stands in here.',
  '  2. Ask the organisation for the fingerprint of its key, by a way that you trust, and compare it with the one above.',
  '  Anybody can make a receipt with a key of their own; only the organisation can make one with this key.',
  '  3. To check it with tools of your own: the hash is that of the lines between the two rules above, in UTF-8, each ending',
  '  with a line feed. The seal is an Ed25519 signature over this file with 128 noughts in its place.',
  '',
]
