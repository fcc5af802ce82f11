// One meeting that is ahead: another day, time, place or format for it; calling it off, and putting it back.
import { Button, ErrorSummary, FormFields, type FormState, PostForm, titleWith } from '../../../design/index.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { londonDay, londonTime } from '../../../platform/time/moment.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { keepersOfMeeting, type MeetingSubject } from '../room/meeting.access.ts'
import { subjectMeeting } from '../room/meeting-subject.changes.ts'
import type { PlannedMeeting } from '../room/planned-meeting.ts'
import { callOffMeeting, changeMeeting, formatsFor, putMeetingBack } from '../room/planning.changes.ts'
import { oneDateForm } from './dates.form.ts'

const kept = { subject: subjectMeeting, access: keepersOfMeeting } as const

export const oneDatePages: readonly Page[] = [
  page({
    at: 'GET /action-learning/meetings/:meeting/date',
    ...kept,
    answer: (work, { subject }) => datePage(work, subject, oneDateForm.filled(filledFrom(subject.meeting))),
  }),
  page({
    at: 'POST /action-learning/meetings/:meeting/date',
    ...kept,
    answer: async (work, { subject, form }) => {
      const reading = oneDateForm.read(form, { today: work.today })
      if (!reading.ok) return datePage(work, subject, reading)
      const { day, place, ...rest } = reading.value
      const to = { ...rest, place: place ?? '', day: parseDay(day) ?? work.today }
      const done = await changeMeeting(work, subject.meeting.id, { ...to, version: Number(firstOf(form, '_version')) })
      return done.ok
        ? seeOther(addressOf(subject.meeting), 'Meeting changed')
        : datePage(work, subject, oneDateForm.refused(form, done))
    },
  }),
  page({
    at: 'POST /action-learning/meetings/:meeting/cancellation',
    ...kept,
    answer: async (work, { subject: { meeting } }) => {
      const done = await callOffMeeting(work, meeting.id)
      return done.ok ? seeOther(addressOf(meeting), 'Called off. You can put it back') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /action-learning/meetings/:meeting/reinstatement',
    ...kept,
    answer: async (work, { subject: { meeting } }) => {
      const done = await putMeetingBack(work, meeting.id)
      return done.ok ? seeOther(addressOf(meeting), 'The meeting is planned again') : conflict(done.reason)
    },
  }),
]

const addressOf = (meeting: PlannedMeeting): string => `/action-learning/meetings/${meeting.id}`

const filledFrom = ({ startsAt, minutes, place, format }: PlannedMeeting) => ({
  day: londonDay(startsAt),
  time: londonTime(startsAt),
  minutes,
  place,
  format,
})

async function datePage(work: Work, { meeting, set }: MeetingSubject, state: FormState): Promise<Reply> {
  const formats = formatsFor(await policyOn(work), set.type)
  return html({
    title: titleWith(state, 'Change the meeting'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: addressOf(meeting), label: 'Meeting' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Change the meeting</h1>
        <p>Everybody in the set sees the new day. What they have prepared stays with the meeting.</p>
        <PostForm action={`${addressOf(meeting)}/date`} version={meeting.version}>
          <FormFields
            form={oneDateForm}
            state={state}
            options={{ format: formats.map(({ key, name }) => ({ value: key, label: name })) }}
          />
          <Button>Save</Button>
        </PostForm>
      </>
    ),
  })
}
