// A meeting as the subject of a page.
import type { Work } from '../../../platform/work.ts'
import { findReadable } from '../../records/index.ts'
import { findSet } from '../set/set.store.ts'
import type { MeetingSubject } from './meeting.access.ts'
import type { MeetingId } from './planned-meeting.ts'
import { findMeeting } from './planned-meeting.store.ts'

/** The meeting with its set, and whether the asker has a seat in it; null when there is none of that id here. */
export async function subjectMeeting(
  work: Work,
  { meeting: id }: { meeting: MeetingId },
): Promise<MeetingSubject | null> {
  const meeting = await findMeeting(work, id)
  if (!meeting) return null
  const [set, readable] = await Promise.all([
    findSet(work, meeting.set),
    meeting.lastEvent > 0 ? findReadable(work, 'meeting', [id]) : null,
  ])
  return set ? { meeting, set, today: work.today, hasSeat: readable?.has(id) ?? false } : null
}
