// From the policy's pathways to what observing needs of them: one small shape, so that nothing else here knows a pack's keys.
import { type Policy, type PolicyPack, readDuration, rolesFulfilling } from '../../policy/index.ts'
import type { Observing } from './duty.ts'

type Pathway = NonNullable<PolicyPack['pathways']>[number]

/** Everything that the policy wants observed, pathway by pathway. */
export const observingIn = (policy: Policy): readonly Observing[] =>
  policy.packs.flatMap((pack) => (pack.pathways ?? []).flatMap((pathway) => observingOf(pack, pathway) ?? []))

function observingOf(pack: PolicyPack, pathway: Pathway): Observing | null {
  const { observation } = pathway
  if (observation === undefined) return null
  const fulfilling = rolesFulfilling(pack)
  return {
    key: pathway.key,
    every: readDuration(observation.every),
    by: [...new Set(observation.by.flatMap((role) => fulfilling(role)))],
    reportTo: observation.reportTo ?? [],
    template: observation.template ?? null,
    types: pack.types
      .filter(({ supervisorInDate }) => supervisorInDate?.competence === pathway.key)
      .map((type) => type.key),
    gives: pathway.gives ?? null,
  }
}

// The names under which the service grants roles, and the further keys that policies know them by.
const grantedAs: Readonly<Record<string, readonly string[]>> = {
  director: ['director-of-safeguarding'],
  'senior advisor': ['senior-safeguarding-advisor'],
}

/** The keys that a granted role stands for. */
export const keysOfGranted = (role: string): readonly string[] => [
  role.replaceAll(' ', '-'),
  ...(grantedAs[role] ?? []),
]

/** What these roles count as: a designated nurse as a designated professional. */
export function countAs(policy: Policy, roles: readonly string[]): readonly string[] {
  const all = policy.packs.flatMap((pack) => pack.roles ?? [])
  return all.filter((role) => roles.includes(role.key)).flatMap((role) => role.countsAs ?? [])
}
