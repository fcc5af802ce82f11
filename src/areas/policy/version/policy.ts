// The policy as it stands on a day: all packs in force together. Later areas ask it for types, the matrix, templates
// and words; a thing's key is unique within its pack, and a pack of its own organisation wins over none.
import type { Day } from '../../../platform/time/day.ts'
import type { PolicyPack } from '../pack/pack.ts'
import type { InForce } from './version.ts'

export type SupervisionType = PolicyPack['types'][number]
export type RecordTemplate = NonNullable<PolicyPack['templates']>[number]
export type StaffGroup = NonNullable<PolicyPack['staffGroups']>[number]

export type Policy = {
  readonly day: Day
  readonly packs: readonly PolicyPack[]
  readonly types: readonly SupervisionType[]
  readonly staffGroups: readonly StaffGroup[]
  /** The supervision type of a key; null when no pack in force has it. */
  readonly type: (key: string) => SupervisionType | null
  readonly template: (key: string) => RecordTemplate | null
}

/** The packs that hold on `day`. */
export function policyOf(inForce: readonly InForce[], day: Day): Policy {
  const packs = inForce
    .filter((one) => one.from <= day && (one.until === null || day < one.until))
    .map((one) => one.pack)
  const types = packs.flatMap((pack) => pack.types)
  const templates = packs.flatMap((pack) => pack.templates ?? [])
  const staffGroups = new Map(packs.flatMap((pack) => pack.staffGroups ?? []).map((group) => [group.key, group]))
  return {
    day,
    packs,
    types,
    staffGroups: [...staffGroups.values()],
    type: (key) => types.find((type) => type.key === key) ?? null,
    template: (key) => templates.find((template) => template.key === key) ?? null,
  }
}
