// Where a learning point comes from, and whose it is: those of a session that was held, those of a set, those who were at a peer
// review. Asks, and changes nothing.
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findSet, peopleOn, type SetId } from '../../learning-sets/index.ts'
import { findPersons } from '../../people/index.ts'
import { findSession, peopleAtReview, type ReviewId, type SessionId } from '../../supervision/index.ts'
import type { Source } from './learning-point.ts'

/** What a learning point may be drafted from; null when there is no such thing, or nothing was said in it yet. */
export async function sourceOf(
  work: Work,
  { kindKey, source: id }: { kindKey: string; source: Id<'source'> },
): Promise<Source | null> {
  const found = await find(work, kindKey, id)
  if (!found || found.concerned.length === 0) return null
  const here = await stillHere(work, found.concerned)
  return { ...found, concerned: found.concerned.filter((person) => here.has(person)) }
}

async function find(work: Work, kind: string, id: Id<'source'>): Promise<Source | null> {
  if (kind === 'session') return ofSession(work, id)
  if (kind === 'set') return ofSet(work, id)
  return kind === 'peer-review' ? ofReview(work, id) : null
}

async function ofSession(work: Work, id: Id<'source'>): Promise<Source | null> {
  const session = await findSession(work, id as string as SessionId)
  if (session?.state !== 'held' || session.elsewhere) return null
  const concerned = [...new Set([session.supervisor, ...session.supervisees])]
  return { kind: 'session', id, concerned, back: { href: `/sessions/${id}`, label: 'Session' } }
}

async function ofSet(work: Work, id: Id<'source'>): Promise<Source | null> {
  const set = await findSet(work, id as string as SetId)
  if (!set) return null
  const concerned = [...new Set(peopleOn(set, work.today).map((one) => one.person))]
  return { kind: 'set', id, concerned, back: { href: `/action-learning/sets/${id}`, label: 'Action learning set' } }
}

async function ofReview(work: Work, id: Id<'source'>): Promise<Source | null> {
  const concerned = await peopleAtReview(work, id as string as ReviewId)
  return { kind: 'peer-review', id, concerned, back: { href: `/peer-reviews/${id}`, label: 'Peer review' } }
}

/** Who of these people is still here today. */
export async function stillHere(work: Work, people: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const found = await findPersons(work, people)
  return new Set(found.filter((one) => one.leftOn === null || one.leftOn >= work.today).map((one) => one.id))
}
