// The advice desk for everybody: what is open now, then one short form, then what one has asked.
import {
  Button,
  EmptyState,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  StateTag,
  Table,
  titleWith,
} from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import {
  becauseTexts,
  noteJustified,
  type PointedOut,
  PointedOutPart,
  pointedState,
  pointOutIn,
  thing,
} from '../../records/index.ts'
import { deskToday } from '../hours/desk.changes.ts'
import { OpenNow } from '../hours/open-now.pages.tsx'
import { isAtDesk } from '../request/request.access.ts'
import { askForAdvice } from '../request/request.changes.ts'
import type { AdviceRequest } from '../request/request.ts'
import { findRequestsOf } from '../request/request.store.ts'
import { stateWords } from '../request/request.view.ts'
import { askForm } from './asking.form.ts'

export const deskPages: readonly Page[] = [
  page({
    at: 'GET /advice',
    access: anyStaff,
    answer: (work) => deskPage(work, { state: askForm.filled({}), pointed: null }),
  }),
  page({ at: 'POST /advice/requests', access: anyStaff, answer: (work, { form }) => ask(work, form) }),
]

async function ask(work: Work, form: Typed): Promise<Reply> {
  const reading = askForm.read(form)
  if (!reading.ok) return deskPage(work, { state: reading, pointed: null })
  const { details, urgency, phone } = reading.value
  const pointed = pointOutIn(form, { texts: { details }, today: work.today, colleagues: [work.asker.name] })
  if (pointed.asks) return deskPage(work, { state: pointedState(askForm, form, pointed), pointed })
  const caller = work.asker.person
  const done = await askForAdvice(work, { caller, urgency, details, phone, because: becauseTexts(pointed) })
  if (!done.ok) return deskPage(work, { state: askForm.refused(form, done), pointed })
  noteJustified(work, thing('advice intake', done.value), pointed)
  return seeOther(`/advice/requests/${done.value}`, 'The desk has your request')
}

async function deskPage(
  work: Work,
  { state, pointed }: { state: FormState; pointed: PointedOut | null },
): Promise<Reply> {
  const today = await deskToday(work)
  const mine = await findRequestsOf(work, work.asker.person)
  return html({
    title: titleWith(state, 'Advice'),
    status: state.errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Advice</h1>
        {isAtDesk(work.asker) && (
          <p>
            <a href="/advice/desk">Requests at the desk</a>
          </p>
        )}
        {today ? <OpenNow today={today} at={work.moment} /> : <NoDesk />}
        {today && <AskPart state={state} pointed={pointed} open={today.now.open} />}
        {mine.length > 0 && <Mine requests={mine} />}
      </>
    ),
  })
}

const NoDesk = () => (
  <EmptyState heading="Your policy names no advice desk">
    <p>
      Ask your line manager whom to turn to. Is somebody in danger? <a href="tel:999">Call 999</a> first.
    </p>
  </EmptyState>
)

const AskPart = ({ state, pointed, open }: { state: FormState; pointed: PointedOut | null; open: boolean }) => (
  <section>
    <h2>Ask for a call back</h2>
    <p>
      {open
        ? 'A safeguarding professional rings you. You need no contract and no appointment.'
        : 'Somebody rings you once the desk is open. What cannot wait until then is for those named above.'}
    </p>
    <PostForm action="/advice/requests">
      <FormFields form={askForm} state={state} />
      <PointedOutPart pointed={pointed} state={state} />
      <Button preventDoubleClick>Ask the desk</Button>
    </PostForm>
  </section>
)

const Mine = ({ requests }: { requests: readonly AdviceRequest[] }) => (
  <Table
    caption="What I asked"
    captionSize="m"
    rows={requests}
    columns={[
      { heading: 'Asked', cell: (one) => <a href={`/advice/requests/${one.id}`}>{formatMoment(one.openedAt)}</a> },
      {
        heading: 'How it stands',
        cell: (one) => <StateTag tone={stateWords(one).tone}>{stateWords(one).words}</StateTag>,
      },
    ]}
  />
)
