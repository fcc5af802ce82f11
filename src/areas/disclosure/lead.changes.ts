// Finds the safeguarding leads of a service, and whether somebody stands too near; reads only.
import type { PersonId } from '../../platform/ids.ts'
import { type Day, earliest } from '../../platform/time/day.ts'
import { londonDay } from '../../platform/time/moment.ts'
import type { Work } from '../../platform/work.ts'
import { findGrants, findLeads, findPersons, findUnits, namesOf, postsOn } from '../people/index.ts'
import {
  covers,
  type Grant,
  hasHeldBeforeToday,
  heldSince,
  leadRoles,
  type Line,
  nearness,
  type Place,
  safeguardingRoles,
} from './lead.ts'

/** Every grant of a role, with the London day on which it was made. */
export async function grantsOf(work: Work, person: PersonId | null = null): Promise<readonly Grant[]> {
  return (await findGrants(work, person)).map((grant) => ({ ...grant, grantedOn: londonDay(grant.grantedAt) }))
}

/** Where people work on a day: the units of their posts, null for a post at the top. */
export async function placesOf(work: Work, people: readonly PersonId[], day: Day): Promise<readonly Place[]> {
  if (people.length === 0) return []
  return [...new Set((await postsOn(work, day, people)).map((post) => post.unit))]
}

/** Who is line manager of whom, today and on another day: whoever was it then, or is it now, stands near. */
export async function linesAmong(work: Work, people: readonly PersonId[], then: Day): Promise<readonly Line[]> {
  if (people.length === 0) return []
  const days = then === work.today ? [then] : [earliest(then, work.today), work.today]
  const lines: Line[] = []
  for (const day of days)
    for (const post of await postsOn(work, day, people))
      if (post.manager !== null) lines.push({ person: post.person, manager: post.manager })
  return lines
}

/**
 * What a person looks after: the units in which they work or which they lead. A unit in which several people hold
 * safeguarding roles is a safeguarding service and looks after the whole organisation.
 */
export async function ownPlaces(work: Work, person: PersonId): Promise<readonly Place[]> {
  const led = (await findLeads(work, work.today)).filter((lead) => lead.person === person).map((lead) => lead.unit)
  const own = [...(await placesOf(work, [person], work.today)), ...led]
  const grants = await grantsOf(work)
  const holders = grants
    .map((grant) => grant.person)
    .filter((one) => hasHeldBeforeToday(grants, one, safeguardingRoles, work.today))
  const posts = await postsOn(work, work.today, [...new Set(holders)])
  const serves = own.some(
    (unit) => new Set(posts.filter((post) => post.unit === unit).map((post) => post.person)).size > 1,
  )
  return serves ? [null] : own
}

/** Whether a lead looks after any of the places. */
export async function looksAfter(work: Work, lead: PersonId, places: readonly Place[]): Promise<boolean> {
  return covers(await ownPlaces(work, lead), places, await findUnits(work, work.today))
}

/**
 * The safeguarding leads to whom something of these people goes: those of their services and the designated
 * professionals; if there is none, every lead. Never one of `near`, nor a line manager of one of them; and nobody whose
 * role was granted today, unless there is no other lead at all, so that a concern reaches somebody.
 */
export async function leadsFor(
  work: Work,
  about: { people: readonly PersonId[]; near: readonly PersonId[] },
): Promise<readonly PersonId[]> {
  const grants = await grantsOf(work)
  const lines = await linesAmong(work, about.near, work.today)
  const held = [...new Set(grants.map((grant) => grant.person))].filter(
    (person) =>
      heldSince(grants, person, leadRoles, work.today) !== null && nearness(person, about.near, lines) === null,
  )
  const here = await whoWorkHere(work, held)
  const settled = here.filter((person) => hasHeldBeforeToday(grants, person, leadRoles, work.today))
  const leads = settled.length > 0 ? settled : here
  const places = await placesOf(work, about.people, work.today)
  const own: PersonId[] = []
  for (const lead of leads) {
    const designated = heldSince(grants, lead, ['designated professional'], work.today) !== null
    if (designated || (await looksAfter(work, lead, places))) own.push(lead)
  }
  return own.length > 0 ? own : leads
}

/** Those of the people who have not left. */
export async function whoWorkHere(work: Work, people: readonly PersonId[]): Promise<readonly PersonId[]> {
  const persons = await findPersons(work, people)
  return persons.filter((one) => one.leftOn === null || one.leftOn >= work.today).map((one) => one.id)
}

/** Names of people; 'Somebody unknown' for ids that are nobody's. */
export async function namer(work: Work, people: Iterable<PersonId>): Promise<(person: PersonId) => string> {
  const names = await namesOf(work, people)
  return (person) => names.get(person) ?? 'Somebody unknown'
}
