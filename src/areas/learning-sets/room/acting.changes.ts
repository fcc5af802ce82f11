// What people do in a meeting. One deed at a time has the meeting, whichever program it came to: it is decided by the meeting as
// its log has made it, and what came of it is added to the log in the same transaction. A commitment becomes an action of its
// owner, a report is said of the action it is about, and a meeting that ends adds to the turns of its set (SPEC 7.3, 7.8).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { letRead } from '../../records/index.ts'
import { saveCame } from '../unfinished/unfinished.store.ts'
import type { Asked } from '../meeting/command.ts'
import { decide } from '../meeting/decide.ts'
import type { MeetingEvent } from '../meeting/event.ts'
import { evolve } from '../meeting/evolve.ts'
import { type Meeting, seatOf } from '../meeting/meeting.ts'
import type { LearningSet } from '../set/set.ts'
import { findSet } from '../set/set.store.ts'
import { keepPromises } from './commitments.changes.ts'
import { finishMeeting } from './finishing.changes.ts'
import { turnsSoFar } from './history.changes.ts'
import { addToLog, type OpenedMeeting, openMeetingLog, theMeeting } from './meeting-log.changes.ts'
import { findHeard } from './meeting-log.store.ts'
import { seatsOn } from './opening.changes.ts'
import type { MeetingId, PlannedMeeting } from './planned-meeting.ts'
import { lockMeeting, saveProgress } from './planned-meeting.store.ts'

const LONGEST_KEY = 200
const notLetIn = 'You joined after this meeting was opened. Ask the facilitator to say that you are here'

/**
 * Somebody asks something of an open meeting, or tells it something. Sent twice under one key, it is done once. Answers the
 * number of the meeting's newest event, or why not; nothing is added then.
 */
export async function act(
  work: Work,
  id: MeetingId,
  asked: Asked & { readonly key: string },
): Promise<Decision<{ readonly version: number }>> {
  if (asked.key === '' || asked.key.length > LONGEST_KEY) return no('Load the page again')
  const planned = await lockMeeting(work, id)
  const set = planned && (await findSet(work, planned.set))
  if (!set) return no('There is no such meeting')
  const belongs = seatsOn(set, work.today)
  if (!belongs.has(work.asker.person)) return no('You do not belong to this set')
  if (planned.lastEvent === 0) return no('This meeting has not been opened yet')
  const opened = await openMeetingLog(work, planned)
  if (!opened) return no(notLetIn)
  const command = { ...asked, by: work.asker.person, at: work.moment }
  const rules = { belongs, heard: await findHeard(work, id), history: await turnsSoFar(work, set.id) }
  const decided = decide(command, opened.meeting, rules)
  if (!decided.ok) return decided
  if (decided.value.length === 0) return yes({ version: planned.lastEvent })
  return carryOut(work, { planned, set, opened, events: decided.value })
}

type Done = {
  readonly planned: PlannedMeeting
  readonly set: LearningSet
  readonly opened: OpenedMeeting
  readonly events: readonly MeetingEvent[]
}

async function carryOut(work: Work, done: Done): Promise<Decision<{ readonly version: number }>> {
  const { planned, opened, events } = done
  const promised = await keepPromises(work, done)
  if (!promised.ok) return promised
  await letNewcomersRead(work, planned.id, opened.meeting, events)
  for (const event of events) if (event.type === 'arrived') await saveCame(work, planned.id, event)
  const version = await addToLog(work, opened.series, { id: planned.id, last: planned.lastEvent, events })
  const isOver = events.some((event) => event.type === 'meeting finished')
  await saveProgress(work, planned.id, { lastEvent: version, state: isOver ? 'finished' : planned.state })
  const meeting = events.reduce<Meeting | null>(evolve, opened.meeting)
  if (isOver && meeting) await finishMeeting(work, { ...done, opened: { ...opened, meeting } })
  return yes({ version })
}

/** Who came without a seat reads the meeting from now on; who takes the facilitation over can let others in. */
async function letNewcomersRead(
  work: Work,
  id: MeetingId,
  meeting: Meeting,
  events: readonly MeetingEvent[],
): Promise<void> {
  for (const event of events) {
    const isOther = 'person' in event && event.person !== work.asker.person
    if (event.type === 'arrived' && isOther && !seatOf(meeting, event.person))
      await letRead(work, theMeeting(id), [{ person: event.person, because: 'member', until: null }])
    if (event.type === 'facilitation passed' && event.to !== work.asker.person)
      await letRead(work, theMeeting(id), [{ person: event.to, because: 'facilitator', until: null }])
  }
}
