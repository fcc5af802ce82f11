// Asks the policy whether a supervisor may supervise this type, and who else could (SPEC 5.2).
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { isLineManagerOfAny, namesOf, postsOn, registrationsOfPeople, rolesOfPeople } from '../../people/index.ts'
import { meets, type Policy, policyOn, readTest, sameWord, type Subject, testWords } from '../../policy/index.ts'
import type { BookingPlan, Objection } from './booking.ts'
import { bandRank, type CountsAs, heldOn, refusalWords, roleKeys, type Standing } from './eligibility.ts'

/** One objection when the supervisor is not one that the policy asks for; none when it asks for nobody in particular. */
export async function whoMaySupervise(work: Work, plan: BookingPlan): Promise<readonly Objection[]> {
  const day = londonDay(plan.startsAt)
  const policy = await policyOn(work, day)
  const condition = policy.type(plan.terms.key)?.supervisors
  if (condition === undefined) return []
  const test = readTest(condition)
  const [own, ...supervisees] = await standingsOf(work, policy, { day, people: [plan.supervisor, ...plan.supervisees] })
  if (!own) return []
  const manages = await isLineManagerOfAny(work, plan.supervisor, plan.supervisees, work.today)
  if (meets(test, subjectOf(own, supervisees, manages))) return []
  const others = await standingsOf(work, policy, { day, people: null })
  const could = others.filter((one) => one.person !== own.person && meets(test, subjectOf(one, supervisees, false)))
  const names = await namesOf(work, [own.person, ...could.map(({ person }) => person)])
  const known = could
    .map(({ person }) => names.get(person) ?? '')
    .filter(Boolean)
    .sort()
  const reason = refusalWords(names.get(own.person) ?? 'This person', plan.terms.name, testWords(test), known)
  return [{ check: 'supervisor', reason, field: 'supervisor', mayBeOverridden: true }]
}

/** The people who may supervise a type on a day, for choosing from; everybody known with any standing when the policy asks for nobody. */
export async function possibleSupervisors(work: Work, type: string, day: Day): Promise<readonly PersonId[]> {
  const policy = await policyOn(work, day)
  const condition = policy.type(type)?.supervisors
  const all = await standingsOf(work, policy, { day, people: null })
  if (condition === undefined) return all.map(({ person }) => person)
  const test = readTest(condition)
  return all.filter((one) => meets(test, subjectOf(one, [], false))).map(({ person }) => person)
}

/** What people hold on a day, in the order asked for; without people, everybody who holds a role, registration or the like. */
async function standingsOf(
  work: Work,
  policy: Policy,
  { day, people }: { day: Day; people: readonly PersonId[] | null },
): Promise<readonly Standing[]> {
  const granted = await rolesOfPeople(work, people, day)
  const held = Map.groupBy(
    heldOn(await registrationsOfPeople(work, people), day) as readonly Held[],
    (thing) => thing.person,
  )
  const wanted = people ?? [...new Set([...granted.keys(), ...held.keys()])]
  const posts = Map.groupBy(await postsOn(work, day, wanted), (post) => post.person)
  const countsAs = countsAsIn(policy)
  return wanted.map((person) => {
    const things = held.get(person) ?? []
    const own = posts.get(person) ?? []
    const words = (kind: string) => things.filter((thing) => thing.kind === kind).map((thing) => thing.body)
    return {
      person,
      roles: roleKeys(granted.get(person) ?? [], things, countsAs),
      registrations: words('registration'),
      accreditations: words('accreditation'),
      competences: words('competence'),
      professions: own.flatMap((post) => post.profession ?? []),
      staffGroups: own.flatMap((post) => post.staffGroup ?? []),
      units: own.flatMap((post) => post.unit ?? []),
      band: own[0]?.band ?? null,
    }
  })
}

type Held = Awaited<ReturnType<typeof registrationsOfPeople>>[number]

const countsAsIn = (policy: Policy): CountsAs =>
  new Map(policy.packs.flatMap((pack) => pack.roles ?? []).map((role) => [role.key, role.countsAs ?? []]))

function subjectOf(one: Standing, supervisees: readonly Standing[], lineManager: boolean): Subject {
  const words: Readonly<Record<string, readonly string[]>> = {
    role: one.roles,
    registration: one.registrations,
    accreditation: one.accreditations,
    competence: one.competences,
    profession: one.professions,
    staffGroup: one.staffGroups,
    unit: one.units,
    band: one.band === null ? [] : [one.band.replace(/^band\s*/i, '')],
  }
  const rank = bandRank(one.band)
  const moreSenior = supervisees.every((other) => (rank ?? 0) > (bandRank(other.band) ?? 0))
  return {
    words: (field) => (words[field] ?? []).map(sameWord),
    number: (field) => (field === 'band' ? rank : undefined),
    truth: (field) => (field === 'lineManager' ? lineManager : field === 'moreSenior' ? moreSenior : undefined),
  }
}
