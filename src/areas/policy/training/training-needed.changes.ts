// What people's posts need and the register does not have of it. Reads only.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { trainingOfPeople } from '../../people/index.ts'
import { subjectsOfPeople } from '../reading/for-me.changes.ts'
import { policyOn } from '../version/version.changes.ts'
import { missingTraining } from './training-needed.ts'

/** The training that each of these people lacks today, in words; whoever lacks nothing is not in it (SPEC 1.5). */
export async function lackingTraining(
  work: Work,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly string[]>> {
  const { packs } = await policyOn(work)
  if (people.length === 0 || packs.every((pack) => !pack.trainingLevels)) return new Map()
  const done = Map.groupBy(await trainingOfPeople(work, people), (one) => one.person)
  const subjects = await subjectsOfPeople(work, { people, day: work.today })
  const lacking = people.map((person): [PersonId, readonly string[]] => [
    person,
    missingTraining(packs, subjects.get(person) ?? [], { done: done.get(person) ?? [], today: work.today }),
  ])
  return new Map(lacking.filter(([, missing]) => missing.length > 0))
}
