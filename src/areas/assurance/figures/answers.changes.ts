// One person's answers on a day straight from the facts, with their reasons: never from what is kept.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { type Answer, answer, policyHistory, type Requirement, requirementsOf } from '../../policy/index.ts'
import { findFacts } from './facts.store.ts'

export type PersonAnswer = { readonly person: PersonId; readonly requirement: Requirement; readonly answer: Answer }

/** What is asked of a person on a day and how it stands; what does not apply is left out (SPEC 3.1). */
export const answersFor = (work: Work, person: PersonId, day: Day): Promise<readonly PersonAnswer[]> =>
  answersOfPeople(work, [person], { day, explain: true })

/** The same for many; `known`: by what was on record at that moment. */
export async function answersOfPeople(
  work: Work,
  people: readonly PersonId[],
  asked: { readonly day: Day; readonly explain: boolean; readonly known?: Moment },
): Promise<readonly PersonAnswer[]> {
  const { day, explain } = asked
  const inForce = (await policyHistory(work)).filter(
    (one) => one.from <= day && (one.until === null || day < one.until),
  )
  const facts = await findFacts(work, people, asked.known ?? null)
  const among = inForce.map((one) => requirementsOf(one.pack))
  return people.flatMap((person) => {
    const known = facts.get(person)
    if (!known) return []
    return among.flatMap((requirements) =>
      requirements.flatMap((requirement) => {
        const given = answer(requirement, known, day, { explain, among: requirements })
        return given.state === 'not applicable' ? [] : [{ person, requirement, answer: given }]
      }),
    )
  })
}
