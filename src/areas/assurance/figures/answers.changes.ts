// One person's answers on a day straight from the facts, with their reasons: never from what is kept.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { type Answer, answer, policyHistory, type Requirement, requirementsInForce } from '../../policy/index.ts'
import type { Standing } from '../dashboard/coverage.ts'
import { findFacts } from './facts.store.ts'
import type { ObligationState } from './span.ts'

export type PersonAnswer = { readonly person: PersonId; readonly requirement: Requirement; readonly answer: Answer }

type Kept = Map<string, Promise<readonly PersonAnswer[]>>
const kept = new WeakMap<Work, Kept>()

/**
 * What is asked of a person on a day and how it stands; what does not apply is left out (SPEC 3.1). Worked out once in a
 * piece of work, for home asks twice, and anew when facts have changed in it.
 */
export function answersFor(work: Work, person: PersonId, day: Day): Promise<readonly PersonAnswer[]> {
  const known = kept.get(work) ?? new Map()
  kept.set(work, known)
  const key = `${person} ${day}`
  const answers = known.get(key) ?? answersOfPeople(work, [person], { day, explain: true })
  known.set(key, answers)
  return answers
}

/** Facts have changed: what was worked out in this piece of work holds no longer. */
export const forgetAnswers = (work: Work): void => {
  kept.delete(work)
}

/** The same for many; `known`: by what was on record at that moment. */
export async function answersOfPeople(
  work: Work,
  people: readonly PersonId[],
  asked: { readonly day: Day; readonly explain: boolean; readonly known?: Moment },
): Promise<readonly PersonAnswer[]> {
  const { day, explain } = asked
  const history = await policyHistory(work)
  const inForce = history.filter((one) => one.from <= day && (one.until === null || day < one.until))
  const facts = await findFacts(work, people, asked.known ?? null)
  const among = inForce.map((one) => requirementsInForce(history, one))
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

/** An answer as a dashboard counts it. */
export const standingOf = ({ person, requirement, answer: given }: PersonAnswer): Standing => ({
  person,
  requirement: requirement.key,
  type: requirement.types[0] ?? '',
  strength: requirement.strength,
  state: given.state as ObligationState,
  dueOn: given.dueOn,
  lastOn: given.lastOn,
})
