// Hashing the exact text. It lies apart from the rules because it reaches into the machine's cryptography.
import { hashOf } from '../../../platform/keys/sealing.ts'

/** The SHA-256 of an exact text (`canonicalText`), as 64 hex letters. What a signature counts for (SPEC 4.2, TRUST 5). */
export const hashOfText = (text: string): string => hashOf(text)
