// Answering a proposed time: accept it, suggest another, or take it off the table.
import { Button, ErrorSummary, FormFields, type FormState, PostForm, titleWith } from '../../../design/index.ts'
import { londonDay, londonTime } from '../../../platform/time/moment.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { peopleOfSession } from '../session/session.access.ts'
import { findProposals, findSession } from '../session/session.store.ts'
import type { StoredSession } from '../session/session.ts'
import type { SessionId } from '../session/session.ts'
import { whenWords } from '../session/session.view.ts'
import { acceptTime, suggestTime, withdrawProposal } from './booking.changes.ts'
import { readTime, timeForm } from './booking.form.ts'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)

export const answerPages: readonly Page[] = [
  page({
    at: 'POST /sessions/:session/acceptance',
    subject,
    access: peopleOfSession,
    answer: async (work, { subject: session, form }) => {
      const done = await acceptTime(work, session.id, Number(firstOf(form, '_version')))
      return done.ok ? seeOther(`/sessions/${session.id}`, 'Session booked') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /sessions/:session/withdrawal',
    subject,
    access: peopleOfSession,
    answer: async (work, { subject: session, form }) => {
      const done = await withdrawProposal(work, session.id, Number(firstOf(form, '_version')))
      return done.ok ? seeOther('/supervision', 'Proposal taken off the table') : conflict(done.reason)
    },
  }),
  page({
    at: 'GET /sessions/:session/other-time',
    subject,
    access: peopleOfSession,
    answer: (work, { subject: session }) => otherTimePage(work, session, null),
  }),
  page({
    at: 'POST /sessions/:session/other-time',
    subject,
    access: peopleOfSession,
    answer: async (work, { subject: session, form }) => {
      const reading = timeForm.read(form, { today: work.today })
      if (!reading.ok) return otherTimePage(work, session, reading)
      const time = readTime(reading.value)
      if (!time.ok) return otherTimePage(work, session, timeForm.refused(form, time))
      const version = Number(firstOf(form, '_version'))
      const place = reading.value.place ?? ''
      const done = await suggestTime(work, session.id, { time: time.value, place, version })
      if (!done.ok) return otherTimePage(work, session, timeForm.refused(form, done))
      return seeOther(`/sessions/${session.id}`, 'Another time suggested')
    },
  }),
]

async function otherTimePage(work: Work, session: StoredSession, given: FormState | null) {
  const last = (await findProposals(work, session.id)).at(-1)
  const state =
    given ??
    timeForm.filled({
      day: londonDay(session.startsAt),
      time: londonTime(session.startsAt),
      minutes: session.minutes,
      placeKind: session.placeKind,
      place: last?.place ?? '',
    })
  return html({
    title: titleWith(state, 'Suggest another time'),
    status: given ? 422 : 200,
    back: { href: `/sessions/${session.id}`, label: 'Session' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Suggest another time</h1>
        <p>The time on the table is {whenWords(session)}.</p>
        <PostForm action={`/sessions/${session.id}/other-time`} version={session.version}>
          <FormFields form={timeForm} state={state} />
          <Button>Suggest this time</Button>
        </PostForm>
      </>
    ),
  })
}
