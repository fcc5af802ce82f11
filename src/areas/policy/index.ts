// What later areas may use of policy.
export { contradictionsOf } from './check/contradictions.ts'
export { type PackReading, readPack } from './check/pack-reading.ts'
export { packSchema } from './check/pack-schema.ts'
export { type PolicyPack, policyPack } from './pack/pack.ts'
export { textOf, type Wording } from './pack/wording.ts'
export { type Policy, policyOf, type RecordTemplate, type StaffGroup, type SupervisionType } from './version/policy.ts'
export type { InForce, PolicyVersion, PolicyVersionId } from './version/version.ts'
export {
  approveVersion,
  draftVersion,
  policyHistory,
  policyOn,
  saveDraft,
  withdrawVersion,
} from './version/version.changes.ts'
