// A meeting of a learning set, a peer review or advice that was given counts as supervision of those who came: who and when alone. It is no
// way round who may supervise, since who may facilitate was decided when the set or the forum was made.
import { addMinutes, type Moment } from '../../../platform/time/moment.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { addSession, findSession, type NewSession, saveHeld, saveSupervisees } from '../session/session.store.ts'
import type { Elsewhere, PlaceKind, SessionId } from '../session/session.ts'
import { termsIn } from '../terms/terms.view.ts'
import { keepHeld } from './attendance.changes.ts'
import { saveAttendance } from './attendance.store.ts'
import { correct, hold } from './attendance.ts'

const SHORTEST = 5
const LONGEST = 480

export type HeldMeeting = {
  /** The key of the set's or forum's type in the policy. */
  readonly type: string
  readonly supervisor: PersonId
  /** Who came, without the supervisor. */
  readonly came: readonly PersonId[]
  /** As it was planned. */
  readonly minutes: number
  readonly placeKind: PlaceKind
  readonly beganAt: Moment
  readonly finishedAt: Moment
  /** Where what was said is kept; a learning set when not given. */
  readonly elsewhere?: Elsewhere
}

/** Counts a meeting as a held session; null when it was none: nobody came, or it had no length. */
export async function countHeldMeeting(work: Work, held: HeldMeeting): Promise<SessionId | null> {
  if (!termsIn(await policyOn(work), held.type)) return null
  const session: NewSession = {
    id: work.newId<'session'>(),
    type: held.type,
    format: held.elsewhere === 'advice' ? 'one-to-one' : 'group',
    state: 'booked',
    supervisor: held.supervisor,
    supervisees: held.came,
    startsAt: held.beganAt,
    minutes: Math.min(LONGEST, Math.max(SHORTEST, held.minutes)),
    placeKind: held.placeKind,
    proposedBy: null,
    proposals: 1,
    rebooks: null,
    version: 1,
    unit: null,
    series: null,
    elsewhere: held.elsewhere ?? 'learning set',
  }
  const last = addMinutes(held.beganAt, LONGEST)
  const finishedAt = held.finishedAt < last ? held.finishedAt : last
  const came = held.came.map((person) => ({ person, presence: 'present' as const, cause: null }))
  const holding = { beganAt: held.beganAt, finishedAt, came, model: null, version: 1, focus: '' }
  const decision = hold(session, held.supervisor, holding, work.moment)
  if (!decision.ok) return null
  await addSession(work, session, '')
  await saveHeld(work, decision.value.session, holding)
  await keepHeld(work, decision.value.session, { held: holding, rows: decision.value.attendance })
  return session.id
}

/**
 * Counts a held meeting anew, once it is known better who came: for those who were missing, and no longer for those who were not
 * there. The times stay; figures as at a past day stay as they were. False when nobody would be left, or somebody changed it meanwhile.
 */
export async function recountHeldMeeting(work: Work, id: SessionId, came: readonly PersonId[]): Promise<boolean> {
  const session = await findSession(work, id)
  if (!session?.held || came.length === 0) return false
  const attended = came.map((person) => ({ person, presence: 'present' as const, cause: null }))
  const counted = { ...session, supervisees: came }
  const holding = { ...session.held, came: attended, version: session.version }
  const decision = correct(counted, session.supervisor, holding, work.moment)
  if (!decision.ok || !(await saveHeld(work, decision.value.session, holding))) return false
  await saveSupervisees(work, id, came)
  await saveAttendance(work, counted, { ...holding, rows: decision.value.attendance })
  writeTrail(work, { deed: 'attendance corrected', about: thing('session', id) })
  await work.tell({
    name: 'facts changed',
    people: [...new Set([session.supervisor, ...session.supervisees, ...came])],
  })
  return true
}
