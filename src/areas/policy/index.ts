// What later areas may use of policy.
export { type Acknowledgement, readable, type ToRead } from './acknowledging/acknowledgement.ts'
export {
  acknowledgeVersion,
  bringInAcknowledgements,
  readingOf,
  type Standing as ReadingStanding,
} from './acknowledging/acknowledgement.changes.ts'
export type { BroughtIn } from './acknowledging/acknowledgement.store.ts'
export { contradictionsOf } from './check/contradictions.ts'
export { type PackReading, readPack } from './check/pack-reading.ts'
export { packSchema } from './check/pack-schema.ts'
export { type PolicyPack, policyPack } from './pack/pack.ts'
export { defaultsOf, requirementsOf, rolesFulfilling, withCountedRoles } from './pack/requirements.ts'
export { rowsOfPeople } from './reading/for-me.changes.ts'
export { textOf, type Wording } from './pack/wording.ts'
export { readDuration, type TimeInterval } from './rule/interval.ts'
export { fieldsOf, meets, readTest, type Subject, sameWord, type Test, testWords } from './rule/test-of-facts.ts'
export { type Policy, policyOf, type RecordTemplate, type StaffGroup, type SupervisionType } from './version/policy.ts'
export { bankHolidaysBetween, isWorkingDay } from './in-force/calendar.ts'
export { findDraft } from './editing/draft.pages.tsx'
export { policyKeepers } from './version/version.access.ts'
export { requirementsInForce } from './in-force/asked-since.ts'
export type { InForce, PolicyVersion, PolicyVersionId } from './version/version.ts'
export {
  approveVersion,
  draftVersion,
  policyHistory,
  policyOn,
  saveDraft,
  withdrawVersion,
} from './version/version.changes.ts'
export {
  type Answer,
  type AnswerOptions,
  answer,
  answerFrom,
  type Figure,
  isCompliant,
  type Span,
  timeline,
} from './obligation/answer.ts'
export type {
  Absence,
  Attendance,
  DatedSpan,
  Facts as EngineFacts,
  HeldSession,
  Holding,
  Post,
  SessionSupervisor,
  WorkDone,
} from './facts/person-facts.ts'
export { noFacts } from './facts/person-facts.ts'
export type { Reason } from './obligation/reasons.ts'
export { type ObligationState, obligationStates, type Reckoning, reckon } from './obligation/reckoning.ts'
export { type Requirement } from './rule/requirement.ts'
export { readRequirements } from './rule/requirement-reading.ts'
export { noDefaults, type RuleDefaults } from './rule/rule-defaults.ts'
export { type RuleText, type Strength } from './rule/rule.ts'
export { howOften, ruleWords } from './rule/rule-words.ts'
export { lackingTraining } from './training/training-needed.changes.ts'
export { type Trial, type TrialAnswer, type TrialReading, tryRule } from './trial/trial.ts'
export { type ShippedPack, shippedPacks } from './version/shipped.store.ts'
