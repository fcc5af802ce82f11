// The rows of a pack's matrix made ready for reckoning, with what the pack says for all of them: lead time, excuses,
// full-time hours, the names of things, and which roles stand in for which.
import { intervalOf, readInterval } from '../rule/interval.ts'
import type { Requirement } from '../rule/requirement.ts'
import { readRequirements } from '../rule/requirement-reading.ts'
import { noDefaults, type RuleDefaults } from '../rule/rule-defaults.ts'
import type { PolicyPack } from './pack.ts'

/** Every requirement of a pack. Streams of a row have the key `row/stream`. */
export function requirementsOf(pack: PolicyPack): Requirement[] {
  const defaults = defaultsOf(pack)
  return (pack.matrix ?? []).flatMap((row) => readRequirements(row, defaults))
}

/** What the rows of a pack inherit from it. */
export function defaultsOf(pack: PolicyPack): RuleDefaults {
  const types = new Map(pack.types.map((type) => [type.key, type]))
  const names = new Map<string, string>([
    ...(pack.staffGroups ?? []).map((group) => [`staffGroup ${group.key}`, within(group.name)] as const),
    ...(pack.roles ?? []).map((role) => [`role ${role.key}`, within(role.name)] as const),
    ...(pack.competences ?? []).map((one) => [`competence ${one.key}`, within(one.name)] as const),
  ])
  return {
    lead: pack.lead === undefined ? (noDefaults.lead ?? intervalOf('4 weeks')) : readInterval(pack.lead),
    fullTimeHours: pack.fullTimeHours ?? noDefaults.fullTimeHours,
    excused: pack.excused,
    typeOf: (key) => types.get(key),
    words: { nameOf: (field, key) => names.get(`${field} ${key}`), standingIn: (role) => standInsOf(pack, role) },
  }
}

/** A name as it reads within a sentence: "Health visitors" is "health visitors", "CAMHS" stays. */
const within = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** Every role that counts as this one, directly or through another. */
function standInsOf(pack: PolicyPack, role: string): string[] {
  const found = new Set<string>()
  const look = (wanted: string) => {
    for (const one of pack.roles ?? []) {
      if (found.has(one.key) || !one.countsAs?.includes(wanted)) continue
      found.add(one.key)
      look(one.key)
    }
  }
  look(role)
  return [...found]
}
