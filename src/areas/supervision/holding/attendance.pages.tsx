// Recording who came and when it was held, in seconds on a phone; and a session that was held without being booked here.
import {
  Button,
  Details,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import {
  becauseTexts,
  noteJustified,
  type PointedOut,
  PointedOutPart,
  pointedState,
  pointOutIn,
  thing,
} from '../../records/index.ts'
import { supervisorOfSession } from '../session/session.access.ts'
import { findSession } from '../session/session.store.ts'
import type { StoredSession } from '../session/session.ts'
import { mayBeHeld, type SessionId } from '../session/session.ts'
import { whenWords } from '../session/session.view.ts'
import { namer } from '../supervision.changes.ts'
import { termsIn } from '../terms/terms.view.ts'
import { correctAttendance, holdSession } from './attendance.changes.ts'
import { findAttendance } from './attendance.store.ts'
import {
  type AttendanceForm,
  attendanceForm,
  firstAttendance,
  readHolding,
  recordedAttendance,
} from './attendance.form.ts'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)

export const attendancePages: readonly Page[] = [
  page({
    at: 'GET /sessions/:session/attendance',
    subject,
    access: supervisorOfSession,
    answer: async (work, { subject: session }) => {
      const form = await formOf(work, session)
      const rows = session.state === 'held' ? await findAttendance(work, session.id) : []
      const state = session.state === 'held' ? recordedAttendance(form, session, rows) : firstAttendance(form, session)
      return attendancePage(work, { session, form, state })
    },
  }),
  page({
    at: 'POST /sessions/:session/attendance',
    subject,
    access: supervisorOfSession,
    answer: (work, { subject: session, form }) => saveAttendancePage(work, session, form),
  }),
]

async function saveAttendancePage(work: Work, session: StoredSession, typed: Typed): Promise<Reply> {
  const form = await formOf(work, session)
  const again = (state: FormState, pointed: PointedOut | null = null) =>
    attendancePage(work, { session, form, state, pointed })
  const reading = form.read(typed, { today: work.today })
  if (!reading.ok) return again(reading)
  const holding = readHolding(session, reading.value, typed)
  if (!holding.ok) return again(form.refused(typed, holding))
  if (session.state === 'held') {
    const corrected = await correctAttendance(work, session.id, holding.value)
    if (!corrected.ok) return again(form.refused(typed, corrected))
    return seeOther(`/sessions/${session.id}`, 'Corrected. Figures follow.')
  }
  const pointed = await lookThroughFocus(work, session, { form: typed, focus: holding.value.focus })
  if (pointed.asks) return again(pointedState(form, typed, pointed), pointed)
  const done = await holdSession(work, session.id, { ...holding.value, because: becauseTexts(pointed) })
  if (!done.ok) return again(form.refused(typed, done), pointed)
  noteJustified(work, thing('session', session.id), pointed)
  return seeOther(`/sessions/${session.id}/record`, 'Held. It counts from now on.')
}

/** Words of the agreed focus that may tell who it is about; the names of those in the session are no secret there. */
async function lookThroughFocus(
  work: Work,
  session: StoredSession,
  { form, focus }: { form: Typed; focus: string },
): Promise<PointedOut> {
  const people = [session.supervisor, ...session.supervisees]
  const nameOf = await namer(work, people)
  return pointOutIn(form, { texts: { focus }, today: work.today, colleagues: people.map(nameOf) })
}

async function formOf(work: Work, session: StoredSession): Promise<AttendanceForm> {
  const nameOf = await namer(work, session.supervisees)
  const people = session.supervisees.map((id) => ({ id, name: nameOf(id) }))
  return attendanceForm(people.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')))
}

type Shown = { session: StoredSession; form: AttendanceForm; state: FormState; pointed?: PointedOut | null }

async function attendancePage(work: Work, { session, form, state, pointed = null }: Shown) {
  const failed = state.errors.length > 0
  const may = mayBeHeld(session, work.moment)
  const correcting = session.state === 'held'
  if (!may.ok && !correcting && !failed) return conflict(may.reason)
  const models = termsIn(await policyOn(work), session.type)?.models ?? []
  const options = { model: models.map((model) => ({ value: model.key, label: model.name })) }
  const people = Object.keys(form.fields).filter((name) => name.startsWith('came-') || name.startsWith('cause-'))
  return html({
    title: titleWith(state, 'Who came'),
    status: failed ? 422 : 200,
    back: { href: `/sessions/${session.id}`, label: 'Session' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{correcting ? 'Correct who came' : 'Who came?'}</h1>
        <p class="app-lede">{whenWords(session)}</p>
        <PostForm action={`/sessions/${session.id}/attendance`} version={session.version}>
          <FormFields form={form} state={state} options={options} only={people} />
          <FormFields form={form} state={state} options={options} only={['began', 'finished']} />
          {!correcting && (
            <Details summary="Focus and model (optional)" open={failed}>
              <FormFields form={form} state={state} options={options} only={['focus', 'model']} />
              <PointedOutPart pointed={pointed} state={state} />
            </Details>
          )}
          <Button>{correcting ? 'Save the correction' : 'Save and go on to the record'}</Button>
        </PostForm>
        {!correcting && (
          <p>
            Nobody came? <a href={`/sessions/${session.id}/cancellation`}>Cancel the session instead</a>, with the
            reason.
          </p>
        )}
      </>
    ),
  })
}
