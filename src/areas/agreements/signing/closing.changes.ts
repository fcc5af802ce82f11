// Closing a text for signing, and opening it again (SPEC 4.2). Closing fixes everything that will be signed: names, policy, text;
// its canonical form is sealed beside it, and its hash is what signatures name. Opening it again clears every signature.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { policyHistory } from '../../policy/index.ts'
import { findProposals } from '../adapting/proposal.store.ts'
import { type Agreement, type AgreementId, close, mayAdapt, reopen } from '../agreement/agreement.ts'
import { holdAgreement, nameOfOrganisation } from '../agreement/agreement.store.ts'
import { type AgreementText, emptyBlanks } from '../agreement/clauses.ts'
import { changedMeanwhile, keep, openTextOf, sealText } from '../agreement/keeping.changes.ts'
import { peopleOf } from '../agreement/saving.store.ts'
import { type AgreedText, canonicalText } from '../text/canonical-text.ts'
import { hashOfText } from '../text/text-hash.changes.ts'

export type Closing = {
  /** The text that the asker had before them. */
  readonly version: number
  /** For the rules of a set: whether all have answered every clause. Rules of a set are never closed without it. */
  readonly settled?: Decision
}

/** Closes the text, so that it can be signed and changed no more without clearing what was signed. */
export async function closeText(work: Work, id: AgreementId, what: Closing): Promise<Decision<Agreement>> {
  const agreement = await holdAgreement(work, id)
  const opened = agreement && (await openTextOf(work, agreement))
  if (!agreement || !opened) return no('There is no such agreement')
  const may = mayAdapt(agreement, work.asker.person)
  if (!may.ok) return may
  if (what.version !== agreement.version) return no(changedMeanwhile)
  const ready = await mayClose(work, agreement, { text: opened.text, settled: what.settled })
  if (!ready.ok) return ready
  const agreed = await agreedNow(work, agreement, opened)
  const canonical = canonicalText(agreed)
  const closed = close(agreement, work.asker.person, hashOfText(canonical), work.moment)
  if (!closed.ok) return closed
  await sealText(work, closed.value, { text: opened.text, more: { agreed: JSON.stringify(agreed), canonical } })
  return keep(work, closed.value, { happened: [{ kind: 'closed' }], deed: 'agreement closed' })
}

/** What stands against closing: an open proposal, an empty blank, a set that has not finished. */
export async function mayClose(
  work: Work,
  agreement: Agreement,
  { text, settled }: { text: AgreementText; settled?: Decision },
): Promise<Decision> {
  const [empty] = emptyBlanks(text)
  if (empty) return no(`Fill in “${empty.label}” first`)
  if (agreement.kind === 'ground rules')
    return settled ?? no('The rules of a set are closed from their own page, when all have answered')
  const open = (await findProposals(work, agreement.id)).filter((one) => one.state === 'open')
  return open.length > 0 ? no('Answer or take back what is proposed first') : yes()
}

/** Everything that is agreed, with names and policy as they are now. */
async function agreedNow(work: Work, agreement: Agreement, { text }: { text: AgreementText }): Promise<AgreedText> {
  const names = await namesOf(work, peopleOf(agreement))
  const version = (await policyHistory(work)).find((one) => one.version.id === agreement.policyVersion)
  return {
    ...text,
    organisation: await nameOfOrganisation(work),
    agreement: agreement.id,
    kind: agreement.kind,
    template: agreement.template,
    policyVersion: version ? `${version.pack.name}, version ${version.version.label}` : agreement.policyVersion,
    parties: agreement.parties.map(({ person, as }) => ({ person, name: names.get(person) ?? '', as })),
    follows: agreement.follows,
  }
}

/** Opens the text again to change it. Signatures given so far count no longer; everybody is told. */
export async function reopenText(work: Work, id: AgreementId): Promise<Decision<Agreement>> {
  const agreement = await holdAgreement(work, id)
  if (!agreement) return no('There is no such agreement')
  const opened = reopen(agreement, work.asker.person)
  if (!opened.ok) return opened
  return keep(work, opened.value, { happened: [{ kind: 'opened again' }], deed: 'agreement opened again' })
}
