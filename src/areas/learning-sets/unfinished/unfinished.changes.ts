// Closing what was left open. The service closes a meeting by facts alone, since it opens nobody's words: who came, when it was
// planned, how the set keeps what it writes. What only its people can open, its turns and the date that they agreed, is added by
// the first of its leaders who looks after it, or when the set opens its next meeting.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addMinutes, londonDay, londonTime } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { forgetInSeries, writeTrail } from '../../records/index.ts'
import { policyOn } from '../../policy/index.ts'
import { countHeldMeeting } from '../../supervision/index.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { forgetWords, keepTurns } from '../room/history.changes.ts'
import { forgetTold, openMeetingLog, theMeeting } from '../room/meeting-log.changes.ts'
import type { MeetingId, PlannedMeeting } from '../room/planned-meeting.ts'
import { findMeeting, lockMeeting, saveSessionOf } from '../room/planned-meeting.store.ts'
import { planDays } from '../room/planning.changes.ts'
import { leadersOfSet } from '../set/set.access.ts'
import { findSet } from '../set/set.store.ts'
import { closesAfterHours } from '../set/set-terms.view.ts'
import { type LearningSet, peopleOn } from '../set/set.ts'
import { countsFor, isLeftOpen } from './unfinished.ts'
import { findCame, findStillOpen, findUnsettled, saveClosed } from './unfinished.store.ts'

/** Closes every meeting of the organisation that was left open; as the service. Answers how many. */
export async function closeLeftOpen(work: Work): Promise<number> {
  let closed = 0
  const open = await findStillOpen(work)
  if (open.length === 0) return closed
  const policy = await policyOn(work)
  for (const one of open) {
    if (!isLeftOpen(one, closesAfterHours(policy, one.type), work.moment)) continue
    const planned = await lockMeeting(work, one.id)
    const set = planned && (await findSet(work, planned.set))
    if (!set || planned?.state !== 'open') continue
    await close(work, planned, set)
    closed += 1
  }
  return closed
}

async function close(work: Work, planned: PlannedMeeting, set: LearningSet): Promise<void> {
  await saveClosed(work, planned.id, planned.lastEvent)
  await countAsHeld(work, planned, set)
  // The words of topics stay until its turns are added: those that were not reached wait for the next meeting.
  if (planned.capture === 'not kept') {
    await forgetInSeries(work, theMeeting(planned.id), { field: 'words' })
    forgetTold(work, planned.id)
  }
  writeTrail(work, { deed: 'meeting closed', about: theMeeting(planned.id) })
}

/** It lasted as long as it was planned to: when people went, nobody has said. */
async function countAsHeld(work: Work, planned: PlannedMeeting, set: LearningSet): Promise<void> {
  const came = await findCame(work, planned.id)
  const leads = peopleOn(set, londonDay(planned.startsAt)).find((one) => one.as === 'facilitator')
  const supervisor = countsFor(came, leads?.person ?? null)
  const others = came.map((one) => one.person).filter((person) => person !== supervisor)
  if (supervisor && others.length > 0) await countMeeting(work, { planned, set, supervisor, came: others })
}

type Counted = {
  readonly planned: PlannedMeeting
  readonly set: LearningSet
  readonly supervisor: PersonId
  readonly came: readonly PersonId[]
}

/** Counts a meeting as a session of the length that was planned; whether it could be. */
export async function countMeeting(work: Work, { planned, set, supervisor, came }: Counted): Promise<boolean> {
  const session = await countHeldMeeting(work, {
    type: set.type,
    supervisor,
    came,
    minutes: planned.minutes,
    placeKind: /^https?:/i.test(planned.place) ? 'video' : 'in person',
    beganAt: planned.startsAt,
    finishedAt: addMinutes(planned.startsAt, planned.minutes),
  })
  if (session) await saveSessionOf(work, planned.id, session)
  return session !== null
}

/** Adds what only its people can open of meetings of a set that were closed, as far as the asker reads them. */
export async function settleClosed(work: Work, set: LearningSet): Promise<void> {
  for (const { id } of await findUnsettled(work, [set.id])) {
    const planned = await lockMeeting(work, id)
    const opened = planned && (await openMeetingLog(work, planned))
    if (!opened || !planned) continue
    await keepTurns(work, planned, opened)
    await forgetWords(work, planned)
    await planAgreed(work, { planned, set, meeting: opened.meeting })
  }
}

/** The date that was agreed, where it still lies ahead and the set does not meet on it already. */
async function planAgreed(
  work: Work,
  { planned, set, meeting }: { planned: PlannedMeeting; set: LearningSet; meeting: Meeting },
): Promise<void> {
  const { next } = meeting
  if (!next || next.day <= work.today) return
  const { minutes, place, format } = planned
  await planDays(work, set, {
    days: [next.day],
    time: next.time ?? londonTime(planned.startsAt),
    minutes,
    place,
    format,
  })
}

/** Who leads the set has looked at a meeting that was closed. */
export async function lookAfterClosed(work: Work, id: MeetingId): Promise<Decision> {
  const planned = await findMeeting(work, id)
  const set = planned && (await findSet(work, planned.set))
  if (!set || !planned.closedAt || !leadersOfSet.may(work.asker, { set, today: work.today }))
    return no('There is no such meeting')
  await settleClosed(work, set)
  return yes()
}
