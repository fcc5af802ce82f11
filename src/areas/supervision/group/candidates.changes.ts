// The people of a unit who could come to a group session, with how long ago they had this type and what is ahead.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import {
  absencesOfPeople,
  holdsOn,
  namesOf,
  postsOn,
  staffOf,
  type UnitId,
  unitsBelow,
  unitsLedBy,
} from '../../people/index.ts'
import { whomMaySupervise } from '../booking/eligibility.changes.ts'
import { contracted } from '../contracts/contract.changes.ts'
import { standingPairs } from '../pair/pair.store.ts'
import { evidenceFor } from '../evidence.store.ts'
import { findNextDays } from '../session/session.store.ts'
import type { Candidate, Due } from './group.ts'

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
  const leads = await whomMaySupervise(work, { supervisor: work.asker.person, type, people, day: work.today })
  const known = await knownTo(work, people, leads.named)
  const last = new Map<PersonId, Day>()
  for (const one of await evidenceFor(work, { people: known }))
    if (one.type === type && one.part === 'receiving' && (last.get(one.person) ?? '') < one.day)
      last.set(one.person, one.day)
  const next = await findNextDays(work, known, type)
  const away = new Set(
    (await absencesOfPeople(work, known)).filter((one) => holdsOn(one, work.today)).map((one) => one.person),
  )
  const due = await dueOf(work, known, type)
  const signed = await contracted(work, { type, supervisor: work.asker.person, supervisees: people })
  return people.map((person) => ({
    person,
    name: names.get(person) ?? '',
    isKnown: known.includes(person),
    due: due.get(person) ?? null,
    mayLead: leads.may.has(person),
    contracted: signed.has(person),
    last: last.get(person) ?? null,
    next: next.get(person) ?? null,
    away: away.has(person),
  }))
}

/** What later areas are asked about a choice of people: when each is due for a kind of supervision. */
declare module '../../../platform/area.ts' {
  interface Questions {
    'when supervision is due': {
      about: { readonly people: readonly PersonId[]; readonly type: string; readonly day: Day }
      answer: { readonly person: PersonId } & Due
    }
  }
}

/** The nearest due day of each person; of several rows the one that presses most. */
async function dueOf(work: Work, people: readonly PersonId[], type: string): Promise<ReadonlyMap<PersonId, Due>> {
  const due = new Map<PersonId, Due>()
  for (const one of await work.ask('when supervision is due', { people, type, day: work.today })) {
    const other = due.get(one.person)
    if (!other || (one.on ?? '9999') < (other.on ?? '9999')) due.set(one.person, { on: one.on, state: one.state })
  }
  return due
}

/**
 * Those of whom the asker may know when they had this type and whether they are away: those whom the policy names the asker
 * to supervise; else the asker's own supervisees and staff, and the people of units that the asker leads.
 */
async function knownTo(
  work: Work,
  people: readonly PersonId[],
  named: ReadonlySet<PersonId>,
): Promise<readonly PersonId[]> {
  const asker = work.asker.person
  if (people.every((person) => named.has(person))) return people
  const pairs = (await standingPairs(work, people)).filter((pair) => pair.supervisor === asker)
  const own = new Set([...named, ...(await staffOf(work, asker, work.today)), ...pairs.map((pair) => pair.supervisee)])
  const led = new Set<UnitId>()
  for (const unit of await unitsLedBy(work, asker, work.today))
    for (const below of await unitsBelow(work, unit, work.today)) led.add(below)
  for (const post of led.size > 0 ? await postsOn(work, work.today, people) : [])
    if (post.unit !== null && led.has(post.unit)) own.add(post.person)
  return people.filter((person) => own.has(person))
}
