// Beginning the ground rules of a set, keeping them in step with who belongs to it, ending them with it (SPEC 4.5).
import { type Decision, no } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import {
  type AgreementId,
  changeParties,
  endAgreement,
  findAgreementsAbout,
  startAgreement,
  withdrawAgreement,
} from '../../agreements/index.ts'
import { policyOn } from '../../policy/index.ts'
import { setTermsOf } from '../set/set-terms.view.ts'
import { type LearningSet, leads, type SetId } from '../set/set.ts'
import { lockSet } from '../set/set.store.ts'
import { mayBegin, partiesOn, rulesFrom, type SetRules, type ToBegin, toBegin } from './set-rules.ts'

/** What the agreements of a set are about. */
export const aboutSet = (id: SetId) => ({ kind: 'set', id })

/** How the rules of a set stand today. Facts, no text. */
export const rulesOf = async (work: Work, id: SetId): Promise<SetRules> =>
  rulesFrom(await findAgreementsAbout(work, aboutSet(id)), work.today)

/** Begins the first rules of a set, or agrees the present ones again. Answers the agreement's id. */
export async function beginRules(work: Work, id: SetId): Promise<Decision<AgreementId>> {
  const set = await lockSet(work, id)
  if (!set) return no('There is no such set')
  const begin = toBegin(set, await rulesOf(work, id), work.today)
  if (!begin) return no('There is nothing to begin: the set has its rules, or nobody is in it yet')
  if (!mayBegin(set, { begin, by: work.asker.person, day: work.today }))
    return no('Whoever looks after the set and signed its rules begins this')
  return start(work, set, { begin })
}

async function start(work: Work, set: LearningSet, { begin }: { begin: ToBegin }): Promise<Decision<AgreementId>> {
  const parties = partiesOn(set, work.today)
  if (begin.what === 'agree again') return changeParties(work, begin.from.id, { parties })
  const template = setTermsOf(await policyOn(work), set.type)?.groundRules
  if (!template) return no('The policy has no ground rules for this kind of set')
  return startAgreement(work, { template, parties, about: aboutSet(set.id) })
}

/**
 * After somebody joined or left: rules that are there are agreed again at once, when whoever said so leads the set. Otherwise
 * its leaders are asked to begin it. Never stands in the way of joining or leaving.
 */
export async function keepInStep(work: Work, set: LearningSet): Promise<void> {
  if (!leads(set, work.asker.person, work.today)) return
  const begin = toBegin(set, await rulesOf(work, set.id), work.today)
  if (begin?.what !== 'agree again' || !mayBegin(set, { begin, by: work.asker.person, day: work.today })) return
  await start(work, set, { begin })
}

/** Ends the rules of a set that ended; what was still being agreed is given up. */
export async function endRules(work: Work, id: SetId): Promise<void> {
  const { open, inForce } = await rulesOf(work, id)
  if (open) await withdrawAgreement(work, open.id)
  if (inForce) await endAgreement(work, inForce.id, { withItsThing: true })
}
