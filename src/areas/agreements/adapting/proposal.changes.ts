// Proposing a change to a contract, answering it, taking it back (SPEC 4.3). The words of a proposal are sealed for the two.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { letRead, openTexts, sealTexts, thing, writeTrail } from '../../records/index.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import { holdAgreement } from '../agreement/agreement.store.ts'
import { freeKey } from '../agreement/clauses.ts'
import { openTextOf, sealRows, templateToday } from '../agreement/keeping.changes.ts'
import {
  answer,
  overtakenBy,
  propose,
  type Proposal,
  type ProposalId,
  type ProposalStep,
  type ProposalWords,
  stepOf,
  takeBack,
} from './proposal.ts'
import { addProposal, findProposal, findProposals, saveProposal } from './proposal.store.ts'
import { changeText } from './text.changes.ts'

/** What the words of a proposal are sealed about. */
export const aboutProposal = ({ id }: Pick<Proposal, 'id'>) => thing('agreement proposal', id)

export type Wish = {
  readonly step: ProposalStep
  /** The clause's key; a new clause gets one. */
  readonly clause: string | null
  readonly words: ProposalWords
}

/** Proposes a step to the other party. A second one on the same clause takes the place of one's first. */
export async function proposeChange(work: Work, id: AgreementId, wish: Wish): Promise<Decision<Proposal>> {
  const agreement = await holdAgreement(work, id)
  const opened = agreement && (await openTextOf(work, agreement))
  if (!agreement || !opened) return no('There is no such agreement')
  const before = await findProposals(work, id)
  const keys = before.map((one) => one.clause)
  const clause = wish.clause ?? freeKey(opened.text, keys)
  const template = await templateToday(work, agreement.template)
  const what = { ...wish, clause, id: work.newId<'proposal'>(), by: work.asker.person }
  const adaptable = template?.adaptable ?? true
  const made = propose(agreement, opened.text, { ...what, adaptable }, work.moment)
  if (!made.ok) return made
  const mine = before.find((one) => one.state === 'open' && one.clause === clause && one.by === work.asker.person)
  if (mine) await saveProposal(work, { ...mine, state: 'taken back', ...answeredNow(work) })
  await addProposal(work, made.value)
  const about = aboutProposal(made.value)
  await sealTexts(work, { kind: 'agreement', about, version: 1, texts: { words: JSON.stringify(wish.words) } })
  const others = agreement.parties.filter((party) => party.person !== work.asker.person)
  await letRead(
    work,
    about,
    others.map(({ person, as }) => ({ person, because: as, until: null })),
  )
  await sealRows(work, id)
  return made
}

const answeredNow = (work: Work) => ({ answeredBy: work.asker.person, answeredAt: work.moment })

/** Accepts or declines what the other proposed. Accepting makes the next text; other proposals on that clause are overtaken. */
export async function answerProposal(
  work: Work,
  id: AgreementId,
  what: { proposal: ProposalId; accepts: boolean; reply: string },
): Promise<Decision<Proposal>> {
  const agreement = await holdAgreement(work, id)
  const proposal = agreement && (await findProposal(work, id, what.proposal))
  if (!agreement || !proposal) return no('There is nothing to answer')
  const decision = answer(proposal, agreement, { by: work.asker.person, accepts: what.accepts }, work.moment)
  if (!decision.ok) return decision
  const words = await openWords(work, proposal)
  if (what.accepts && !words) return no('The words of this proposal would not open')
  if (!(await saveProposal(work, decision.value))) return no('This was answered or taken back already')
  const about = aboutProposal(proposal)
  await sealTexts(work, { kind: 'agreement', about, version: 2, texts: { reply: what.reply } })
  writeTrail(work, { deed: what.accepts ? 'proposal accepted' : 'proposal declined', about })
  if (what.accepts && words) {
    for (const one of overtakenBy(proposal, await findProposals(work, id)))
      await saveProposal(work, { ...one, state: 'overtaken', ...answeredNow(work) })
    const changed = await changeText(work, id, { step: stepOf(proposal, words) })
    if (!changed.ok) return changed
  }
  await sealRows(work, id)
  return decision
}

/** Takes back one's own proposal. */
export async function withdrawProposal(
  work: Work,
  id: AgreementId,
  { proposal: which }: { proposal: ProposalId },
): Promise<Decision<Proposal>> {
  await holdAgreement(work, id)
  const proposal = await findProposal(work, id, which)
  if (!proposal) return no('There is nothing to take back')
  const decision = takeBack(proposal, work.asker.person, work.moment)
  if (!decision.ok) return decision
  if (!(await saveProposal(work, decision.value))) return no('It was answered already')
  await sealRows(work, id)
  writeTrail(work, { deed: 'proposal taken back', about: aboutProposal(proposal) })
  return yes(decision.value)
}

/** The words of a proposal, opened by one of the two; null for everybody else. */
export async function openWords(work: Work, proposal: Pick<Proposal, 'id'>): Promise<ProposalWords | null> {
  const { texts } = await openTexts(work, { about: aboutProposal(proposal), version: 1 })
  return texts.words === undefined ? null : (JSON.parse(texts.words) as ProposalWords)
}

/** What was said when a proposal was answered; '' when nothing was. */
export async function openReply(work: Work, proposal: Pick<Proposal, 'id' | 'state'>): Promise<string> {
  if (proposal.state !== 'accepted' && proposal.state !== 'declined') return ''
  const { texts } = await openTexts(work, { about: aboutProposal(proposal), version: 2 })
  return texts.reply ?? ''
}
