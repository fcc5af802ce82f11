// Proving the trail whole: every line must follow from the one before it, and every signed checkpoint must find the line
// that it saw. The first link that does not hold is named, with what was most likely done to it, in plain words (SPEC 12.3).
import type { SignedCheckpoint } from './checkpoint.ts'

/** A line as it lies in the database, every part as text. */
export type RawLine = {
  readonly number: number
  /** ISO text in UTC to the millisecond. */
  readonly at: string
  readonly by: string
  readonly deed: string
  readonly kind: string
  readonly about: string
  /** JSON as the database writes it. */
  readonly detail: string
  readonly keyId: string
  readonly hash: string
}

export type TrailProof =
  | {
      readonly whole: true
      readonly events: number
      readonly checkpoints: number
      /** What is not wrong and should be known: the clock was set back, and the program said so at once. */
      readonly notices: readonly string[]
    }
  | { readonly whole: false; readonly brokenAt: number; readonly why: string; readonly notices: readonly string[] }

/**
 * The text that a link is made from, the same as `textOfLink` makes when it is written, straight from the database's texts:
 * for a million lines.
 */
export function textMaker(organisation: string): (line: RawLine, hashBefore: string) => string {
  const [words, details] = [new Map<string, string>(), new Map<string, string>()]
  return (line, hashBefore) => {
    const deed = kept(words, line.deed, JSON.stringify)
    const kind = kept(words, line.kind, JSON.stringify)
    const detail = line.detail === '{}' ? '[]' : kept(details, line.detail, sortedDetail)
    return `["${hashBefore}","${organisation}",${line.number},"${line.at}","${line.by}",${deed},${kind},"${line.about}",${detail}]`
  }
}

/** Most lines say one of few things: what was worked out once is kept, up to a size. */
function kept(known: Map<string, string>, text: string, work: (text: string) => string): string {
  const had = known.get(text)
  if (had !== undefined) return had
  const made = work(text)
  if (known.size < 5_000) known.set(text, made)
  return made
}

function sortedDetail(text: string): string {
  const detail = JSON.parse(text) as Record<string, unknown>
  return JSON.stringify(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** '2026-11-20 10:00:00.5' as '2026-11-20T10:00:00.500Z'; finer than a millisecond stays, and so does not verify. */
export function isoOf(stamp: string): string {
  const fraction = stamp.slice(20)
  return `${stamp.slice(0, 10)}T${stamp.slice(11, 19)}.${fraction.padEnd(3, '0')}Z`
}

export type Around = {
  readonly line: RawLine
  /** The line after it, if there is one. */
  readonly next: RawLine | null
  readonly hashBefore: string
  /** Hashes of lines before, by number, 0 for the beginning. */
  readonly earlier: ReadonlyMap<number, string>
  /** What the hash should be for a line after a hash; under another key of the trail when one is named. */
  readonly hashFor: (line: RawLine, hashBefore: string, keyId?: string) => string | null
  readonly keyIds: readonly string[]
}

/** What was most likely done to a line whose hash does not follow. */
export function nameFault({ line, next, hashBefore, earlier, hashFor, keyIds }: Around): string {
  const { number } = line
  const otherKey = keyIds.find((id) => id !== line.keyId && hashFor(line, hashBefore, id) === line.hash)
  if (otherKey)
    return `Line ${number} names key ${line.keyId}, but was written with key ${otherKey}: its key was changed`
  const fits = (one: RawLine, as: number, before: string) => hashFor({ ...one, number: as }, before) === one.hash
  if (next && fits(next, number, hashBefore) && fits(line, number + 1, next.hash))
    return `Lines ${number} and ${number + 1} changed places`
  if (next && fits(next, number, hashBefore)) return `Line ${number} was slipped in before what was line ${number}`
  const from = [...earlier].find(([, hash]) => hash !== hashBefore && hashFor(line, hash) === line.hash)
  if (from) return `Line ${number} goes on from line ${from[0]}, not from line ${number - 1}: the trail was split`
  if (hashFor(line, hashBefore) === null)
    return `The key ${line.keyId} that line ${number} names is not in the key directory`
  if (!next || fits(next, number + 1, line.hash)) return `Line ${number} was changed after it was written`
  return `Line ${number} and what follows were not written by this service: the chain was made again without its key`
}

/** What it means that the number of a line is not the next one. */
export function numberFault(last: number, found: number): string {
  if (found <= last) return `Line ${found} is there twice`
  const missing = found === last + 2 ? `line ${last + 1} was` : `lines ${last + 1} to ${found - 1} were`
  if (last > 0) return `L${missing.slice(1)} removed`
  return `The trail begins at line ${found}: ${missing} removed. No line is ever pruned, whatever a later line may say`
}

/** What it means that a line is earlier than the one before it, and nothing was said about it. */
export const clockFault = (number: number, seconds: number): string =>
  `Line ${number} says it was written ${inWords(seconds)} before the line in front of it: the clock was set back, or the line back-dated`

/** What is told of a clock that was set back while the service ran. */
export const clockNotice = (number: number, seconds: number): string =>
  `At line ${number} the clock had been set back by ${inWords(seconds)}; moments after it may be too early`

const inWords = (seconds: number): string =>
  seconds >= 172_800
    ? `${Math.round(seconds / 86_400)} days`
    : seconds >= 7_200
      ? `${Math.round(seconds / 3600)} hours`
      : `${seconds} seconds`

/** What it means that the trail ends before a line that a checkpoint saw. */
export const endMissing = (last: number, seen: SignedCheckpoint, when: string): string =>
  `The trail ends at line ${last}, but checkpoint ${seen.checkpoint} of ${when} saw line ${seen.line}: the end was cut off, or an older copy of the database was put back`

/** What it means that a checkpoint saw another line. */
export const madeAgain = (seen: SignedCheckpoint, when: string): string =>
  `Line ${seen.line} is not the line that checkpoint ${seen.checkpoint} of ${when} signed: the chain was made again up to there, or goes on from an older copy of the database`
