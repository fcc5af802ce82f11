// A step that one of two proposes before they sign: other words for a clause, a clause of their own, or one left out (SPEC 4.3).
// Whoever proposed it can take it back; the other accepts or declines it, with a word if they like. Accepting makes the
// next text, in which the clause shows as theirs. A proposal on words that have changed since is overtaken, and said to be.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { type Agreement, type AgreementId, mayAdapt } from '../agreement/agreement.ts'
import {
  type AgreementText,
  clauseOf,
  longestClause,
  longestHeading,
  mostClauses,
  type TextStep,
} from '../agreement/clauses.ts'

export type ProposalId = Id<'proposal'>
export type ProposalState = 'open' | 'accepted' | 'declined' | 'taken back' | 'overtaken'
export type ProposalStep = Exclude<TextStep['what'], 'fill in'>

export type Proposal = {
  readonly id: ProposalId
  readonly agreement: AgreementId
  readonly step: ProposalStep
  readonly clause: string
  /** The text it was made on. */
  readonly version: number
  readonly by: PersonId
  readonly at: Moment
  readonly state: ProposalState
  readonly answeredBy: PersonId | null
  readonly answeredAt: Moment | null
}

/** What is sealed of a proposal: the words proposed, why, and what the other said. */
export type ProposalWords = {
  readonly party: string
  readonly heading: string
  readonly text: string
  readonly why: string
}

/** The longest that a reason or an answer may be. */
export const longestWhy = 1_000

export type Proposing = {
  readonly id: ProposalId
  readonly by: PersonId
  readonly step: ProposalStep
  readonly clause: string
  readonly words: ProposalWords
  /** Whether the policy lets this kind of agreement be adapted. */
  readonly adaptable: boolean
}

/** A proposal on the text as it stands, when it can be made. */
export function propose(agreement: Agreement, text: AgreementText, what: Proposing, now: Moment): Decision<Proposal> {
  const may = mayAdapt(agreement, what.by)
  if (!may.ok) return may
  if (agreement.kind === 'ground rules') return no('The rules of a set are adapted together, on their own page')
  if (!what.adaptable) return no('Your organisation’s policy does not let this text be changed')
  const fits = fitsText(text, what)
  if (!fits.ok) return fits
  const { id, step, clause, by } = what
  const open = { state: 'open', answeredBy: null, answeredAt: null } as const
  return yes({ id, agreement: agreement.id, step, clause, version: agreement.version, by, at: now, ...open })
}

function fitsText(text: AgreementText, { step, clause, words }: Proposing): Decision {
  const now = clauseOf(text, clause)
  if (step !== 'add' && !now) return no('This clause is no longer there')
  if (step === 'add' && text.clauses.length >= mostClauses) return no('There are too many clauses already')
  if (step === 'leave out') return text.clauses.length > 1 ? yes() : no('One clause must stay')
  if (words.text.trim() === '') return no('Write what it should say', 'text')
  if (words.text.length > longestClause) return no(`Use ${longestClause} characters or fewer`, 'text')
  if (words.heading.length > longestHeading) return no(`Use ${longestHeading} characters or fewer`, 'heading')
  if (now && now.text === words.text && (now.heading ?? '') === words.heading)
    return no('Change the words first: these are the same', 'text')
  return yes()
}

/** What the other says of a proposal. */
export function answer(
  proposal: Proposal,
  agreement: Agreement,
  what: { readonly by: PersonId; readonly accepts: boolean },
  now: Moment,
): Decision<Proposal> {
  const may = mayAdapt(agreement, what.by)
  if (!may.ok) return may
  if (proposal.state !== 'open') return no('This was answered or taken back already')
  if (proposal.by === what.by) return no('The other one of you answers this')
  return yes({ ...proposal, state: what.accepts ? 'accepted' : 'declined', answeredBy: what.by, answeredAt: now })
}

/** Takes back one's own proposal before it is answered. */
export function takeBack(proposal: Proposal, by: PersonId, now: Moment): Decision<Proposal> {
  if (proposal.by !== by) return no('Only whoever proposed it can take it back')
  if (proposal.state !== 'open') return no('It was answered already')
  return yes({ ...proposal, state: 'taken back', answeredBy: by, answeredAt: now })
}

/** The step that a proposal is, with its words. */
export function stepOf({ step, clause }: Pick<Proposal, 'step' | 'clause'>, words: ProposalWords): TextStep {
  if (step === 'leave out') return { what: step, clause }
  const { heading, text } = words
  return step === 'add'
    ? { what: step, clause, party: words.party, heading, text }
    : { what: step, clause, heading, text }
}

/** Open proposals on a clause that has just become another. */
export const overtakenBy = (accepted: Proposal, others: readonly Proposal[]): readonly Proposal[] =>
  others.filter((one) => one.state === 'open' && one.id !== accepted.id && one.clause === accepted.clause)
