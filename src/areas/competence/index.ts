// What later areas may use of competence.
export { answerEntry, type NewEntry, writeEntry } from './logbook/logbook.changes.ts'
export { endSignOff, signOff } from './sign-off/sign-off.changes.ts'
export { findStarting, signOffStarting, tickOf } from './sign-off/starting-list.changes.ts'
export { answerObservation, planObservation, recordFromPaper } from './observation/observation.changes.ts'
export type { ObservationId } from './observation/observation.ts'
export { commentOnSeen, passReportOn, sendSeen } from './report/report.changes.ts'
