// Changing the text before it is signed: one step at a time, each a version of its own. Filling in blanks, and the steps that a
// set or two people have agreed on. Nobody changes a text that lies closed or is signed (SPEC 4.2, 4.3).
import { type Decision, no } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { type Agreement, type AgreementId, change, partOf } from '../agreement/agreement.ts'
import { holdAgreement } from '../agreement/agreement.store.ts'
import { longestBlank, stepped, type TextStep } from '../agreement/clauses.ts'
import { changedMeanwhile, keep, openTextOf, sealText } from '../agreement/keeping.changes.ts'

/** Makes the next text by one step that is agreed. Every party may read it; whoever acts must be one of them. */
export async function changeText(
  work: Work,
  id: AgreementId,
  { step }: { step: TextStep },
): Promise<Decision<Agreement>> {
  const agreement = await holdAgreement(work, id)
  return agreement ? takeStep(work, agreement, step) : no('There is no such agreement')
}

async function takeStep(work: Work, agreement: Agreement, step: TextStep): Promise<Decision<Agreement>> {
  const next = change(agreement, work.asker.person)
  if (!next.ok) return next
  const opened = await openTextOf(work, agreement)
  const text = opened && stepped(opened.text, step)
  if (!text) return no('The clause has changed meanwhile. Look at it again first')
  await sealText(work, next.value, { text })
  const clause = step.what === 'fill in' ? null : step.clause
  return keep(work, next.value, { happened: [{ kind: 'changed', step: step.what, clause }], deed: 'agreement changed' })
}

/** Fills blanks in, by either party; refused from a page that is out of date. */
export async function fillIn(
  work: Work,
  id: AgreementId,
  { version, blanks }: { version: number; blanks: Readonly<Record<string, string>> },
): Promise<Decision<Agreement>> {
  const agreement = await holdAgreement(work, id)
  if (!agreement) return no('There is no such agreement')
  const may = change(agreement, work.asker.person)
  if (!may.ok) return may
  if (agreement.kind === 'ground rules' && partOf(agreement, work.asker.person) !== 'facilitator')
    return no('The facilitator fills this in for the set')
  if (version !== agreement.version) return no(changedMeanwhile)
  const long = Object.entries(blanks).find(([, value]) => value.length > longestBlank)
  if (long) return no(`Use ${longestBlank} characters or fewer`, long[0])
  return takeStep(work, agreement, { what: 'fill in', blanks })
}
