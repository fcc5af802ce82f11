// The people of a unit who could come to a group session, with how long ago they had this type and what is ahead.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { absencesOfPeople, holdsOn, namesOf, postsOn, type UnitId, unitsBelow } from '../../people/index.ts'
import { evidenceFor } from '../evidence.store.ts'
import { findNextDays } from '../session/session.store.ts'
import type { Candidate } from './group.ts'

/** Everybody with a post in the unit or below it on the day, but the asker; in no order. */
export async function candidatesIn(work: Work, unit: UnitId, type: string): Promise<readonly Candidate[]> {
  const units = new Set(await unitsBelow(work, unit, work.today))
  const posts = await postsOn(work, work.today)
  const people = [
    ...new Set(posts.filter((post) => post.unit !== null && units.has(post.unit)).map((post) => post.person)),
  ]
  return candidatesFrom(
    work,
    people.filter((person) => person !== work.asker.person),
    type,
  )
}

/** The same for people who are known already, such as those of a cancelled group. */
export async function candidatesFrom(
  work: Work,
  people: readonly PersonId[],
  type: string,
): Promise<readonly Candidate[]> {
  const names = await namesOf(work, people)
  const last = new Map<PersonId, Day>()
  for (const one of await evidenceFor(work, { people }))
    if (one.type === type && one.part === 'receiving' && (last.get(one.person) ?? '') < one.day)
      last.set(one.person, one.day)
  const next = await findNextDays(work, people, type)
  const away = new Set(
    (await absencesOfPeople(work, people)).filter((one) => holdsOn(one, work.today)).map((one) => one.person),
  )
  return people.map((person) => ({
    person,
    name: names.get(person) ?? '',
    last: last.get(person) ?? null,
    next: next.get(person) ?? null,
    away: away.has(person),
  }))
}
