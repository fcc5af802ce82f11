// Rotation of keys: a fresh key is added, every data key that was wrapped with an older one is unwrapped and wrapped again,
// and an old key is retired when nothing needs it any more (SPEC 12.2, TRUST 3). It runs beside people at work and may be
// killed at any time: what is done stays done, and the next run goes on where it stopped.
import type { SealedKind } from './sealed-text.ts'

/** What has a key of its own in each organisation. */
export const purposes = [
  'note',
  'one-to-one record',
  'case discussion',
  'set',
  'agreement',
  'advice',
  'concern',
  'observation',
  'trail',
  'checkpoint',
  'agreement seal',
] as const satisfies readonly (SealedKind | SigningPurpose | 'trail')[]
export type Purpose = (typeof purposes)[number]

/** What an organisation signs with a key of its own: checkpoints of its trail, and what is stored of its agreements. */
export type SigningPurpose = 'checkpoint' | 'agreement seal'

/** Lines of the trail and signatures are never written again, so their old keys stay for whoever verifies them. */
export const isKept = (purpose: Purpose): boolean =>
  purpose === 'trail' || purpose === 'checkpoint' || purpose === 'agreement seal'

/** How many data keys are wrapped again in one transaction: short enough that nobody waits for it. */
export const batchSize = 500

/**
 * Seconds for which an old key is kept after the new one was made, whatever is counted: a statement that saw the old key as
 * the newest has ended by then, or was ended (no statement runs longer than five seconds).
 */
export const graceSeconds = 6

export type Rotated = {
  readonly purpose: Purpose
  /** The key that everything is wrapped with now. */
  readonly key: string
  readonly rewrapped: number
  /** Old keys that nothing needed any more. */
  readonly retired: readonly string[]
  /** Texts that the old key does not open, or whose old key is missing; their keys stay. */
  readonly stuck: number
}
