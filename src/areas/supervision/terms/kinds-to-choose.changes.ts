// The kinds of supervision that a form offers: first those that the people in question need or have together, then, behind
// a line, all others. Nobody has to look through a whole policy for their own. Reads only.
import type { Option } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn, rowsOfPeople } from '../../policy/index.ts'
import { findPairsOf } from '../pair/pair.store.ts'
import { offerKinds } from './kinds.ts'
import type { Terms } from './terms.ts'

/** The kinds as options; `other` is whom the form already names beside the asker. */
export async function kindsToChoose(
  work: Work,
  types: readonly Terms[],
  other: PersonId | null = null,
): Promise<readonly Option[]> {
  const { packs } = await policyOn(work)
  const people = other === null ? [work.asker.person] : [work.asker.person, other]
  const rows = await rowsOfPeople(work, packs, { people, day: work.today })
  const pairs = (await findPairsOf(work, work.asker.person)).filter((pair) => pair.state === 'agreed')
  return offerKinds(types, {
    needed: [...rows.values()].flat().flatMap(({ strength, types: keys }) => keys.map((key) => ({ key, strength }))),
    paired: pairs.map((pair) => pair.type),
  })
}
