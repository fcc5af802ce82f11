// The criteria of the policy for bringing a family to supervision (SPEC 6.1): which there are, in the words of the pack.
// A criterion that has left the policy since a case was listed keeps its key for words, so that nothing is lost on saving.
import { type Policy, textOf } from '../../policy/index.ts'
import type { MetCriterion } from '../case/case.ts'

export type Criterion = { readonly key: string; readonly words: string }

/** Every criterion of the packs in force, and those that a case meets already. */
export function criteriaOf(policy: Policy, met: readonly MetCriterion[] = []): readonly Criterion[] {
  const inForce = policy.packs
    .flatMap((pack) => pack.criteria ?? [])
    .map((one) => ({ key: one.key, words: textOf(one.text) }))
  const gone = met.filter((one) => !inForce.some((other) => other.key === one.key))
  return [...inForce, ...gone.map((one) => ({ key: one.key, words: sentence(one.key) }))]
}

/** 'Fabricated illness', for a key that the policy no longer explains. */
const sentence = (key: string): string => {
  const words = key.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
