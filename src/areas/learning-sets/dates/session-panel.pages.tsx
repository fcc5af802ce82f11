// On a session that was a meeting of a set: the way to the meeting, for those who had a seat in it.
import type { Panel } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { findSession, type SessionId } from '../../supervision/index.ts'
import { peopleOfMeetingItself } from '../room/meeting.access.ts'
import { subjectMeeting } from '../room/meeting-subject.changes.ts'
import { findMeetingOfSession } from '../room/planned-meeting.store.ts'

export const sessionPanels: readonly Panel[] = [
  { place: 'session', order: 6, show: (work, about) => wayToMeeting(work, about as string as SessionId) },
]

async function wayToMeeting(work: Work, id: SessionId) {
  if ((await findSession(work, id))?.elsewhere !== 'learning set') return null
  const meeting = await findMeetingOfSession(work, id)
  const subject = meeting && (await subjectMeeting(work, { meeting: meeting.id }))
  return (
    <section aria-labelledby="meeting-of-set">
      <h2 id="meeting-of-set">A meeting of a set</h2>
      <p>
        It counts by who came and when. What was said stays with the set.
        {subject && peopleOfMeetingItself.may(work.asker, subject) && (
          <>
            {' '}
            <a href={`/action-learning/meetings/${subject.meeting.id}`}>Go to the meeting</a>
          </>
        )}
      </p>
    </section>
  )
}
