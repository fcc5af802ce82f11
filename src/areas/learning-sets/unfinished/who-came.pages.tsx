// Who came to a meeting that is over, for those who lead the set: a list to tick, and the way to it.
import { Button, ErrorSummary, FormFields, type FormState, PostForm, titleWith } from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { isFinished, leadersOfMeeting, type MeetingSubject } from '../room/meeting.access.ts'
import { subjectMeeting } from '../room/meeting-subject.changes.ts'
import { putRightWhoCame, whoCame } from './who-came.changes.ts'
import { whoCameForm } from './who-came.form.ts'

const led = { subject: subjectMeeting, access: leadersOfMeeting } as const
const hrefOf = ({ meeting }: Pick<MeetingSubject, 'meeting'>): string => `/action-learning/meetings/${meeting.id}`

export const whoCamePages: readonly Page[] = [
  page({
    at: 'GET /action-learning/meetings/:meeting/attendance',
    ...led,
    answer: (work, { subject }) => whoCamePage(work, subject, null),
  }),
  page({
    at: 'POST /action-learning/meetings/:meeting/attendance',
    ...led,
    answer: (work, { subject, form }) => putRight(work, subject, form),
  }),
]

async function putRight(work: Work, subject: MeetingSubject, form: Typed): Promise<Reply> {
  const reading = whoCameForm.read(form)
  if (!reading.ok) return whoCamePage(work, subject, reading)
  const done = await putRightWhoCame(work, subject, reading.value)
  if (!done.ok) return whoCamePage(work, subject, whoCameForm.refused(form, done))
  return seeOther(hrefOf(subject), 'Saved. It counts for those who were there')
}

async function whoCamePage(work: Work, subject: MeetingSubject, state: FormState | null): Promise<Reply> {
  const now = await whoCame(work, subject)
  if (!now) return conflict('This meeting is not over. Who is here is said in the meeting itself')
  const names = await namesOf(work, [...now.people, ...(now.supervisor === null ? [] : [now.supervisor])])
  const nameOf = (person: (typeof now.people)[number]) => names.get(person) ?? 'Somebody who is no longer here'
  const options = now.people
    .map((person) => ({ value: person as string, label: nameOf(person) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))
  return html({
    title: titleWith(state ?? undefined, 'Who was there'),
    status: state && state.errors.length > 0 ? 422 : 200,
    back: { href: hrefOf(subject), label: 'Meeting' },
    body: (
      <>
        <ErrorSummary state={state ?? undefined} />
        <h1>
          <span class="nhsuk-caption-l">{formatMoment(subject.meeting.startsAt)}</span>
          Put right who was there
        </h1>
        <p>
          The meeting counts as supervision for those whom you tick
          {now.supervisor !== null && (
            <>
              , led by <bdi>{nameOf(now.supervisor)}</bdi>
            </>
          )}
          . What was said in it stays as it was, and nobody reads more or less of it.
        </p>
        <PostForm action={`${hrefOf(subject)}/attendance`}>
          <FormFields
            form={whoCameForm}
            state={state ?? whoCameForm.filled({ came: now.came })}
            options={{ came: options }}
          />
          <Button>Save</Button>
        </PostForm>
      </>
    ),
  })
}

/** The way there, on the page of a meeting that is over. */
export const wayToWhoCame = (work: Work, subject: MeetingSubject) =>
  isFinished(subject.meeting) && leadersOfMeeting.may(work.asker, subject) ? (
    <p>
      <a href={`${hrefOf(subject)}/attendance`}>Put right who was there</a>
    </p>
  ) : null
