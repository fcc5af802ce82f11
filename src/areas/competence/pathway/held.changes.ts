// Who goes which way, who signs off, and who holds a competence on a day: from granted roles, supervisor roles and what was
// signed off, with everything that a role of the policy also counts as. Reads only.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { findGrants, type Registration, registrationsOfPeople, type RoleGrant } from '../../people/index.ts'
import { type Policy, policyHistory, policyOn } from '../../policy/index.ts'
import { type CountsAs, heldOn, roleKeys } from '../../supervision/index.ts'
import { type Pathway, type SeniorityOf, signsOff } from './pathway.ts'
import { pathwaysIn, seniorityIn } from './pathway.view.ts'

export type Ways = {
  readonly policy: Policy
  readonly pathways: readonly Pathway[]
  readonly seniorityOf: SeniorityOf
}

/** The ways of the policy in force on a day. */
export async function waysOn(work: Work, day: Day): Promise<Ways> {
  const policy = await policyOn(work, day)
  return { policy, pathways: pathwaysIn(policy, await policyHistory(work)), seniorityOf: seniorityIn(policy) }
}

/** What people hold on a day. */
export type Held = {
  readonly rolesOf: (person: PersonId) => readonly string[]
  /** The competence of a way, the one that holds longest; null when it is not held. */
  readonly competenceOf: (person: PersonId, pathway: Pick<Pathway, 'competence'>) => Registration | null
  /** Everybody who holds anything. */
  readonly people: readonly PersonId[]
}

/** Roles and competences of some people on a day, of everybody without. */
export async function heldBy(
  work: Work,
  { policy, people, day }: { policy: Policy; people: readonly PersonId[] | null; day: Day },
): Promise<Held> {
  return (await heldThrough(work, { policy, people }))(day)
}

/** The same for any day, from one look. */
export async function heldThrough(
  work: Work,
  { policy, people }: { policy: Policy; people: readonly PersonId[] | null },
): Promise<(day: Day) => Held> {
  const grants = people?.length === 0 ? [] : await findGrants(work, people?.length === 1 ? people[0] : null)
  const registrations = people?.length === 0 ? [] : await registrationsOfPeople(work, people)
  const countsAs: CountsAs = new Map(
    policy.packs.flatMap((pack) => pack.roles ?? []).map((role) => [role.key, role.countsAs ?? []]),
  )
  return (day) => heldOf(heldOn(grants, day), heldOn(registrations, day), countsAs)
}

function heldOf(grants: readonly RoleGrant[], registrations: readonly Registration[], countsAs: CountsAs): Held {
  const granted = Map.groupBy(grants, (one) => one.person)
  const things = Map.groupBy(registrations, (one) => one.person)
  return {
    rolesOf: (person) => {
      const roles = (granted.get(person) ?? []).map((one) => one.role)
      return roleKeys(roles, things.get(person) ?? [], countsAs)
    },
    competenceOf: (person, { competence }) =>
      (things.get(person) ?? [])
        .filter((one) => one.kind === 'competence' && one.body === competence)
        .toSorted((a, b) => (b.to ?? '9999').localeCompare(a.to ?? '9999'))[0] ?? null,
    people: [...new Set([...granted.keys(), ...things.keys()])],
  }
}

/** The ways on which somebody signs off today. */
export async function signedOffBy(work: Work, ways: Ways, person: PersonId): Promise<readonly Pathway[]> {
  const held = await heldBy(work, { policy: ways.policy, people: [person], day: work.today })
  return ways.pathways.filter((one) => signsOff(held.rolesOf(person), one, ways.seniorityOf))
}
