// How often sessions were prepared beforehand, against the policy's target (SPEC 3.3, 5.4): of those who came, and of those
// whose session was put off for it, how many had said that they were ready before it began. Counted only where the policy
// makes preparation a gate or sets a target for it, and never where it is private. Facts by day, nothing that was written.
import type { Day } from '../../../platform/time/day.ts'
import { addDays, addMonths } from '../../../platform/time/day.ts'
import type { Policy } from '../../policy/index.ts'
import type { PreparedFact } from '../../supervision/index.ts'

export type PreparedFigure = {
  readonly type: string
  readonly name: string
  readonly prepared: number
  readonly of: number
  /** In percent; null when nothing was counted, or the policy has no target. */
  readonly percent: number | null
  readonly target: number | null
}

type Counted = { readonly type: string; readonly name: string; readonly target: number | null }

/** The three months up to a day. */
export const countedSpan = (day: Day): { from: Day; to: Day } => ({ from: addDays(addMonths(day, -3), 1), to: day })

/** The kinds of supervision whose preparation is counted, with their targets. */
export function countedTypes(policy: Policy): readonly Counted[] {
  const targets = policy.packs.flatMap((pack) => pack.targets ?? []).filter((one) => one.measure === 'preparation done')
  return policy.types.flatMap(({ key, name, preparation }) => {
    if (!preparation || isYes(preparation.private)) return []
    const target = targets.find((one) => !one.types || one.types.includes(key))
    if (!target && !isYes(preparation.gate)) return []
    const atLeast = typeof target?.atLeast === 'string' ? target.atLeast : ''
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(atLeast)?.[1]
    return [{ type: key, name, target: percent === undefined ? null : Number(percent) }]
  })
}

const isYes = (text: boolean | 'yes' | 'no' | undefined): boolean => text === true || text === 'yes'

/** A figure for each counted kind that was held or put off at all. */
export function preparedFigures(
  counted: readonly Counted[],
  facts: readonly PreparedFact[],
): readonly PreparedFigure[] {
  return counted.flatMap((one) => {
    const here = facts.filter((fact) => fact.type === one.type)
    if (here.length === 0) return []
    const prepared = here.filter((fact) => fact.prepared).length
    return [{ ...one, prepared, of: here.length, percent: Math.floor((100 * prepared) / here.length) }]
  })
}
