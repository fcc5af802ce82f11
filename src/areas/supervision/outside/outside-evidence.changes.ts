// Recording supervision held elsewhere, and vouching for it. Each deed leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { termsIn } from '../terms/terms.view.ts'
import { addEvidence, findEvidence, type HeldWhere, saveEvidence } from './outside-evidence.store.ts'
import { decideEvidence, type EvidenceId, type OutsideEvidence, vouch, withdrawEvidence } from './outside-evidence.ts'

export type NewEvidence = Omit<OutsideEvidence, 'id' | 'person' | 'state' | 'version'> & HeldWhere

/** Records the asker's own supervision held elsewhere (SPEC 5.9); the named colleague is asked to vouch for it. */
export async function recordOutside(work: Work, given: NewEvidence): Promise<Decision<EvidenceId>> {
  const voucher = await findPerson(work, given.voucher)
  if (!voucher || voucher.leftOn !== null) return no('Choose somebody who works here', 'voucher')
  if (!termsIn(await policyOn(work), given.type)) return no('Choose a kind of supervision of the policy', 'type')
  const id = work.newId<'evidence'>()
  const decision = decideEvidence({ ...given, id, person: work.asker.person, state: 'asked', version: 1 }, work.today)
  if (!decision.ok) return decision
  await addEvidence(work, decision.value, given)
  await note(work, decision.value, 'outside supervision recorded')
  return yes(id)
}

/** The voucher's yes or no. */
export async function vouchFor(work: Work, id: EvidenceId, isTrue: boolean): Promise<Decision> {
  const evidence = await findEvidence(work, id)
  if (!evidence) return no('There is nothing to vouch for')
  return keep(work, vouch(evidence, work.asker.person, isTrue), isTrue ? 'vouched for' : 'not vouched for')
}

/** Takes an entry back while it waits. */
export async function withdrawOutside(work: Work, id: EvidenceId): Promise<Decision> {
  const evidence = await findEvidence(work, id)
  if (!evidence) return no('There is nothing to take back')
  return keep(work, withdrawEvidence(evidence, work.asker.person), 'outside supervision withdrawn')
}

async function keep(work: Work, decision: Decision<OutsideEvidence>, deed: string): Promise<Decision> {
  if (!decision.ok) return decision
  if (!(await saveEvidence(work, decision.value))) return no('This was answered meanwhile')
  await note(work, decision.value, deed)
  return yes()
}

async function note(work: Work, evidence: OutsideEvidence, deed: string): Promise<void> {
  writeTrail(work, { deed, about: thing('outside evidence', evidence.id), detail: { voucher: evidence.voucher } })
  await work.tell({ name: 'facts changed', people: [evidence.person] })
}
