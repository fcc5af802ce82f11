// A person as the subject of a page: who it is, and whether the asker manages them today.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { isLineManagerOf } from '../post/post.store.ts'
import { findPerson } from './person.store.ts'
import type { Person } from './person.ts'

export type PersonSeen = { readonly person: PersonId; readonly managedByAsker: boolean; readonly found: Person }

/** The subject of every page about a person; null when there is none of that id in the organisation. */
export async function findPersonSeen(work: Work, { person }: { person: PersonId }): Promise<PersonSeen | null> {
  const found = await findPerson(work, person)
  if (!found) return null
  const managedByAsker = await isLineManagerOf(work, work.asker.person, person, work.today)
  return { person, managedByAsker, found }
}
