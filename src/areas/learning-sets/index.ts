// What later areas may use of learning sets: who is in which, and the deeds that change it.
export { beginRules, rulesOf } from './agreeing/set-rules.changes.ts'
export { handOver, joinSet, leaveSet } from './membership/membership.changes.ts'
export { endSet, makeSet } from './set/set.changes.ts'
export { findSet, findSets, findSetsOf } from './set/set.store.ts'
export { belongs, type LearningSet, leads, type Membership, peopleOn, type SetId, type SetPart } from './set/set.ts'
