// What later areas may use of policy.
export { contradictionsOf } from './check/contradictions.ts'
export { type PackReading, readPack } from './check/pack-reading.ts'
export { packSchema } from './check/pack-schema.ts'
export { type PolicyPack, policyPack } from './pack/pack.ts'
export { textOf, type Wording } from './pack/wording.ts'
