// A checkpoint says how the chain of an organisation's trail ended at a moment. It is signed and kept outside the database,
// so that even somebody who owns the database and the trail's key cannot make another past without being found out
// (TRUST 4). Checkpoints are numbered, and each names the one before it.
import type { Moment } from '../../../platform/time/moment.ts'

export type Checkpoint = {
  readonly organisation: string
  /** 1, 2, 3 … without a gap. */
  readonly checkpoint: number
  /** The last line of the trail then, and its hash. */
  readonly line: number
  readonly hash: string
  readonly at: Moment
  readonly key: string
  /** The hash of the line of the file before this one; '' for the first. */
  readonly before: string
}

export type SignedCheckpoint = Checkpoint & { readonly signature: string }

/** The exact text that is signed. */
export const textOfCheckpoint = (one: Checkpoint): string =>
  JSON.stringify(['checkpoint', one.organisation, one.checkpoint, one.line, one.hash, one.at, one.key, one.before])

/** One line of the file. */
export const lineOfCheckpoint = (one: SignedCheckpoint): string =>
  JSON.stringify({
    organisation: one.organisation,
    checkpoint: one.checkpoint,
    line: one.line,
    hash: one.hash,
    at: one.at,
    key: one.key,
    before: one.before,
    signature: one.signature,
  })

/** A line of the file as a checkpoint; null when it is none. */
export function readCheckpoint(line: string): SignedCheckpoint | null {
  try {
    const found = JSON.parse(line) as Record<string, unknown>
    const { organisation, checkpoint, line: last, hash, at, key, before, signature } = found
    const texts = [organisation, hash, at, key, before, signature].every((one) => typeof one === 'string')
    return texts && Number.isSafeInteger(checkpoint) && Number.isSafeInteger(last) ? (found as SignedCheckpoint) : null
  } catch {
    return null
  }
}

/** The deed of the trail's own line that a checkpoint was written; its detail names the checkpoint. */
export const checkpointWritten = 'checkpoint written'
