// Gathers those who supervise or prepare to, with how each stands: the same few statements for one and for all. Reads only.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersons } from '../../people/index.ts'
import { type LastOf, lookAtOwn, nextOwnDays, standingOn } from '../in-date/own-supervision.changes.ts'
import { type Entry, progressOf } from '../logbook/entry.ts'
import { findEntries } from '../logbook/entry.store.ts'
import { type Held, heldBy, type Ways, waysOn } from '../pathway/held.changes.ts'
import { isFor, type Pathway } from '../pathway/pathway.ts'
import { ownOfAll, type Supervisor } from './supervisor.ts'

export type Gathered = {
  readonly ways: Ways
  readonly held: Held
  readonly lastOf: LastOf
  /** By name. */
  readonly supervisors: readonly Supervisor[]
}

/** Those among these people who hold a role of a way today, of everybody without; nobody who has left. */
export async function findSupervisors(work: Work, people: readonly PersonId[] | null): Promise<Gathered> {
  const ways = await waysOn(work, work.today)
  const held = await heldBy(work, { policy: ways.policy, people, day: work.today })
  const wanted = (people ?? held.people).filter((one) => waysOf(one, ways, held).length > 0)
  if (wanted.length === 0) return { ways, held, lastOf: () => null, supervisors: [] }
  const persons = (await findPersons(work, wanted)).filter((one) => one.leftOn === null || one.leftOn >= work.today)
  const here = persons.map(({ id }) => id)
  const entries = Map.groupBy(await findEntries(work, here), (one) => one.person)
  const lastOf = await lookAtOwn(work, { ways, people: here, on: work.today })
  const types = ways.pathways.flatMap((one) => (one.ownSupervision ? one.planned : []))
  const next = await nextOwnDays(work, here, types)
  const supervisors = persons.map(({ id, name }): Supervisor => {
    const own = waysOf(id, ways, held)
    return {
      person: id,
      name,
      roles: rolesOf(id, own, held),
      ways: own.map((pathway) => onWay(id, { pathway, held, entries: entries.get(id) ?? [] })),
      own: ownOfAll(
        asking(id, own, held).flatMap(
          (pathway) =>
            standingOn(id, pathway, {
              ways,
              held,
              last: lastOf(id, pathway),
              next: next.get(id) ?? null,
              on: work.today,
            }) ?? [],
        ),
      ),
    }
  })
  return { ways, held, lastOf, supervisors: supervisors.toSorted((a, b) => a.name.localeCompare(b.name)) }
}

const waysOf = (person: PersonId, ways: Ways, held: Held): readonly Pathway[] =>
  ways.pathways.filter((one) => isFor(held.rolesOf(person), one))

/** The ways whose own supervision is asked of somebody: those on which they are signed off, else all of theirs. */
function asking(person: PersonId, own: readonly Pathway[], held: Held): readonly Pathway[] {
  const signed = own.filter((one) => held.competenceOf(person, one) !== null)
  return signed.length > 0 ? signed : own
}

function rolesOf(person: PersonId, own: readonly Pathway[], held: Held): readonly string[] {
  const keys = held.rolesOf(person)
  return [...new Set(own.flatMap((one) => one.roles.filter(({ key }) => keys.includes(key)).map(({ name }) => name)))]
}

const onWay = (
  person: PersonId,
  { pathway, held, entries }: { pathway: Pathway; held: Held; entries: readonly Entry[] },
) => ({ pathway, signed: held.competenceOf(person, pathway), progress: progressOf(pathway, entries) })
