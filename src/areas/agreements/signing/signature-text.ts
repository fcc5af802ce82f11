// What a signature's seal is made of (SPEC 4.2): the agreement, which closing of its text, the hash of that text, who signed in
// which part, the name as typed, when, and with what they confirmed who they are. One of them altered, and the seal fails.
import type { Agreement, Signature } from '../agreement/agreement.ts'

/** The exact text that a signature's seal is made of. */
export const textOfSignature = (
  agreement: Pick<Agreement, 'id' | 'closing'>,
  { person, as, typedName, textHash, at, means }: Omit<Signature, 'seal'>,
): string =>
  `mcs agreement signature 1\n${JSON.stringify([agreement.id, agreement.closing, textHash, person, as, typedName, at, means])}`
