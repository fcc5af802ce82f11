// Asks the policy whether a supervisor may supervise this type, and who else could (SPEC 5.2).
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, postsOn, registrationsOfPeople, rolesOfPeople } from '../../people/index.ts'
import {
  defaultsOf,
  fieldsOf,
  meets,
  type Policy,
  policyOn,
  readTest,
  rowsOfPeople,
  sameWord,
  type Subject,
  type Test,
  testWords,
} from '../../policy/index.ts'
import type { BookingPlan, Objection } from './booking.ts'
import { bandRank, conditionsFor, type CountsAs, heldOn, refusalWords, roleKeys, type Standing } from './eligibility.ts'

/**
 * One objection when the supervisor is not one whom the policy asks for, by the type or by the row of the matrix that is
 * for each supervisee; none when it asks for nobody in particular. `manages`: the supervisor is the line manager of one.
 */
export async function whoMaySupervise(
  work: Work,
  plan: BookingPlan,
  { manages }: { manages: boolean },
): Promise<readonly Objection[]> {
  const day = londonDay(plan.startsAt)
  if (await isNamedByType(work, plan, { day, manages })) return []
  const asking = await askingFor(work, { type: plan.terms.key, people: plan.supervisees, day })
  const [own] = await asking.standings([plan.supervisor])
  if (!own) return []
  const refused = plan.supervisees.filter((person) => !asking.may(own, person, manages))
  if (refused.length === 0) return []
  const could = (await asking.standings(null)).filter(
    (one) => one.person !== own.person && plan.supervisees.every((person) => asking.may(one, person, false)),
  )
  const names = await namesOf(work, [own.person, ...refused, ...could.map(({ person }) => person)])
  const named = (people: readonly PersonId[]) => people.map((person) => names.get(person) ?? '').filter(Boolean)
  const reason = refusalWords(names.get(own.person) ?? 'This person', plan.terms.name, {
    asked: asking.words(refused),
    whom: refused.length === plan.supervisees.length ? [] : named(refused).sort(),
    others: named(could.map(({ person }) => person)).sort(),
  })
  return [{ check: 'supervisor', reason, field: 'supervisor', mayBeOverridden: true }]
}

/** Whether the type itself names this supervisor for everybody: nearly always so, and then no row need be looked at. */
async function isNamedByType(
  work: Work,
  plan: BookingPlan,
  { day, manages }: { day: Day; manages: boolean },
): Promise<boolean> {
  const policy = await policyOn(work, day)
  const asks = typeAsks(policy, plan.terms.key)
  if (asks === null) return false
  const people = [plan.supervisor, ...plan.supervisees]
  const ofPosts = fieldsOf(asks).some((field) => !apartFromPosts.has(field))
  const [own, ...others] = await standingsOf(work, policy, { day, people, ofPosts })
  return own !== undefined && meets(asks, subjectOf(own, others, manages))
}

/** What is known of somebody without looking at their posts. */
const apartFromPosts: ReadonlySet<string> = new Set([
  'role',
  'registration',
  'accreditation',
  'competence',
  'lineManager',
])

/**
 * Those among these people whom somebody may supervise in a type on a day, by the type or by the rows that are for them;
 * `named`: those for whom the policy names its supervisors and this is one of them.
 */
export async function whomMaySupervise(
  work: Work,
  asked: Asked & { supervisor: PersonId },
): Promise<{ readonly may: ReadonlySet<PersonId>; readonly named: ReadonlySet<PersonId> }> {
  const asking = await askingFor(work, asked)
  const [own] = await asking.standings([asked.supervisor])
  const may = own ? asked.people.filter((person) => asking.may(own, person, false)) : []
  return { may: new Set(may), named: new Set(may.filter((person) => asking.asks(person))) }
}

/**
 * The people who may supervise a type on a day, for choosing from: by the type itself, and by the rows of the matrix for
 * `supervisee` when one is given; everybody known with any standing when the policy asks for nobody.
 */
export async function possibleSupervisors(
  work: Work,
  type: string,
  { day, supervisee = null }: { day: Day; supervisee?: PersonId | null },
): Promise<readonly PersonId[]> {
  const people = supervisee === null ? [] : [supervisee]
  const asking = await askingFor(work, { type, people, day })
  const all = await asking.standings(null)
  return all.filter((one) => asking.may(one, supervisee, false)).map(({ person }) => person)
}

type Asked = { readonly type: string; readonly people: readonly PersonId[]; readonly day: Day }

/** What the policy asks of those who supervise these people in a type on a day, ready to be put to anybody. */
async function askingFor(work: Work, { type, people, day }: Asked) {
  const policy = await policyOn(work, day)
  const asks = typeAsks(policy, type)
  const rows = await rowsOfPeople(work, policy.packs, { people, day })
  const conditions = (person: PersonId | null) =>
    conditionsFor({ key: sameWord(type), asks }, person === null ? [] : (rows.get(person) ?? []))
  const standings = (whom: readonly PersonId[] | null) => standingsOf(work, policy, { day, people: whom })
  const theirs = new Map((await standings(people)).map((one) => [one.person, one]))
  return {
    standings,
    asks: (person: PersonId) => conditions(person).length > 0,
    may: (one: Standing, person: PersonId | null, manages: boolean): boolean => {
      const tests = conditions(person)
      const supervisee = person === null ? undefined : theirs.get(person)
      const subject = subjectOf(one, supervisee ? [supervisee] : [], manages)
      return tests.length === 0 || tests.some((test) => meets(test, subject))
    },
    /** What is asked for any of these people, each thing once. */
    words: (whom: readonly PersonId[]): string =>
      [...new Set(whom.flatMap(conditions).map((test) => testWords(test)))].join(', or '),
  }
}

/** The type's own condition, its roles by their names. */
function typeAsks(policy: Policy, type: string): Test | null {
  const pack = policy.packs.find((one) => one.types.some(({ key }) => key === type))
  const condition = policy.type(type)?.supervisors
  return pack === undefined || condition === undefined ? null : readTest(condition, defaultsOf(pack).words)
}

/** What people hold on a day, in the order asked for; without people, everybody who holds a role, registration or the like. */
async function standingsOf(
  work: Work,
  policy: Policy,
  { day, people, ofPosts = true }: { day: Day; people: readonly PersonId[] | null; ofPosts?: boolean },
): Promise<readonly Standing[]> {
  const granted = await rolesOfPeople(work, people, day)
  const held = Map.groupBy(heldOn(await registrationsOfPeople(work, people), day), (thing) => thing.person)
  const wanted = people ?? [...new Set([...granted.keys(), ...held.keys()])]
  const posts = Map.groupBy(ofPosts ? await postsOn(work, day, wanted) : [], (post) => post.person)
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
