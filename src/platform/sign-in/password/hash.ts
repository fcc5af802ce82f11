// Passwords are kept as argon2id (19 MiB, two passes). A sign-in for an account that is not there costs the same.
import { hash, verify } from '@node-rs/argon2'

// Written out: the package's own names for these are erased by the compiler's isolated modules.
const argon2id = 2
const cost = { algorithm: argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1, outputLen: 32 }

/** Longer ones are refused when set, and never hashed when tried. */
export const longestPassword = 200

/** The same text however a keyboard composes it: 'é' typed in one stroke or in two. */
export const normalisePassword = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(normalisePassword(password), cost)

let nobody: Promise<string> | undefined

/** False for a wrong one. With `null` for the hash (no such account) it takes as long, and is false. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('there is no account of this name')
  const against = passwordHash ?? (await nobody)
  const tooLong = password.length > longestPassword
  const same = await verify(against, tooLong ? '' : normalisePassword(password))
  return same && passwordHash !== null && !tooLong
}
