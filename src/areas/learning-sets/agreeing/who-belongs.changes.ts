// What the area of agreements asks of sets: who belongs to one now, so that whoever left takes no part in what comes after.
import type { Id } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { About } from '../../agreements/index.ts'
import { peopleOn, type SetId } from '../set/set.ts'
import { findSet } from '../set/set.store.ts'

/** How the set that an agreement is about is called, and everybody who belongs to it today; nothing for what is no set. */
export async function whoBelongsNow(work: Work, about: About) {
  if (about.kind !== 'set') return []
  const set = await findSet(work, about.id as Id<string> as SetId)
  return set ? [{ name: set.name, people: peopleOn(set, work.today).map((one) => one.person) }] : []
}
