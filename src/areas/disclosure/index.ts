// What later areas may use of disclosure.
export { addToConcern, closeConcern, passOn } from './escalation/concern.changes.ts'
export type { ConcernId } from './escalation/concern.ts'
