// Cancelling a session and putting it back. Both leave a line on the trail; the others see it on their home page.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { undoPostponements } from '../postponing/postponement.store.ts'
import { findClashes, findSession, lockDiaries, saveSession } from '../session/session.store.ts'
import { endsAt, type SessionFacts, type SessionId } from '../session/session.ts'
import { termsIn } from '../terms/terms.view.ts'
import { addCancellation, findCancellation, undoCancellation } from './cancellation.store.ts'
import { type CancelCause, cancel, type RebookWay, undo } from './cancellation.ts'

const plainRule = { who: 'whoever cancels', within: null, highPriority: false } as const

/** Cancels a session, with its cause and what comes instead (SPEC 5.3). */
export async function cancelSession(
  work: Work,
  id: SessionId,
  what: { cause: CancelCause; way: RebookWay; version: number },
): Promise<Decision> {
  const session = await findSession(work, id)
  if (!session) return no('There is no such session')
  const terms = termsIn(await policyOn(work), session.type)
  const decision = cancel(session, work.asker.person, what, terms?.rebooking ?? plainRule, work.moment)
  if (!decision.ok) return decision
  if (!(await saveSession(work, decision.value.session)))
    return no('This session was changed meanwhile. Look at it again first')
  await addCancellation(work, decision.value.cancellation)
  await note(work, session, 'session cancelled')
  return yes()
}

/** Puts a cancelled session back within ten minutes, when nobody has been booked elsewhere since. */
export async function putBack(work: Work, id: SessionId): Promise<Decision> {
  const session = await findSession(work, id)
  const known = await findCancellation(work, id)
  if (!session || !known) return no('This session is not cancelled')
  const decision = undo(session, known.cancellation, known.rebooked, work.asker.person, work.moment)
  if (!decision.ok) return decision
  const people = [session.supervisor, ...session.supervisees]
  await lockDiaries(work, people)
  const clashes = await findClashes(work, people, { from: session.startsAt, to: endsAt(session), but: id })
  if (clashes.length > 0) return no('Somebody of this session has been booked elsewhere at that time')
  if (!(await saveSession(work, decision.value)))
    return no('This session was changed meanwhile. Look at it again first')
  await undoCancellation(work, id)
  await undoPostponements(work, id, { person: null })
  await note(work, session, 'session put back')
  return yes()
}

async function note(work: Work, session: SessionFacts, deed: string): Promise<void> {
  writeTrail(work, { deed, about: thing('session', session.id) })
  await work.tell({ name: 'facts changed', people: [session.supervisor, ...session.supervisees] })
}
