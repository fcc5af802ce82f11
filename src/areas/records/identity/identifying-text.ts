// Finds words that could tell somebody who a text is about (SPEC 6.4): names, NHS numbers, dates of birth, postcodes, phone
// numbers and e-mail addresses. It points out, it never forbids: the author mends the words or says why they identify
// nobody. It errs towards ordinary clinical prose, so a name that is on no list and stands alone can pass; a person who
// reads before saving is still needed. Every step looks at a bounded stretch of text, so the work grows with its length.
import type { Day } from '../../../platform/time/day.ts'
import { emailsIn, postcodesIn } from './addresses.ts'
import { birthDatesIn } from './birth-dates.ts'
import { namesIn } from './names.ts'
import { numbersIn } from './numbers.ts'

export const identifyingKinds = ['name', 'NHS number', 'date of birth', 'postcode', 'phone number', 'e-mail'] as const
export type IdentifyingKind = (typeof identifyingKinds)[number]

/** Words of a text that may identify somebody: `text` is what stands from `from` up to `to`. */
export type IdentifyingPart = {
  readonly kind: IdentifyingKind
  readonly text: string
  readonly from: number
  readonly to: number
}

/**
 * `today`: a date without a word about birth is pointed out only when it lies more than a year before this day; without
 * `today`, only beside such a word. `colleagues`: full names of staff that may stand in the text.
 */
export type IdentityOptions = { readonly today?: Day; readonly colleagues?: readonly string[] }

/** What may identify somebody in a text, in the order of the text, none overlapping another (SPEC 6.4). */
export function identifyingParts(text: string, options: IdentityOptions = {}): readonly IdentifyingPart[] {
  const found = [...emailsIn(text), ...numbersIn(text), ...birthDatesIn(text, options.today), ...postcodesIn(text)]
  return withoutOverlaps([...found, ...namesIn(text, options.colleagues ?? [])])
}

/** Of two that overlap the one found by the surer rule stays: those come first. */
function withoutOverlaps(found: readonly IdentifyingPart[]): readonly IdentifyingPart[] {
  const ranked = found
    .map((part, rank) => ({ part, rank }))
    .toSorted((a, b) => a.part.from - b.part.from || a.rank - b.rank)
  const kept: { part: IdentifyingPart; rank: number }[] = []
  for (const one of ranked) {
    const last = kept.at(-1)
    if (!last || one.part.from >= last.part.to) kept.push(one)
    else if (one.rank < last.rank && one.part.kind !== last.part.kind) kept[kept.length - 1] = one
  }
  return kept.map(({ part }) => part)
}
