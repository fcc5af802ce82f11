// What a version of a pack asks while it is in force, and since when the organisation has asked it (SPEC 2.1, 3.1). Nothing
// can have been due before a rule was in force here, however old a post is: time under a rule counts from the first version,
// in an unbroken row of them, that has the rule. A rule is known again by its key.
import { numberOfDay } from '../../../platform/time/day.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { requirementsOf } from '../pack/requirements.ts'
import type { Requirement } from '../rule/requirement.ts'
import type { InForce } from '../version/version.ts'

/** The requirements of a version, each with the day since which the organisation has asked it; `history`: all versions. */
export function requirementsInForce(history: readonly InForce[], version: InForce): readonly Requirement[] {
  const earlier = history
    .filter((one) => one.version.packKey === version.version.packKey && one.from <= version.from)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .map((one) => ({ from: numberOfDay(one.from), keys: new Set(readOnce(one.pack).map(({ key }) => key)) }))
  return readOnce(version.pack).map((requirement) => {
    const dropped = earlier.findIndex(({ keys }) => !keys.has(requirement.key))
    const since = earlier[(dropped < 0 ? earlier.length : dropped) - 1]
    return { ...requirement, introduced: since?.from ?? numberOfDay(version.from) }
  })
}

const read = new WeakMap<PolicyPack, readonly Requirement[]>()

/** Reading the rows of a pack takes a moment, and an approved pack never changes. */
function readOnce(pack: PolicyPack): readonly Requirement[] {
  const known = read.get(pack) ?? requirementsOf(pack)
  read.set(pack, known)
  return known
}
