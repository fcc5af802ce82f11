// Reads the facts of many people at once: seven queries however many they are.
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import {
  absencesOfPeople,
  findGrants,
  findUnits,
  postsOfPeople,
  registrationsOfPeople,
  timeWorkedOf,
} from '../../people/index.ts'
import type { EngineFacts } from '../../policy/index.ts'
import { evidenceFor } from '../../supervision/index.ts'
import { assembleFacts } from './facts.ts'

/** The facts of these people, and of whoever supervised them; as known now, or as they were known at a moment. */
export async function findFacts(
  work: Work,
  people: readonly PersonId[],
  known: Moment | null = null,
): Promise<ReadonlyMap<PersonId, EngineFacts>> {
  const evidence = await evidenceFor(work, { people, ...(known === null ? {} : { knownBy: known }) })
  const supervisors = evidence.flatMap((one) => (one.supervisor === null ? [] : [one.supervisor]))
  const everybody = [...new Set([...people, ...supervisors])]
  return assembleFacts(people, {
    evidence,
    posts: await postsOfPeople(work, everybody, known),
    absences: await absencesOfPeople(work, people, known),
    registrations: await registrationsOfPeople(work, everybody),
    grants: await findGrants(work),
    worked: await timeWorkedOf(work, people, known),
    units: await findUnits(work, work.today, known),
  })
}
