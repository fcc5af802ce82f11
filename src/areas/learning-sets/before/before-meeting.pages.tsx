// What is done before a meeting: opening it, sending apologies.
import { parseId } from '../../../platform/ids.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import { leadersOfMeeting, peopleOfMeetingItself } from '../room/meeting.access.ts'
import { subjectMeeting } from '../room/meeting-subject.changes.ts'
import { openMeeting } from '../room/opening.changes.ts'
import { sendApologies } from '../room/planning.changes.ts'

export const beforeMeetingPages: readonly Page[] = [
  page({
    at: 'POST /action-learning/meetings/:meeting/opening',
    subject: subjectMeeting,
    access: leadersOfMeeting,
    answer: async (work, { subject: { meeting } }) => {
      const done = await openMeeting(work, meeting.id)
      return done.ok ? seeOther(`/action-learning/meetings/${meeting.id}`, 'Opened') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /action-learning/meetings/:meeting/apologies',
    subject: subjectMeeting,
    access: peopleOfMeetingItself,
    answer: async (work, { subject: { meeting }, form }) => {
      const person = parseId<'person'>(firstOf(form, 'person')) ?? work.asker.person
      const coming = firstOf(form, 'coming') === 'yes'
      const done = await sendApologies(work, meeting.id, { person, coming })
      if (!done.ok) return conflict(done.reason)
      return seeOther(`/action-learning/meetings/${meeting.id}`, coming ? 'Noted: coming' : 'Apologies noted')
    },
  }),
]
