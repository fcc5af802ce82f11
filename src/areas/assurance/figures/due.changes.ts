// What supervision asks when people are chosen for a session: when each is due, by the figures kept.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn, requirementsOf, sameWord } from '../../policy/index.ts'
import { findSpansOn } from './figures.store.ts'

/** One answer for each row of the policy that asks this kind of one of these people on a day; what is wished for comes too. */
export async function whenDue(
  work: Work,
  { people, type, day }: { people: readonly PersonId[]; type: string; day: Day },
): Promise<readonly { person: PersonId; on: Day | null; state: string }[]> {
  if (people.length === 0) return []
  const rows = (await policyOn(work, day)).packs.flatMap(requirementsOf)
  const asking = new Set(rows.filter((row) => row.types.includes(sameWord(type))).map(({ key }) => key))
  const spans = await findSpansOn(work, day, people)
  return spans
    .filter(
      (span) => asking.has(span.requirement) && (span.strength === 'mandatory' || span.strength === 'recommended'),
    )
    .map(({ person, dueOn, state, suggested }) => ({ person, on: dueOn, state: suggested ?? state }))
}
