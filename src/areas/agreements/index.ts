// What later areas may use of agreements: facts to check and to show, deeds for whoever acts.
export {
  type About,
  type Agreement,
  type AgreementId,
  type AgreementKind,
  type AgreementState,
  agreementKinds,
  isOpen,
  isParty,
  type Party,
  type PartyRole,
  type Signature,
  unsigned,
} from './agreement/agreement.ts'
export { partiesOfAgreement } from './agreement/agreement.access.ts'
export { endAgreement, startAgreement, undoEnding, withdrawAgreement } from './agreement/agreement.changes.ts'
export {
  agreementBetween,
  agreementsBetween,
  findAgreement,
  findAgreementsAbout,
  findAgreementsOf,
  findAgreementsOfPeople,
  findFollower,
} from './agreement/agreement.store.ts'
export type { AgreementText, Blank, Clause } from './agreement/clauses.ts'
export { aboutAgreement, openAgreementText, type OpenedAgreement, templateToday } from './agreement/keeping.changes.ts'
export { changeParties } from './agreement/parties.changes.ts'
export { type AgreementTemplate, templateOn, templatesOn } from './agreement/template.view.ts'
export { answerProposal, proposeChange, type Wish, withdrawProposal } from './adapting/proposal.changes.ts'
export {
  endOfTerm,
  holdsOn,
  renewableFrom,
  type Standing,
  standingOf,
  type TermRules,
  usualTerm,
} from './agreement/term.ts'
export type { Proposal, ProposalId } from './adapting/proposal.ts'
export { findProposals } from './adapting/proposal.store.ts'
export { changeText, fillIn } from './adapting/text.changes.ts'
export { openMyHopes, openSharedHopes, questionsFor, saveHopes } from './hopes/hopes.changes.ts'
export { applySuggestion, answerSuggestion, closeRules, noteTalkedThrough } from './talk/settling.changes.ts'
export { agreeWithRest, commentOnClause, suggestClause, takeStance } from './talk/talk.changes.ts'
export { closeText, reopenText } from './signing/closing.changes.ts'
export { signAgreement } from './signing/signature.changes.ts'
export { findTampering } from './signing/verification.changes.ts'
export { canonicalText } from './text/canonical-text.ts'
export { hashOfText } from './text/text-hash.changes.ts'
export { renewalOf, sendOwnLookBack } from './renewal/renewal.changes.ts'
