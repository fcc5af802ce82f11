// What later areas may use of supervision: facts, never words.
export { type Evidence, type EvidenceQuery, evidenceFor } from './evidence.store.ts'
export type { Cancellation, CancelledSession, Rebooking } from './cancelling/cancellation.ts'
export { rebookingInWords, rebookingOn } from './cancelling/cancellation.ts'
export { cancelledNotRebooked } from './cancelling/cancellation.store.ts'
export type { SessionFacts, SessionId, SessionState } from './session/session.ts'
export { findNextDays as sessionsAhead } from './session/session.store.ts'
