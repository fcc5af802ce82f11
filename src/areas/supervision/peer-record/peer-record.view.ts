// What the record of a peer review asks: the policy's questions for each case once for everything that was brought, under how it is
// known, then those for all. And what differs between two texts of it.
import { isBecause } from '../../records/index.ts'
import type { RecordTexts } from '../record/record.ts'
import type { RecordPart } from '../terms/terms.ts'
import { partsForAll } from '../terms/case-parts.ts'
import type { Item } from '../reviewing/review.ts'

type Named = Pick<Item, 'id' | 'kind'> & { readonly texts: Readonly<Record<string, string>> }

/** The parts of the record; what is asked of an item carries its id in its key. Nothing has to be filled in. */
export function partsOfReview(parts: readonly RecordPart[], items: readonly Named[]): readonly RecordPart[] {
  const forEach = parts.filter((part) => part.forEach === 'case')
  const ofItems = items.flatMap((item, at) => {
    const name = item.texts.reference ?? `${item.kind === 'case' ? 'Case' : 'Learning'} ${at + 1}`
    const here = { section: name, needed: 'no' as const }
    return forEach.map((part) => ({
      ...part,
      ...here,
      key: `${part.key}--${item.id}`,
      label: `${name}: ${part.label}`,
    }))
  })
  return [...ofItems, ...partsForAll(parts).map((part) => ({ ...part, needed: 'no' as const }))]
}

/** What stands in one text, by part, that is not the same in another. */
export const differing = (one: RecordTexts, other: RecordTexts): RecordTexts =>
  Object.fromEntries(
    Object.entries(one).filter(
      ([key, text]) => text.trim() !== '' && !isBecause(key) && text.trim() !== (other[key] ?? '').trim(),
    ),
  )
