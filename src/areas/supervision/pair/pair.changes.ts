// Choosing, consenting to and ending a supervisory pair. Each deed leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, isLineManagerOf } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { termsIn } from '../terms/terms.view.ts'
import { addPair, findPair, findPairsOf, lockPairs, resumePair, savePair } from './pair.store.ts'
import { choose, consent, type EndKind, end, type Pair, type PairId, resumed } from './pair.ts'

/** Asks for, or chooses, a supervisor for somebody (SPEC 5.10). By the supervisee, the supervisor or the line manager. */
export async function choosePair(
  work: Work,
  what: { supervisee: PersonId; supervisor: PersonId; type: string; from?: Day },
): Promise<Decision<Pair>> {
  const by = work.asker.person
  const supervisor = await findPerson(work, what.supervisor)
  if (!supervisor || supervisor.leftOn !== null) return no('Choose somebody who works here', 'supervisor')
  const supervisee = await findPerson(work, what.supervisee)
  if (!supervisee || supervisee.leftOn !== null) return no('Choose somebody who works here', 'supervisee')
  if (!termsIn(await policyOn(work), what.type)) return no('Choose a kind of supervision of the policy', 'type')
  const manages = await isLineManagerOf(work, by, what.supervisee, work.today)
  if (by !== what.supervisee && by !== what.supervisor && !manages)
    return no('Only the two people themselves, or the line manager, can ask for this')
  const lineManager = await isLineManagerOf(work, what.supervisor, what.supervisee, work.today)
  await lockPairs(work, what.supervisee)
  const standing = await findPairsOf(work, what.supervisee)
  const decision = choose({ ...what, id: work.newId<'pair'>(), by, lineManager }, standing, work.moment, work.today)
  if (!decision.ok) return decision
  await addPair(work, decision.value)
  await note(work, decision.value, decision.value.state === 'agreed' ? 'supervisor chosen' : 'supervisor asked for')
  return decision
}

/** The supervisee's own yes or no, which is kept (SPEC 5.10). */
export async function answerPair(work: Work, id: PairId, agrees: boolean): Promise<Decision<Pair>> {
  const pair = await findPair(work, id)
  if (!pair) return no('There is nothing to answer')
  return keep(work, consent(pair, work.asker.person, agrees, work.moment, work.today), {
    deed: agrees ? 'supervisor consented to' : 'supervisor declined',
    ended: null,
  })
}

/** Ends a pair from a day on, with the kind of reason (SPEC 4.5, 5.10). */
export async function endPair(work: Work, id: PairId, what: { kind: EndKind; on?: Day }): Promise<Decision<Pair>> {
  const pair = await findPair(work, id)
  if (!pair) return no('There is nothing to end')
  const decision = end(pair, work.asker.person, { on: what.on ?? work.today, today: work.today })
  return keep(work, decision, { deed: 'supervision ended', ended: what.kind })
}

/** Takes an ending back: the two are supervisee and supervisor as before. Whether that may be is the caller's to say. */
export async function takeBackPairEnd(work: Work, id: PairId): Promise<Decision<Pair>> {
  const pair = await findPair(work, id)
  if (!pair || pair.to === null) return no('There is nothing to take back')
  const next = resumed(pair)
  if (!(await resumePair(work, next))) return no('This was changed meanwhile. Look at it again first')
  await note(work, next, 'ending of supervision taken back')
  return yes(next)
}

async function keep(
  work: Work,
  decision: Decision<Pair>,
  { deed, ended }: { deed: string; ended: EndKind | null },
): Promise<Decision<Pair>> {
  if (!decision.ok) return decision
  if (!(await savePair(work, decision.value, ended))) return no('This was changed meanwhile. Look at it again first')
  await note(work, decision.value, deed)
  return decision
}

async function note(work: Work, pair: Pair, deed: string): Promise<void> {
  const detail = { supervisee: pair.supervisee, supervisor: pair.supervisor, lineManager: pair.lineManager }
  writeTrail(work, { deed, about: thing('supervisory pair', pair.id), detail })
  await work.tell({ name: 'facts changed', people: [pair.supervisee, pair.supervisor] })
}
