// What later areas may use of competence.
export { answerObservation, planObservation, recordFromPaper } from './observation/observation.changes.ts'
export type { ObservationId } from './observation/observation.ts'
