// What the policy says of a kind of learning set: how many belong to it, how long a meeting is, which ground rules it agrees.
import { type Policy, type SupervisionType } from '../../policy/index.ts'
import type { SetSize } from './set.ts'

export type SetTerms = SetSize & {
  readonly key: string
  readonly name: string
  /** The key of its ground rules in the policy; null when it agrees none. */
  readonly groundRules: string | null
}

/** Every kind of learning set of the policy on its day. */
export const setTermsIn = (policy: Policy): readonly SetTerms[] => policy.types.filter(isLearningSet).map(termsOf)

/** The terms of one kind; null when no policy in force has it any more. */
export const setTermsOf = (policy: Policy, key: string): SetTerms | null =>
  setTermsIn(policy).find((terms) => terms.key === key) ?? null

/** How many hours after its end a meeting of a kind that nobody finished is closed; what is usual where the policy says nothing. */
export const closesAfterHours = (policy: Policy, key: string): number => policy.type(key)?.closesAfterHours ?? 12

/** The keys of the supervisor roles that the policy names for facilitating; null where it asks in another way. */
export function facilitatorRoles(policy: Policy): readonly string[] | null {
  const asked = policy.types.filter(isLearningSet).map((type) => type.supervisors)
  return asked.every((one) => Array.isArray(one))
    ? asked.flatMap((one) => (Array.isArray(one) ? one.map(String) : []))
    : null
}

const isLearningSet = (type: SupervisionType): boolean => type.format === 'learning set'

const termsOf = (type: SupervisionType): SetTerms => ({
  key: type.key,
  name: type.name,
  smallest: type.group?.smallest ?? null,
  largest: type.group?.largest ?? null,
  groundRules: type.agreement === 'none' ? null : type.agreement,
})
