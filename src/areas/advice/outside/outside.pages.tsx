// Taking the details of somebody who is not in the register, and saying later who they are in it.
import {
  Button,
  Details,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  searchIn,
  titleWith,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, peopleFor } from '../../people/index.ts'
import {
  becauseTexts,
  noteJustified,
  type PointedOut,
  PointedOutPart,
  pointedState,
  pointOutIn,
  thing,
} from '../../records/index.ts'
import { advisersToChoose } from '../request/advisers.changes.ts'
import { desk, deskOfRequest } from '../request/request.access.ts'
import { handRequestOn } from '../request/request.changes.ts'
import type { AdviceRequest } from '../request/request.ts'
import { requestSubject } from '../showing/request.pages.tsx'
import { type Shown, requestPage } from '../showing/request-page.pages.tsx'
import { askFromOutside, linkCaller } from './outside.changes.ts'
import { linkForm, outsideForm } from './outside.form.ts'

export const outsidePages: readonly Page[] = [
  page({
    at: 'GET /advice/calls/outside',
    access: desk,
    answer: (work) => callPage(work, { state: outsideForm.filled({}), pointed: null }),
  }),
  page({ at: 'POST /advice/calls/outside', access: desk, answer: (work, { form }) => takeCall(work, form) }),
  page({
    at: 'POST /advice/requests/:request/person',
    subject: requestSubject,
    access: deskOfRequest,
    answer: (work, { subject, form }) => saveLink(work, subject, form),
  }),
]

/** The button of the other form, for a caller whom the register does not have: what was typed there comes along. */
export const outsideButton = { name: 'begun', value: 'yes' } as const

async function takeCall(work: Work, form: Typed): Promise<Reply> {
  if (firstOf(form, outsideButton.name) !== '')
    return callPage(work, { state: { errors: [], typed: outsideForm.typed(form) }, pointed: null })
  const reading = outsideForm.read(form)
  if (!reading.ok) return callPage(work, { state: reading, pointed: null })
  const { name, role, place, details, urgency, phone, to } = reading.value
  const pointed = pointOutIn(form, { texts: { details }, today: work.today, colleagues: [name, work.asker.name] })
  if (pointed.asks) return callPage(work, { state: pointedState(outsideForm, form, pointed), pointed })
  const who = { name, role, place }
  const done = await askFromOutside(work, { who, urgency, details, phone, because: becauseTexts(pointed) })
  if (!done.ok) return callPage(work, { state: outsideForm.refused(form, done), pointed })
  noteJustified(work, thing('advice intake', done.value), pointed)
  if (to !== null) {
    const colleague = parseId<'person'>(to)
    const handed = colleague ? await handRequestOn(work, done.value, { to: colleague }) : null
    if (!handed?.ok) {
      const reason = handed?.reason ?? 'Choose a colleague'
      return callPage(work, { state: outsideForm.refused(form, { reason, field: 'to' }), pointed })
    }
  }
  return seeOther(`/advice/requests/${done.value}`, to === null ? 'The whole desk sees it' : 'Handed on')
}

async function callPage(
  work: Work,
  { state, pointed }: { state: FormState; pointed: PointedOut | null },
): Promise<Reply> {
  return html({
    title: titleWith(state, 'Somebody who is not in the register'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/advice/calls/new', label: 'Take the details of a call' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Somebody who is not in the register</h1>
        <p>
          An agency nurse, a new starter, a colleague of another organisation: they are advised like everybody else.
          They cannot sign in, so whoever advises reads the advice back to them on the phone.
        </p>
        <PostForm action="/advice/calls/outside">
          <FormFields form={outsideForm} state={state} options={{ to: await advisersToChoose(work) }} />
          <PointedOutPart pointed={pointed} state={state} />
          <Button preventDoubleClick>Save the request</Button>
        </PostForm>
      </>
    ),
  })
}

async function saveLink(work: Work, request: AdviceRequest, form: Typed): Promise<Reply> {
  const registered = await peopleFor(work, 'registered', form, parseId<'person'>(firstOf(form, 'registered')))
  const again = (link: FormState) => requestPage(work, request, { link, registered })
  if (searchIn(form)) return again({ errors: [], typed: linkForm.typed(form) })
  const reading = linkForm.read(form)
  if (!reading.ok) return again(reading)
  const to = parseId<'person'>(reading.value.registered)
  const known = to && (await findPerson(work, to))
  if (!to || !known)
    return again(linkForm.refused(form, { reason: 'Choose one of the people found', field: 'registered' }))
  const done = await linkCaller(work, request.id, { to })
  return done.ok
    ? seeOther(`/advice/requests/${request.id}`, 'It counts as theirs now')
    : again(linkForm.refused(form, done))
}

/** For the desk, until somebody has found them. */
export function LinkBox({ shown: { request, outsider, states } }: { shown: Shown }) {
  if (outsider === null || outsider.person !== null) return null
  return (
    <Details summary="They are in the register now" open={states.link !== undefined}>
      <p>
        What was advised counts as their supervision then, by who and when alone. They do not come to read anything.
      </p>
      <PostForm action={`/advice/requests/${request.id}/person`}>
        <FormFields form={linkForm} state={states.link ?? linkForm.filled({})} options={states.registered ?? {}} />
        <Button variant="secondary">This is them</Button>
      </PostForm>
    </Details>
  )
}
