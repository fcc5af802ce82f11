// What a pack of the right shape can still get wrong: names that lead nowhere, dates and hours the wrong way round,
// shares that do not add up, rules that contradict each other. All of it at once, each with its place (SPEC 2.1).
import type { ShapeFault } from '../../../platform/schema.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { deskFaults, identityFaults } from './desk-faults.ts'
import { formatFaults } from './format-faults.ts'
import { keysOf } from './known-keys.ts'
import { matrixFaults } from './matrix-faults.ts'
import { standardFaults } from './standard-faults.ts'
import { paperFaults, typeFaults } from './type-faults.ts'

/** Every contradiction in a pack, each with the path of keys that leads to it. */
export function contradictionsOf(pack: PolicyPack): ShapeFault[] {
  const keys = keysOf(pack)
  return [
    ...identityFaults(pack),
    ...standardFaults(pack, keys),
    ...typeFaults(pack, keys),
    ...matrixFaults(pack, keys),
    ...paperFaults(pack, keys),
    ...formatFaults(pack, keys),
    ...deskFaults(pack),
  ]
}
