// The secret word in the address of somebody's calendar: made of what the address is for and of a key that is not in the database,
// so that a stolen copy of the database opens no calendar.
import { timingSafeEqual } from 'node:crypto'
import type { Keyring } from '../keys/keyring.ts'
import { hmac } from '../keys/sealing.ts'

const PURPOSE = 'calendar feed'
const FIRST = '1'

export type FeedOf = { readonly organisation: string; readonly person: string; readonly feed: string }

/** The word for one address: 43 letters. A new `feed` makes another word, and the old one opens nothing. */
export function feedWord(keys: Keyring, { organisation, person, feed }: FeedOf): string {
  const key = keys.make(organisation, PURPOSE, FIRST)
  return hmac(key.bytes, `calendar feed\n${organisation}\n${person}\n${feed}`).toString('base64url')
}

/** Whether a word that was given is the one, in the same time whatever it is. */
export function isFeedWord(keys: Keyring, of: FeedOf, given: string): boolean {
  const [expected, word] = [Buffer.from(feedWord(keys, of)), Buffer.from(given)]
  return word.length === expected.length && timingSafeEqual(word, expected)
}
