// What later areas may use of supervision: facts for figures, deeds for whoever acts, checks for whoever objects.
export { type Evidence, type EvidenceQuery, evidenceFor } from './evidence.store.ts'
export { acceptTime, bookSession, suggestTime, type Wanted, withdrawProposal } from './booking/booking.changes.ts'
export { possibleSupervisors } from './booking/eligibility.changes.ts'
export type { BookingPlan, CheckName, Objection } from './booking/booking.ts'
export { cancelSession, putBack } from './cancelling/cancellation.changes.ts'
export type { CancelCause, Cancellation, CancelledSession, Rebooking } from './cancelling/cancellation.ts'
export { noticeInWords, rebookingInWords, rebookingOn } from './cancelling/cancellation.ts'
export { cancelledNotRebooked } from './cancelling/cancellation.store.ts'
export { type HeldAs, holdSession, recordHeldSession } from './holding/attendance.changes.ts'
export type { AbsenceCause, Came, Presence } from './holding/attendance.ts'
export { recordOutside, vouchFor } from './outside/outside-evidence.changes.ts'
export { answerPair, choosePair, endPair } from './pair/pair.changes.ts'
export { findPairsOf, standingPairs } from './pair/pair.store.ts'
export type { Pair, PairId } from './pair/pair.ts'
export { answerRecord } from './record/answering.changes.ts'
export { keepDraft, signOffRecord } from './record/record.changes.ts'
export type { RecordTexts } from './record/record.ts'
export { findRecord, findRecords, type StoredRecord } from './record/record.store.ts'
export { findNextDays as sessionsAhead, findSession, findSessionsOf } from './session/session.store.ts'
export { isInvolved } from './session/session.ts'
export type { PlaceKind, SessionFacts, SessionId, SessionState, StoredSession, Time } from './session/session.ts'
export { asksAboutCases, partsForAll, partsForCase, type PersonAsked } from './terms/case-parts.ts'
export { plainPart, type RecordPart, type Terms } from './terms/terms.ts'
export { plannedTerms, termsIn } from './terms/terms.view.ts'
export {
  bringCase,
  casesNotBrought,
  leaveOut,
  type NotBrought,
  type OpenedSessionCase,
  openCasesOfSession,
} from './bringing/session-case.changes.ts'
export type { SessionCase } from './bringing/session-case.ts'
export { casesOfSession } from './bringing/session-case.store.ts'
export { changeCase, closeCase, letReadCase, listCase, openCase, openCases, reopenCase } from './case/case.changes.ts'
export type { Case, CaseDetails, CaseFacts, CaseId, PersonAtRisk } from './case/case.ts'
export { findCase, findCasesOf } from './case/case.store.ts'
export { postponeSession } from './postponing/postponement.changes.ts'
export { type StandingPostponement, toldOfPostponing } from './postponing/postponement.store.ts'
export { type PreparedFact, preparedFor } from './preparation/preparation.store.ts'
export { findDiscussions, findNamedRecord, findNamedRecords, type NamedRecord } from './reading/named-record.store.ts'
export { peopleRead, type ReadRecord, readNamedRecord, thingsOf } from './reading/named-record.changes.ts'
export { RecordRead } from './reading/named-record.pages.tsx'
