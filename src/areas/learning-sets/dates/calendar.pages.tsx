// The meetings of a set as calendar files: one, or all of them. A file that is fetched again changes or cancels its entries, and
// says nothing but when: not where, not which set, not who (SPEC 12.6).
import { EmptyState } from '../../../design/index.ts'
import { calendarFile, calendarOf } from '../../../platform/calendar/calendar-file.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html } from '../../../platform/web/reply.ts'
import { peopleOfMeetingItself } from '../room/meeting.access.ts'
import { subjectMeeting } from '../room/meeting-subject.changes.ts'
import { findMeetingsOf } from '../room/planned-meeting.store.ts'
import { peopleOfSetItself } from '../set/set.access.ts'
import { subjectSet } from '../set/set.changes.ts'
import { calendarEntryOf } from './calendar.changes.ts'

const fileName = 'action-learning-set.ics'

export const calendarPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/meetings/:meeting/calendar',
    subject: subjectMeeting,
    access: peopleOfMeetingItself,
    answer: (work, { subject: { meeting } }) =>
      file(fileName, 'text/calendar', calendarFile(calendarEntryOf(work, meeting))),
  }),
  page({
    at: 'GET /action-learning/sets/:set/calendar',
    subject: subjectSet,
    access: peopleOfSetItself,
    answer: async (work, { subject: { set } }) => {
      const entries = (await findMeetingsOf(work, set.id)).map((one) => calendarEntryOf(work, one))
      return entries.length === 0 ? nothingPlanned(set.id) : file(fileName, 'text/calendar', calendarOf(entries))
    },
  }),
]

const nothingPlanned = (set: string) =>
  html({
    title: 'Meetings for your calendar',
    back: { href: `/action-learning/sets/${set}`, label: 'Action learning set' },
    body: (
      <>
        <h1>Meetings for your calendar</h1>
        <EmptyState heading="No meetings are planned" level={2}>
          <p>Once they are, you can add them all to your calendar from the page of the set.</p>
        </EmptyState>
      </>
    ),
  })
