// What people promise in a meeting is an action of theirs, which shows in what they have to do; what they report is said of that
// action (SPEC 5.11, 7.8). The words of an action are read by those who have a seat in the meeting.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { agreeAction, findAction, reportOnAction, usualDueDay } from '../../actions/index.ts'
import { findReadable } from '../../records/index.ts'
import type { MeetingEvent } from '../meeting/event.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { PlannedMeeting } from './planned-meeting.ts'
import { nextMeetingAfter } from './planned-meeting.store.ts'

type Said = {
  readonly planned: PlannedMeeting
  readonly opened: { readonly meeting: Meeting }
  readonly events: readonly MeetingEvent[]
}

/** Makes and reports on actions as the events say; refused when one of them cannot be. */
export async function keepPromises(work: Work, { planned, opened, events }: Said): Promise<Decision> {
  for (const event of events) {
    const kept =
      event.type === 'committed'
        ? await promise(work, { planned, meeting: opened.meeting, event })
        : event.type === 'reported'
          ? await reportBack(work, planned, event)
          : yes()
    if (!kept.ok) return kept
  }
  return yes()
}

async function promise(
  work: Work,
  what: { planned: PlannedMeeting; meeting: Meeting; event: Extract<MeetingEvent, { type: 'committed' }> },
): Promise<Decision> {
  const { commitment: id, owner, words: text, due } = what.event
  const readers = what.meeting.seats.map((seat) => seat.person)
  const from = { kind: 'meeting', id: what.planned.id } as const
  const agreed = await agreeAction(work, { id, owner, text, due, from, readers })
  return agreed.ok ? yes() : agreed
}

/**
 * What was said in the meeting is said of the action as well. One that was finished elsewhere meanwhile stays as it is, and so
 * does one that whoever writes for its owner may not read: the meeting has heard it, and its owner can report on it.
 */
async function reportBack(
  work: Work,
  planned: PlannedMeeting,
  event: Extract<MeetingEvent, { type: 'reported' }>,
): Promise<Decision> {
  const action = await findAction(work, event.commitment)
  if (!action || action.state !== 'open') return yes()
  if (!(await findReadable(work, 'action', [action.id])).has(action.id)) return yes()
  const next = await nextMeetingAfter(work, planned)
  const isDone = event.outcome === 'done'
  const note = event.words ?? (event.outcome === 'part done' ? 'Said in the meeting' : '')
  const reported = await reportOnAction(work, action.id, {
    outcome: event.outcome,
    note,
    newDue: isDone ? null : (event.due ?? usualDueDay(work.today, next && londonDay(next.startsAt))),
    letGo: false,
    version: action.version,
    saidInMeeting: true,
  })
  return reported.ok ? yes() : no(reported.reason, reported.field)
}
