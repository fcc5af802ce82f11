// Planning an observation, answering whether it may be, calling it off, and recording one from paper. Each leaves its line; none of
// the lines says who agreed.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersons, managedAmong } from '../../people/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { findSession, findSessionsOf, isInvolved, type SessionId } from '../../supervision/index.ts'
import { partOfAsker, watchedUnder } from '../observing/duty.changes.ts'
import {
  decideAnswer,
  decideCallingOff,
  decideFromPaper,
  decidePlan,
  isOpen,
  type ObservationId,
  stageOf,
} from './observation.ts'
import {
  addObservation,
  findObservation,
  findObservations,
  findOwnConsent,
  lockObservation,
  saveCalledOff,
  saveConsent,
} from './observation.store.ts'

/** Plans to observe a booked session; its people are asked from now on (SPEC 9.3). */
export async function planObservation(work: Work, session: SessionId): Promise<Decision<ObservationId>> {
  const found = await findSession(work, session)
  if (!found) return no('Choose one of the sessions shown', 'session')
  const { observes } = await partOfAsker(work)
  const observing = observes.find(({ types }) => types.includes(found.type))
  if (!observing) return no('You do not observe sessions of this kind', 'session')
  const observer = work.asker.person
  const managed = (await managedAmong(work, observer, found.supervisees, work.today)).size > 0
  const decision = decidePlan(found, { observer, types: observing.types, managed, now: work.moment })
  if (!decision.ok) return decision
  await lockObservation(work, found.supervisor)
  const before = await findObservations(work, { supervisor: found.supervisor })
  const open = before.find((one) => one.pathway === observing.key && isOpen(stageOf(one, work.moment)))
  if (open) return no('An observation of this supervisor is planned or being written up already', 'session')
  if (before.some((one) => one.session?.id === session))
    return no('This session was to be observed before. Choose another one', 'session')
  const busy = await findSessionsOf(work, observer, {
    from: addMinutes(found.startsAt, -8 * 60),
    to: addMinutes(found.startsAt, found.minutes),
  })
  const clash = busy.some((one) => one.state === 'booked' && addMinutes(one.startsAt, one.minutes) > found.startsAt)
  if (clash) return no('You have a session of your own at that time', 'session')
  const id = work.newId<'observation'>()
  const { key: pathway } = observing
  await addObservation(work, { id, pathway, supervisor: found.supervisor, observer, session, seenOn: null })
  writeTrail(work, { deed: 'observation planned', about: thing('observation', id) })
  return yes(id)
}

/** Somebody of the session says whether they agree to be observed, or takes their yes back. */
export async function answerObservation(work: Work, id: ObservationId, agrees: boolean): Promise<Decision> {
  await lockObservation(work, id)
  const one = await findObservation(work, id)
  const session = one?.session ? await findSession(work, one.session.id) : null
  if (!one || !session || !isInvolved(session, work.asker.person)) return no('There is no such observation')
  const before = await findOwnConsent(work, id)
  const decision = decideAnswer(one, { agrees, before, now: work.moment })
  if (!decision.ok || before === agrees) return decision
  await saveConsent(work, id, { agrees, before })
  writeTrail(work, { deed: 'answered about being observed', about: thing('observation', id) })
  return yes()
}

/** The observer does not come after all. */
export async function callOffObservation(work: Work, id: ObservationId): Promise<Decision> {
  const one = await findObservation(work, id)
  if (!one || one.observer !== work.asker.person) return no('There is no such observation')
  const decision = decideCallingOff(one, work.moment)
  if (!decision.ok) return decision
  await saveCalledOff(work, id)
  writeTrail(work, { deed: 'observation called off', about: thing('observation', id) })
  return yes()
}

export type FromPaper = { readonly supervisor: PersonId; readonly observer: PersonId; readonly seenOn: Day }

/**
 * Records that somebody was observed outside this service: the day and by whom, no words. By those who observe, nobody for
 * themselves. A way in for an organisation that begins to use this.
 */
export async function recordFromPaper(work: Work, what: FromPaper): Promise<Decision<ObservationId>> {
  const { observes } = await partOfAsker(work)
  if (what.supervisor === work.asker.person) return no('Somebody else who observes records this for you', 'supervisor')
  const decision = decideFromPaper(what, work.today)
  if (!decision.ok) return decision
  if ((await findPersons(work, [what.supervisor, what.observer])).length < 2)
    return no('Choose people who work here', 'supervisor')
  const watched = await watchedUnder(work, observes)
  const theirs = watched.find((one) => one.person === what.supervisor)
  if (!theirs) return no('Choose somebody who supervises what is observed', 'supervisor')
  const before = await findObservations(work, { supervisor: what.supervisor })
  if (before.some((one) => one.seenOn === what.seenOn)) return no('This is on record already', 'seenOn')
  const id = work.newId<'observation'>()
  await addObservation(work, { ...what, id, pathway: theirs.observing.key, session: null })
  writeTrail(work, { deed: 'observation recorded from paper', about: thing('observation', id) })
  return yes(id)
}
