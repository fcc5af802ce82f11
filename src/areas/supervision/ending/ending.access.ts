// Who may see an ending and act on it: the two people, and nobody else; to others it was never there (SPEC 4.5).
import { access } from '../../../platform/web/page.ts'
import type { Pair } from '../pair/pair.ts'
import { type Ending, isOfTwo } from './ending.ts'

export const twoOfEnding = access<Ending>('The two people of whom supervision ended', (asker, ending) =>
  isOfTwo(ending, asker.person),
)

export const twoOfPair = access<Pair>('The two people of the pair', (asker, pair) => isOfTwo(pair, asker.person))

export const supervisedInPair = access<Pair>(
  'The person who is supervised',
  (asker, pair) => asker.person === pair.supervisee,
)
