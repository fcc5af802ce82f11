// Everything of the register that a person's page shows, in few queries.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { Absence } from '../absence/absence.ts'
import { absencesOf } from '../absence/absence.store.ts'
import type { Post } from '../post/post.ts'
import { postsOf } from '../post/post.store.ts'
import type { RoleGrant } from '../role/role.ts'
import { findGrants } from '../role/role.store.ts'
import type { Registration, Training } from '../standing/standing.ts'
import { registrationsOf, trainingOfPeople } from '../standing/standing.store.ts'
import { findUnits } from '../unit/unit.store.ts'
import { treeOf, type UnitId } from '../unit/unit.ts'
import { namesOf } from './person.store.ts'

export type RegisterFacts = {
  readonly posts: readonly Post[]
  readonly absences: readonly Absence[]
  readonly grants: readonly RoleGrant[]
  readonly registrations: readonly Registration[]
  readonly training: readonly Training[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly units: ReadonlyMap<UnitId, string>
  /** Names of staff groups by key. */
  readonly staffGroups: ReadonlyMap<string, string>
}

/** A person's facts with the names of everything they point to. Unit names are today's. */
export async function factsOf(work: Work, person: PersonId): Promise<RegisterFacts> {
  const posts = await postsOf(work, person)
  const absences = await absencesOf(work, person)
  const grants = await findGrants(work, person)
  const people = [...posts.map(({ manager }) => manager), ...absences.map(({ approvedBy }) => approvedBy)]
  const tree = treeOf(await findUnits(work, work.today))
  const known = await work.ask('staff groups', work.today)
  return {
    posts,
    absences,
    grants,
    registrations: await registrationsOf(work, person),
    training: await trainingOfPeople(work, [person]),
    names: await namesOf(work, [...people.filter((one) => one !== null), ...grants.map(({ grantedBy }) => grantedBy)]),
    units: new Map(tree.map(({ unit, path }) => [unit, path.join(' > ')])),
    staffGroups: new Map(known.map(({ key, name }) => [key, name])),
  }
}
