// From a pack's matrix to requirements ready for reckoning. What the pack says for all rows is filled in where a row says
// nothing, and a role that counts as another qualifies wherever that other one does. SPEC 2.2, 2.3.
import { readInterval } from '../rule/interval.ts'
import type { Requirement } from '../rule/requirement.ts'
import { readRequirements } from '../rule/requirement-reading.ts'
import type { RuleDefaults } from '../rule/rule-defaults.ts'
import { plainWords, sameWord, type Test } from '../rule/test-of-facts.ts'
import type { PolicyPack } from './pack.ts'

/** Every requirement of a pack, in the order of its matrix; a row with streams makes one for each. Pure; never throws on a checked pack. */
export function requirementsOf(pack: PolicyPack): readonly Requirement[] {
  const defaults = defaultsOf(pack)
  const fulfilling = rolesFulfilling(pack)
  return (pack.matrix ?? [])
    .flatMap((row) => readRequirements(row, defaults))
    .map((requirement) => ({
      ...requirement,
      appliesTo: withCountedRoles(requirement.appliesTo, fulfilling),
      supervisors: withCountedRoles(requirement.supervisors, fulfilling),
    }))
}

/** What the rows of a pack inherit when they say nothing themselves. */
export function defaultsOf(pack: PolicyPack): RuleDefaults {
  const names = new Map<string, string>([
    ...(pack.staffGroups ?? []).map((group) => [`staffGroup ${group.key}`, within(group.name)] as const),
    ...(pack.roles ?? []).map((role) => [`role ${role.key}`, within(role.name)] as const),
    ...(pack.competences ?? []).map((one) => [`competence ${one.key}`, within(one.name)] as const),
  ])
  return {
    lead: pack.lead === undefined ? null : readInterval(pack.lead),
    fullTimeHours: pack.fullTimeHours ?? 37.5,
    excused: pack.excused,
    typeOf: (key) => pack.types.find((type) => type.key === key),
    words: { ...plainWords, nameOf: (field, key) => names.get(`${field} ${key}`) },
  }
}

/** A name as it reads within a sentence: "Health visitors" is "health visitors", "CAMHS" stays. */
const within = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** The keys of roles that qualify where a role is asked for. */
export type RolesFulfilling = (role: string) => readonly string[]
/** For each role of a pack: itself and every role that counts as it, also by way of others (SPEC 2.2). Unknown roles: themselves. */
export function rolesFulfilling(pack: PolicyPack): RolesFulfilling {
  const held = (pack.roles ?? []).map(({ key, countsAs }) => ({
    key: sameWord(key),
    countsAs: countsAs?.map(sameWord),
  }))
  return (role) => {
    const found = [sameWord(role)]
    for (const one of found)
      found.push(
        ...held.filter(({ key, countsAs }) => countsAs?.includes(one) && !found.includes(key)).map(({ key }) => key),
      )
    return found
  }
}

/** The same condition, met by holders of counted roles too; its words stay those of its author. */
export function withCountedRoles(test: Test | null, fulfilling: RolesFulfilling): Test | null {
  return test === null ? null : counted(test, fulfilling)
}

function counted(test: Test, fulfilling: RolesFulfilling): Test {
  if ('all' in test) return { all: test.all.map((one) => counted(one, fulfilling)) }
  if ('any' in test) return { any: test.any.map((one) => counted(one, fulfilling)) }
  if ('not' in test) return { not: counted(test.not, fulfilling) }
  if ('supervisor' in test) return { supervisor: counted(test.supervisor, fulfilling) }
  if ('oneOf' in test && test.field === 'role')
    return { ...test, oneOf: [...new Set(test.oneOf.flatMap((role) => fulfilling(role)))] }
  return test
}
