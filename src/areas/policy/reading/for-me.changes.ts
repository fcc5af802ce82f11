// The rows of the policy that are for somebody, from their posts and roles on a day.
import type { PersonId } from '../../../platform/ids.ts'
import { type Day, numberOfDay } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import {
  findUnits,
  holdsOn,
  type Post,
  postsOf,
  postsOn,
  type Registration,
  registrationsOfPeople,
  rolesOfPeople,
} from '../../people/index.ts'
import type { Holding } from '../facts/person-facts.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { requirementsOf } from '../pack/requirements.ts'
import type { Requirement } from '../rule/requirement.ts'
import type { Subject } from '../rule/test-of-facts.ts'
import { type MyPost, type MyRow, rowsFor, rowsForMe, subjectsOf } from './for-me.ts'

/** What these packs ask for the asker, today. Nothing for somebody without a post. */
export async function myRows(work: Work, packs: readonly PolicyPack[]): Promise<readonly MyRow[]> {
  const posts = (await postsOf(work, work.asker.person)).filter((post) => holdsOn(post, work.today))
  const asked = await askedOf(work, work.today)
  return rowsForMe(packs, { today: numberOfDay(work.today), roles: work.asker.roles, posts: posts.map(asked) })
}

/** The rows of these packs that are for each of these people on a day; nothing for somebody without a post then. */
export async function rowsOfPeople(
  work: Work,
  packs: readonly PolicyPack[],
  asked: { people: readonly PersonId[]; day: Day },
): Promise<ReadonlyMap<PersonId, readonly Requirement[]>> {
  const rows = packs.map(requirementsOf)
  const known = await factsOfPeople(work, asked)
  return new Map([...known].map(([person, mine]) => [person, rows.flatMap((ofPack) => rowsFor(ofPack, mine))]))
}

/** The posts of these people on a day as conditions ask about them, with what they hold. */
export async function subjectsOfPeople(
  work: Work,
  asked: { people: readonly PersonId[]; day: Day },
): Promise<ReadonlyMap<PersonId, readonly Subject[]>> {
  return new Map([...(await factsOfPeople(work, asked))].map(([person, mine]) => [person, subjectsOf(mine)]))
}

async function factsOfPeople(work: Work, { people, day }: { people: readonly PersonId[]; day: Day }) {
  const posts = Map.groupBy(await postsOn(work, day, people), (post) => post.person)
  const registered = Map.groupBy(await registrationsOfPeople(work, people), (one) => one.person)
  const granted = await rolesOfPeople(work, people, day)
  const asPost = await askedOf(work, day)
  return new Map(
    people.map((person) => {
      const holdings = [
        ...(registered.get(person) ?? []).map(holdingOf),
        ...[...(granted.get(person) ?? [])].map(roleOf),
      ]
      return [person, { posts: (posts.get(person) ?? []).map(asPost), holdings, day: numberOfDay(day) }]
    }),
  )
}

const kinds = {
  registration: 'registration',
  accreditation: 'accreditation',
  'supervisor role': 'role',
  competence: 'competence',
} as const

const holdingOf = ({ kind, body, from, to }: Registration): Holding => ({
  what: kinds[kind],
  key: body,
  from: numberOfDay(from),
  to: to === null ? Number.POSITIVE_INFINITY : numberOfDay(to),
})

const roleOf = (key: string): Holding => ({
  what: 'role',
  key,
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
})

/** A post as a rule asks about it, with the names of its unit and of all units above it. */
async function askedOf(work: Work, day: Day): Promise<(post: Post) => MyPost> {
  const units = new Map((await findUnits(work, day)).map((place) => [place.unit, place]))
  const above = (unit: Post['unit']): string[] => {
    const names: string[] = []
    for (let at = unit ? units.get(unit) : undefined; at && names.length < 50; )
      at = names.push(at.name) && at.parent ? units.get(at.parent) : undefined
    return names
  }
  const listed = (word: string | null) => (word === null ? [] : [word])
  return (post) => ({
    staffGroups: listed(post.staffGroup),
    professions: listed(post.profession),
    trainingStages: listed(post.trainingStage),
    units: above(post.unit),
    kind: post.kind,
    band: post.band,
    caseload: post.caseload,
    hours: post.hoursPerWeek,
  })
}
