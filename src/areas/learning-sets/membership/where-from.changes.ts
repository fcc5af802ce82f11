// What a concern may come from in this area: a set that the asker belongs to, or a meeting that they were in.
import type { Id } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { subjectMeeting } from '../room/meeting-subject.changes.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import { belongs, type SetId } from '../set/set.ts'
import { findSet } from '../set/set.store.ts'

/** The set or the meeting of that id, for its own people; nothing for anybody else. */
export async function whereFrom(work: Work, about: Id<string>) {
  const set = await findSet(work, about as SetId)
  if (set && belongs(set, work.asker.person, work.today)) {
    const href = `/action-learning/sets/${set.id}`
    return [{ kind: 'learning set', id: set.id, words: 'an action learning set', href } as const]
  }
  const held = await subjectMeeting(work, { meeting: about as MeetingId })
  if (!held?.hasSeat || !belongs(held.set, work.asker.person, work.today)) return []
  const href = `/action-learning/meetings/${held.meeting.id}`
  return [{ kind: 'learning set meeting', id: held.meeting.id, words: 'a meeting of your set', href } as const]
}
