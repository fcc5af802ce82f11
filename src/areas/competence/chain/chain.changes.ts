// Gathers the chain of supervision from those who supervise, who has whom as a supervisor, and their last sessions. Reads only.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersons } from '../../people/index.ts'
import { standingPairs } from '../../supervision/index.ts'
import { type Held, heldBy, type Ways } from '../pathway/held.changes.ts'
import { findSupervisors, type Gathered } from '../supervisors/supervisors.changes.ts'
import type { Supervisor } from '../supervisors/supervisor.ts'
import { chainOf, type Known, type Link } from './chain.ts'

/** The whole chain of today. */
export async function findChain(work: Work): Promise<readonly Link[]> {
  const gathered = await findSupervisors(work, null)
  const asked = gathered.supervisors.filter((one) => one.own !== null)
  const over = await supervisorsOf(work, asked, gathered)
  const known = asked.map(
    (one): Known => ({
      person: one.person,
      name: one.name,
      roles: one.roles,
      own: one.own,
      rank: rankOf(gathered.held.rolesOf(one.person), gathered.ways),
      supervisedBy: over.get(one.person) ?? [],
    }),
  )
  return chainOf([...known, ...(await othersAbove(work, known, gathered))])
}

/** Who supervises each of these: as agreed between them, and whoever held the last session that counts. */
async function supervisorsOf(
  work: Work,
  people: readonly Supervisor[],
  { ways, lastOf }: Gathered,
): Promise<ReadonlyMap<PersonId, readonly PersonId[]>> {
  const types = new Set(ways.pathways.flatMap((one) => (one.ownSupervision ? one.planned : [])))
  const pairs = (
    await standingPairs(
      work,
      people.map((one) => one.person),
    )
  ).filter((pair) => types.has(pair.type))
  const agreed = Map.groupBy(pairs, (pair) => pair.supervisee)
  return new Map(
    people.map((one) => {
      const asking = one.ways.filter(({ pathway }) => pathway.ownSupervision)
      const last = asking.flatMap(({ pathway }) => lastOf(one.person, pathway)?.by ?? [])
      const named = (agreed.get(one.person) ?? []).map((pair) => pair.supervisor)
      return [one.person, [...new Set([...named, ...last])]]
    }),
  )
}

/** Those who supervise somebody in the chain and go no way themselves, such as a designated nurse. */
async function othersAbove(work: Work, known: readonly Known[], { ways }: Gathered): Promise<readonly Known[]> {
  const here = new Set(known.map((one) => one.person))
  const others = [...new Set(known.flatMap((one) => one.supervisedBy))].filter((person) => !here.has(person))
  const held: Held = await heldBy(work, { policy: ways.policy, people: others, day: work.today })
  const names = new Map(ways.policy.packs.flatMap((pack) => pack.roles ?? []).map((role) => [role.key, role.name]))
  return (await findPersons(work, others)).map(({ id, name }) => {
    const roles = held.rolesOf(id)
    const [first] = roles.toSorted((a, b) => (ways.seniorityOf(b) ?? 0) - (ways.seniorityOf(a) ?? 0))
    const called = first === undefined ? [] : [names.get(first) ?? first]
    return { person: id, name, roles: called, own: null, rank: rankOf(roles, ways), supervisedBy: [] }
  })
}

const rankOf = (roles: readonly string[], { seniorityOf }: Ways): number =>
  Math.max(0, ...roles.map((role) => seniorityOf(role) ?? 0))
