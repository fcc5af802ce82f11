// Who may supervise a type (SPEC 5.2): the policy names roles, registrations, accreditations, competence, seniority, for
// the type as a whole and in the rows of its matrix for the people who need it: a midwife's row names the named midwife.
// This gathers what a person holds on a day, which conditions open the way to a supervisee, and says the refusal in words.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'

/** What a person holds or is on a day, as words. */
export type Standing = {
  readonly person: PersonId
  readonly roles: readonly string[]
  readonly registrations: readonly string[]
  readonly accreditations: readonly string[]
  readonly competences: readonly string[]
  readonly professions: readonly string[]
  readonly staffGroups: readonly string[]
  readonly units: readonly string[]
  readonly band: string | null
}

export type HeldThing = { readonly kind: string; readonly body: string; readonly from: Day; readonly to: Day | null }

/** Keys that a role of the policy also counts as, such as an advisor for children as an advisor. */
export type CountsAs = ReadonlyMap<string, readonly string[]>

// The names under which the service grants roles, and the keys that shipped policies know them by.
const grantedAs: Readonly<Record<string, readonly string[]>> = {
  'senior advisor': ['senior-advisor', 'senior-safeguarding-advisor'],
}

/** Role keys from granted roles and from supervisor roles held, with everything that they count as. */
export function roleKeys(granted: Iterable<string>, held: readonly HeldThing[], countsAs: CountsAs): readonly string[] {
  const keys = new Set<string>()
  const add = (key: string) => {
    if (keys.has(key)) return
    keys.add(key)
    for (const other of countsAs.get(key) ?? []) add(other)
  }
  for (const role of granted) for (const key of grantedAs[role] ?? [role.replaceAll(' ', '-')]) add(key)
  for (const thing of held) if (thing.kind === 'supervisor role') add(thing.body)
  return [...keys]
}

/** The things in force on a day. */
export const heldOn = <Thing extends Pick<HeldThing, 'from' | 'to'>>(
  held: readonly Thing[],
  day: Day,
): readonly Thing[] => held.filter((thing) => thing.from <= day && (thing.to === null || thing.to >= day))

/** The highest number in a band, so that '8a' is above '7'; undefined when there is none. */
export function bandRank(band: string | null): number | undefined {
  const found = /(\d+)([a-d])?/.exec((band ?? '').toLowerCase())
  return found ? Number(found[1]) + (found[2] ? (found[2].charCodeAt(0) - 96) / 10 : 0) : undefined
}

/**
 * What is asked of whoever supervises one person in a type: to be one whom the type names, or one whom a row of the matrix
 * names that is for this person. Any of them will do; none at all: anybody will.
 */
export function conditionsFor<T>(
  type: { readonly key: string; readonly asks: T | null },
  rows: readonly { readonly types: readonly string[]; readonly supervisors: T | null }[],
): readonly T[] {
  const named = rows.filter((row) => row.types.includes(type.key)).map((row) => row.supervisors)
  return [type.asks, ...named].filter((one) => one !== null)
}

/** The refusal in words: whom for when it is not for all, what is asked, and who could do it instead. */
export function refusalWords(
  name: string,
  type: string,
  { asked, whom, others }: { asked: string; whom: readonly string[]; others: readonly string[] },
): string {
  const could = others.length === 0 ? 'Nobody is known who can' : `These people can: ${others.slice(0, 5).join(', ')}`
  const people = whom.length === 0 ? '' : ` of ${whom.slice(0, 5).join(', ')}${whom.length > 5 ? ' and others' : ''}`
  return `${name} cannot supervise ${type}${people}. The policy asks for ${asked}. ${could}`
}
