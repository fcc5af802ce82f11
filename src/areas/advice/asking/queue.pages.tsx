// The desk's own pages: every open request with how long it has waited, and taking the details of somebody who rings.
import {
  Button,
  ButtonGroup,
  EmptyState,
  ErrorSummary,
  FormFields,
  type FormState,
  LinkButton,
  PostForm,
  searchIn,
  StateTag,
  Table,
  titleWith,
} from '../../../design/index.ts'
import { parseId, type PersonId } from '../../../platform/ids.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namer } from '../../disclosure/index.ts'
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
import { callerNames } from '../outside/callers.changes.ts'
import { outsideButton } from '../outside/outside.pages.tsx'
import { advisersToChoose } from '../request/advisers.changes.ts'
import { worksHere } from '../request/desk-people.changes.ts'
import { desk, doerOf } from '../request/request.access.ts'
import { askForAdvice, handRequestOn } from '../request/request.changes.ts'
import type { AdviceRequest } from '../request/request.ts'
import { findDiffering, findOpenRequests } from '../request/request.store.ts'
import { differsWords, stateWords, urgencyWords, waitWords } from '../request/request.view.ts'
import { standingOf } from '../request/standing.ts'
import { callForm } from './asking.form.ts'

export const queuePages: readonly Page[] = [
  page({ at: 'GET /advice/desk', access: desk, answer: (work) => queuePage(work) }),
  page({
    at: 'GET /advice/calls/new',
    access: desk,
    answer: (work) => callPage(work, { state: callForm.filled({}), typed: {}, pointed: null }),
  }),
  page({ at: 'POST /advice/calls', access: desk, answer: (work, { form }) => takeCall(work, form) }),
]

async function queuePage(work: Work): Promise<Reply> {
  const open = await findOpenRequests(work)
  const differing = doerOf(work.asker).leads ? await findDiffering(work) : []
  const people = [...open, ...differing].flatMap((one) =>
    [one.caller, one.has, one.adviser].filter((id) => id !== null),
  )
  const nameOf = await namer(work, people)
  const callerOf = await callerNames(work, [...open, ...differing], nameOf)
  const works = await worksHere(work, people)
  return html({
    title: 'Requests at the desk',
    back: { href: '/advice', label: 'Advice' },
    body: (
      <>
        <h1>Requests at the desk</h1>
        <p>
          <LinkButton href="/advice/calls/new">Take the details of a call</LinkButton>
        </p>
        <Queue requests={open} nameOf={nameOf} callerOf={callerOf} works={works} work={work} />
        {differing.length > 0 && <Differing requests={differing} nameOf={nameOf} callerOf={callerOf} />}
        <p>
          <a href="/advice/figures">Figures of the desk</a>
        </p>
      </>
    ),
  })
}

type Names = (person: PersonId) => string
type Callers = (request: AdviceRequest) => string

function Queue(props: {
  requests: readonly AdviceRequest[]
  nameOf: Names
  callerOf: Callers
  works: (one: PersonId) => boolean
  work: Work
}) {
  const { requests, nameOf, callerOf, works, work } = props
  const people = { works, desk: [], leads: [], administrators: [] }
  return (
    <Table
      caption="Open requests, the most pressing first"
      captionSize="m"
      rows={requests}
      empty={
        <EmptyState heading="Nobody waits">
          <p>What is asked appears here at once, with the most pressing first.</p>
        </EmptyState>
      }
      columns={[
        { heading: 'Asked', cell: (one) => <a href={`/advice/requests/${one.id}`}>{formatMoment(one.openedAt)}</a> },
        { heading: 'By', cell: callerOf },
        { heading: 'How soon', cell: (one) => urgencyWords[one.urgency] },
        {
          heading: 'How it stands',
          cell: (one) => <StateTag tone={stateWords(one).tone}>{stateWords(one).words}</StateTag>,
        },
        { heading: 'Who has it', cell: (one) => (one.has !== null && works(one.has) ? nameOf(one.has) : 'The desk') },
        { heading: 'Wait', cell: (one) => waitWords(one, standingOf(one, people, work.moment), work.moment) },
      ]}
    />
  )
}

const differWords = ({ differs, differed }: AdviceRequest): string =>
  (differs ?? []).length > 0 ? differsWords(differs ?? []) : `${differsWords(differed ?? [])}, until one was corrected`

type DifferingProps = { requests: readonly AdviceRequest[]; nameOf: Names; callerOf: Callers }

const Differing = ({ requests, nameOf, callerOf }: DifferingProps) => (
  <Table
    caption="Heard differently, to look at"
    captionSize="m"
    rows={requests}
    columns={[
      {
        heading: 'Advised',
        cell: (one) => <a href={`/advice/requests/${one.id}`}>{formatMoment(one.advisedAt ?? one.openedAt)}</a>,
      },
      { heading: 'Asked by', cell: callerOf },
      { heading: 'Advised by', cell: (one) => (one.adviser === null ? '' : nameOf(one.adviser)) },
      { heading: 'The records differ in', cell: differWords },
    ]}
  />
)

type CallState = { state: FormState; typed: Typed; pointed: PointedOut | null }

async function takeCall(work: Work, form: Typed): Promise<Reply> {
  if (searchIn(form))
    return callPage(work, { state: { errors: [], typed: callForm.typed(form) }, typed: form, pointed: null })
  const reading = callForm.read(form)
  if (!reading.ok) return callPage(work, { state: reading, typed: form, pointed: null })
  const { caller: chosen, details, urgency, phone, to } = reading.value
  const caller = parseId<'person'>(chosen)
  const known = caller && (await findPerson(work, caller))
  const refused = (reason: string, field: string): Promise<Reply> =>
    callPage(work, { state: callForm.refused(form, { reason, field }), typed: form, pointed: null })
  if (!caller || !known) return refused('Choose one of the people found', 'caller')
  const pointed = pointOutIn(form, { texts: { details }, today: work.today, colleagues: [known.name, work.asker.name] })
  if (pointed.asks) return callPage(work, { state: pointedState(callForm, form, pointed), typed: form, pointed })
  const done = await askForAdvice(work, { caller, urgency, details, phone, because: becauseTexts(pointed) })
  if (!done.ok) return refused(done.reason, done.field ?? '')
  noteJustified(work, thing('advice intake', done.value), pointed)
  const colleague = to === null ? null : parseId<'person'>(to)
  if (to !== null) {
    const handed = colleague ? await handRequestOn(work, done.value, { to: colleague }) : null
    if (!handed?.ok) return refused(handed?.reason ?? 'Choose a colleague', 'to')
  }
  return seeOther(`/advice/requests/${done.value}`, to === null ? 'The whole desk sees it' : 'Handed on')
}

async function callPage(work: Work, { state, typed, pointed }: CallState): Promise<Reply> {
  const chosen = parseId<'person'>(typed.caller)
  const options = { ...(await peopleFor(work, 'caller', typed, chosen)), to: await advisersToChoose(work) }
  return html({
    title: titleWith(state, 'Take the details of a call'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/advice/desk', label: 'Requests at the desk' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Take the details of a call</h1>
        <PostForm action="/advice/calls">
          <FormFields form={callForm} state={state} options={options} />
          <PointedOutPart pointed={pointed} state={state} />
          <ButtonGroup>
            <Button preventDoubleClick>Save the request</Button>
            <Button {...outsideButton} variant="secondary" formAction="/advice/calls/outside" formNoValidate>
              They are not in the register
            </Button>
          </ButtonGroup>
        </PostForm>
      </>
    ),
  })
}
