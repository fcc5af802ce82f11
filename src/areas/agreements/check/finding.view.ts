// What the check of a receipt says to people: who, what, when, under which hash, with which key.
import { formatMoment } from '../../../platform/time/words.ts'
import { groupedHash, spokenHash } from '../text/spoken-hash.ts'
import { holdingSentences } from '../receipt/paper.view.ts'
import type { Finding } from './verification.ts'

export type WholeFinding = Extract<Finding, { outcome: 'whole' }>

export type ReceiptFacts = {
  readonly title: string
  readonly kind: string
  readonly organisation: string
  readonly signatures: readonly {
    readonly name: string
    readonly as: string
    readonly typedName: string
    readonly signed: string
    readonly means: string
  }[]
  /** How it stood when the receipt was made, in sentences. */
  readonly holds: readonly string[]
  readonly made: string
  /** In groups of four letters, and in words. */
  readonly hash: string
  readonly hashInWords: string
  /** Of every key that sealed something in it, the receipt's own first: in groups of four letters. */
  readonly fingerprints: readonly string[]
  readonly text: string
}

/** The facts of a receipt that was found whole, in words. */
export const factsOf = ({ receipt, agreed }: WholeFinding): ReceiptFacts => ({
  title: agreed.title,
  kind: agreed.kind,
  organisation: agreed.organisation,
  signatures: receipt.signatures.map(({ name, as, typedName, at, means }) => ({
    name,
    as,
    typedName,
    signed: formatMoment(at),
    means,
  })),
  holds: holdingSentences(receipt.holds),
  made: formatMoment(receipt.madeAt),
  hash: groupedHash(receipt.textHash, 16).join(' '),
  hashInWords: spokenHash(receipt.textHash, 32).join(' '),
  fingerprints: receipt.keys.map(({ fingerprint }) => shownFingerprint(fingerprint)),
  text: receipt.text,
})

/** 'c14f f309 99c0 d33f c2ef f45b 09ff ee7b' */
export const shownFingerprint = (fingerprint: string): string => groupedHash(fingerprint, 8).join(' ')

/** Whether somebody who wrote down a fingerprint, with or without its spaces, wrote down this one. */
export const isFingerprint = (written: string, fingerprint: string): boolean =>
  written.replaceAll(/[^0-9a-z]/gi, '').toLowerCase() === fingerprint
