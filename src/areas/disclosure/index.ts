// What later areas may use of disclosure.
export { addToConcern, closeConcern, passOn } from './escalation/concern.changes.ts'
export type { ConcernId } from './escalation/concern.ts'
export { answerGlass, askForRecord, openGlass, reviewGlass } from './glass/glass.changes.ts'
export type { GlassId } from './glass/glass.ts'
