// Putting right who came to a meeting that is over: somebody without a device whom nobody entered, or who was entered and had to
// go. The session as which it counts is counted anew; what happened in the meeting, its log, stays as it was.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findPresentAt, findSession, recountHeldMeeting, type SessionId } from '../../supervision/index.ts'
import { isFinished, leadersOfMeeting, type MeetingSubject } from '../room/meeting.access.ts'
import { peopleOn } from '../set/set.ts'
import { countMeeting } from './unfinished.changes.ts'
import { findSessionOf } from './unfinished.store.ts'

export type WhoCameNow = {
  /** Whoever belonged to the set on that day, without the one as whose supervision it counts. */
  readonly people: readonly PersonId[]
  readonly came: readonly PersonId[]
  readonly supervisor: PersonId | null
}

/** Who came as it counts now; null for a meeting that is not over. */
export async function whoCame(work: Work, { meeting, set }: MeetingSubject): Promise<WhoCameNow | null> {
  if (!isFinished(meeting)) return null
  const day = peopleOn(set, londonDay(meeting.startsAt))
  const session = await sessionOf(work, meeting.id)
  const supervisor = session?.supervisor ?? day.find((one) => one.as === 'facilitator')?.person ?? null
  const people = [...new Set([...day.map((one) => one.person), ...(session?.supervisees ?? [])])]
  const present = session ? await findPresentAt(work, session.id) : []
  return {
    people: people.filter((person) => person !== supervisor),
    came: present.filter((person) => person !== supervisor),
    supervisor,
  }
}

const sessionOf = async (work: Work, id: MeetingSubject['meeting']['id']) => {
  const session = await findSessionOf(work, id)
  return session === null ? null : findSession(work, session as SessionId)
}

/** Counts a meeting for those who came, as somebody who leads the set puts it right. SPEC 7.3. */
export async function putRightWhoCame(
  work: Work,
  subject: MeetingSubject,
  { came }: { came: readonly string[] },
): Promise<Decision> {
  const now = leadersOfMeeting.may(work.asker, subject) ? await whoCame(work, subject) : null
  if (!now) return no('There is no such meeting')
  const { meeting, set } = subject
  const chosen = now.people.filter((person) => came.includes(person))
  if (chosen.length !== new Set(came).size) return no('Tick people of this set', 'came')
  const isSame = chosen.length === now.came.length && chosen.every((person) => now.came.includes(person))
  if (isSame) return yes()
  const session = await sessionOf(work, meeting.id)
  const done = session
    ? await recountHeldMeeting(work, session.id, chosen)
    : now.supervisor !== null &&
      (await countMeeting(work, { planned: meeting, set, supervisor: now.supervisor, came: chosen }))
  return done ? yes() : no('This could not be counted. Look at it again first')
}
