// Somebody who joins a set in the middle of its life comes to what is ahead of it by themselves: they have a seat in every meeting
// that is opened from then on, and can say that they are here in one that is open, when whoever brought them in can let them read it.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { letRead, mayLetRead } from '../../records/index.ts'
import type { SetId } from '../set/set.ts'
import { theMeeting } from '../room/meeting-log.changes.ts'
import { nextMeetingOf } from '../room/planned-meeting.store.ts'

/** Lets people who joined today read the meeting of their set that is open, if the asker may say so. */
export async function letIntoOpenMeeting(work: Work, set: SetId, who: { people: readonly PersonId[] }): Promise<void> {
  const open = await nextMeetingOf(work, set)
  if (open?.state !== 'open' || !(await mayLetRead(work, theMeeting(open.id)))) return
  const readers = who.people.map((person) => ({ person, because: 'member' as const, until: null }))
  await letRead(work, theMeeting(open.id), readers)
}
