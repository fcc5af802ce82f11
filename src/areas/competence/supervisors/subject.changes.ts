// How the asker stands to one who supervises, and to all of them; for pages to judge. Reads only.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, isLineManagerOf } from '../../people/index.ts'
import { heldBy, signedOffBy, waysOn } from '../pathway/held.changes.ts'
import { isFor } from '../pathway/pathway.ts'
import type { ForAll, Subject } from './supervisors.access.ts'

/** Whether the asker signs off on any way, and on which. */
export async function findForAll(work: Work): Promise<ForAll> {
  const own = await signedOffBy(work, await waysOn(work, work.today), work.asker.person)
  return { signs: own.length > 0, ways: new Set(own.map((way) => way.key)) }
}

/** Somebody of this organisation, and how the asker stands to them; null when there is nobody. */
export async function findSubject(work: Work, { person }: { person: PersonId }): Promise<Subject | null> {
  const found = await findPerson(work, person)
  if (!found) return null
  const managed = await isLineManagerOf(work, work.asker.person, person, work.today)
  return { person, name: found.name, managed, signs: await signsFor(work, person) }
}

/** Whether the asker signs off on a way that this person goes. */
async function signsFor(work: Work, person: PersonId): Promise<boolean> {
  const ways = await waysOn(work, work.today)
  const own = await signedOffBy(work, ways, work.asker.person)
  if (own.length === 0) return false
  const roles = (await heldBy(work, { policy: ways.policy, people: [person], day: work.today })).rolesOf(person)
  return own.some((way) => isFor(roles, way))
}
