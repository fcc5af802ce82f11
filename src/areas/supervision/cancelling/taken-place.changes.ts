// A cancelled session that is rebooked "instead of the next planned one": once the new session is booked, the next planned
// one gives up its place. Nobody owes a new date for it, and whoever booked the new one can put it back for ten minutes.
import type { Work } from '../../../platform/work.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { findSession, saveSession } from '../session/session.store.ts'
import type { SessionFacts, SessionId } from '../session/session.ts'
import { takenPlace } from './cancellation.ts'
import { addCancellation, findCancellation, findNextPlanned } from './cancellation.store.ts'

/** The next planned session of the same people and kind after a cancelled one; null when none is planned. */
export async function nextPlanned(
  work: Work,
  cancelled: SessionFacts,
  but: SessionId | null = null,
): Promise<SessionFacts | null> {
  const id = await findNextPlanned(work, cancelled, but)
  return id === null ? null : findSession(work, id)
}

/** What booking `session` does to the next planned one, when it makes good a cancelled one that says "instead" (SPEC 5.3). */
export async function takePlaceOfNext(work: Work, session: SessionFacts): Promise<void> {
  if (session.rebooks === null || session.state !== 'booked') return
  const known = await findCancellation(work, session.rebooks)
  const old = known?.cancellation.way === 'instead' ? await findSession(work, session.rebooks) : null
  const next = old && (await nextPlanned(work, old, session.id))
  if (!next) return
  const taken = takenPlace(next, session.id, work.asker.person, work.moment)
  if (!(await saveSession(work, taken.session))) return
  await addCancellation(work, taken.cancellation)
  writeTrail(work, { deed: 'session gave up its place', about: thing('session', next.id), detail: { to: session.id } })
}
