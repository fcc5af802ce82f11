// The starting list: a safeguarding lead signs off together those who supervised before the policy asked for it, with the
// reason, which is reported. Never oneself; a colleague does that.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersons } from '../../people/index.ts'
import { evidenceFor } from '../../supervision/index.ts'
import { heldBy, type Ways, waysOn } from '../pathway/held.changes.ts'
import { dayAfter, isFor, leadRoles, type Pathway } from '../pathway/pathway.ts'
import { giveCompetence } from './sign-off.changes.ts'
import { startOf } from './sign-off.ts'

/** One who could be brought in on a way, and from which day it would hold. */
export type Starting = { readonly person: PersonId; readonly name: string; readonly from: Day }

/** Those who could be brought in on each way that a kind of supervision asks for, by name; the asker never. */
export async function findStarting(work: Work): Promise<ReadonlyMap<Pathway, readonly Starting[]>> {
  const ways = await waysOn(work, work.today)
  const asked = ways.pathways.filter((one) => one.neededFor.length > 0)
  const now = await heldBy(work, { policy: ways.policy, people: null, day: work.today })
  const led = await firstLed(work, asked)
  const found = new Map<Pathway, readonly Starting[]>()
  for (const pathway of asked) {
    const people = [...new Set([...now.people, ...led.keys()])].filter(
      (one) => one !== work.asker.person && now.competenceOf(one, pathway) === null,
    )
    found.set(pathway, await startingOn(work, { ways, pathway, people, led }))
  }
  return found
}

type Looking = { ways: Ways; pathway: Pathway; people: readonly PersonId[]; led: ReadonlyMap<PersonId, Led> }

async function startingOn(work: Work, { ways, pathway, people, led }: Looking): Promise<readonly Starting[]> {
  const then = await heldBy(work, { policy: ways.policy, people, day: pathway.since })
  const days = new Map<PersonId, Day>()
  for (const person of people) {
    const ledFirst = led.get(person)?.get(pathway.key) ?? null
    const from = startOf(
      { person, heldRole: isFor(then.rolesOf(person), pathway), ledFirst },
      pathway.since,
      work.today,
    )
    if (from !== null) days.set(person, from)
  }
  const persons = (await findPersons(work, [...days.keys()])).filter((one) => one.leftOn === null)
  return persons
    .map(({ id, name }) => ({ person: id, name, from: days.get(id) ?? pathway.since }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

type Led = ReadonlyMap<string, Day>

/** The first day on which people led a kind that a way is for, by person and way. */
async function firstLed(work: Work, pathways: readonly Pathway[]): Promise<ReadonlyMap<PersonId, Led>> {
  const found = new Map<PersonId, Map<string, Day>>()
  if (pathways.length === 0) return found
  for (const one of await evidenceFor(work)) {
    if (one.part !== 'delivering') continue
    for (const pathway of pathways) {
      if (!pathway.neededFor.some(({ key }) => key === one.type)) continue
      const days = found.get(one.person) ?? new Map<string, Day>()
      const known = days.get(pathway.key)
      if (known === undefined || one.day < known) days.set(pathway.key, one.day)
      found.set(one.person, days)
    }
  }
  return found
}

/** Signs off those who were ticked, as 'way person' each, in one go. Answers how many. */
export async function signOffStarting(
  work: Work,
  ticked: readonly string[],
  { reason }: { reason: string },
): Promise<Decision<number>> {
  const ways = await waysOn(work, work.today)
  const own = await heldBy(work, { policy: ways.policy, people: [work.asker.person], day: work.today })
  if (!leadRoles.some((role) => own.rolesOf(work.asker.person).includes(role)))
    return no('The starting list is for named and designated professionals')
  const offered = await findStarting(work)
  const wanted = new Set(ticked)
  let done = 0
  for (const [pathway, people] of offered)
    for (const { person, from } of people) {
      if (!wanted.has(tickOf(pathway, person))) continue
      const to = pathway.lasts === null ? null : dayAfter(work.today, pathway.lasts)
      await giveCompetence(work, person, { pathway, from, to, way: 'starting list', reason })
      done += 1
    }
  return done === 0 ? no('Tick at least one person', 'ticked') : yes(done)
}

/** How a person on a way is ticked. */
export const tickOf = (pathway: Pick<Pathway, 'key'>, person: PersonId): string => `${pathway.key} ${person}`
