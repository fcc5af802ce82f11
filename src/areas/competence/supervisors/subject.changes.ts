// How the asker stands to one who supervises, and to all of them; for pages to judge. Reads only.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, isLineManagerOf } from '../../people/index.ts'
import { signedOffBy, waysOn } from '../pathway/held.changes.ts'
import type { ForAll, Subject } from './supervisors.access.ts'

/** Whether the asker signs off on any way. */
export async function findForAll(work: Work): Promise<ForAll> {
  return { signs: (await signedOffBy(work, await waysOn(work, work.today), work.asker.person)).length > 0 }
}

/** Somebody of this organisation, and how the asker stands to them; null when there is nobody. */
export async function findSubject(work: Work, { person }: { person: PersonId }): Promise<Subject | null> {
  const found = await findPerson(work, person)
  if (!found) return null
  const managed = await isLineManagerOf(work, work.asker.person, person, work.today)
  return { person, name: found.name, managed, ...(await findForAll(work)) }
}
