// What a signature's seal is made of (SPEC 4.2): the agreement, which closing of its text, the hash of that text, who signed in
// which part, the name as typed, when, and with what they confirmed who they are. One of them altered, and the seal fails.

/** A signature without its seal, as the store or a receipt tells it. */
export type SignatureFacts = {
  readonly person: string
  readonly as: string
  readonly typedName: string
  readonly textHash: string
  readonly at: string
  readonly means: string
}

/** The exact text that a signature's seal is made of. */
export const textOfSignature = (
  agreement: { readonly id: string; readonly closing: number },
  { person, as, typedName, textHash, at, means }: SignatureFacts,
): string =>
  `mcs agreement signature 1\n${JSON.stringify([agreement.id, agreement.closing, textHash, person, as, typedName, at, means])}`
