// Saying beforehand whether a meeting keeps its words: each for themselves, and who leads the set for all. The trail says that it was
// said, never what.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../../records/index.ts'
import { theMeeting } from '../room/meeting-log.changes.ts'
import { type Capture, type MeetingId, type PlannedMeeting, staleMeeting } from '../room/planned-meeting.ts'
import { lockMeeting, saveMeeting } from '../room/planned-meeting.store.ts'
import { leadersOfSet } from '../set/set.access.ts'
import { belongs, type LearningSet, peopleOn } from '../set/set.ts'
import { findSet } from '../set/set.store.ts'
import { type CaptureCount, countSaid, decideCapture, decideWord } from './capture.ts'
import { findCaptureSaid, saveCaptureWord } from './capture.store.ts'

/** What the set has said about keeping the words of a meeting. */
export async function captureCount(work: Work, meeting: PlannedMeeting, set: LearningSet): Promise<CaptureCount> {
  const people = [...new Set(peopleOn(set, work.today).map((one) => one.person))]
  return countSaid(await findCaptureSaid(work, meeting.id), people.length)
}

async function holdOwn(work: Work, id: MeetingId): Promise<{ meeting: PlannedMeeting; set: LearningSet } | null> {
  const meeting = await lockMeeting(work, id)
  const set = meeting && (await findSet(work, meeting.set))
  return set && belongs(set, work.asker.person, work.today) ? { meeting, set } : null
}

/** Whether a meeting keeps its words; said by who leads the set, before it is opened, as the set has chosen. */
export async function chooseCapture(work: Work, id: MeetingId, to: { capture: Capture }): Promise<Decision> {
  const held = await holdOwn(work, id)
  if (!held || !leadersOfSet.may(work.asker, { set: held.set, today: work.today }))
    return no('There is no such meeting')
  const count = await captureCount(work, held.meeting, held.set)
  const decision = decideCapture(held.meeting, to.capture, count)
  if (!decision.ok) return decision
  const saved = await save(work, held.meeting, decision.value)
  if (saved.ok && decision.value.version !== held.meeting.version)
    writeTrail(work, { deed: 'meeting changed', about: theMeeting(id) })
  return saved
}

/** The asker agrees that words are kept, or would rather not: then they are not. */
export async function sayOfCapture(work: Work, id: MeetingId, what: { agrees: boolean }): Promise<Decision> {
  const held = await holdOwn(work, id)
  if (!held) return no('There is no such meeting')
  const decision = decideWord(held.meeting, what.agrees)
  if (!decision.ok) return decision
  await saveCaptureWord(work, id, what)
  // The same line whatever was said, and none of what comes of it: the line has a name.
  writeTrail(work, { deed: 'said whether words are kept', about: theMeeting(id) })
  return save(work, held.meeting, decision.value)
}

async function save(work: Work, before: PlannedMeeting, after: PlannedMeeting): Promise<Decision> {
  if (after.version === before.version) return yes()
  return (await saveMeeting(work, after)) ? yes() : no(staleMeeting)
}
