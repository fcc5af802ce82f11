// Reporting on one's open actions while preparing, on one page: each with what was agreed and its own small form.
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  FormFields,
  type FormState,
  LinkButton,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import type { Id } from '../../../platform/ids.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { page, type Page } from '../../../platform/web/page.ts'
import { html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { reportForm, reportOnAction, standingOf, textOfAction } from '../../actions/index.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId } from '../session/session.ts'
import { ownActions } from './pieces.changes.ts'
import { supervisedInSession } from '../preparation/preparation.access.ts'
import type { PreparationOf } from '../preparation/preparation.changes.ts'
import { within } from '../preparation/preparation.pages.tsx'
import { hrefOf } from '../preparation/preparation.view.ts'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)
const about = { subject, access: supervisedInSession }

export const preparationActionPages: readonly Page[] = [
  page({
    at: 'GET /sessions/:session/preparation/actions',
    ...about,
    answer: (work, { subject: session }) => within(work, session, (of) => actionsPage(work, of)),
  }),
  page({
    at: 'GET /sessions/:session/preparation/actions/:action',
    ...about,
    answer: (work, { subject: session, params }) =>
      within(work, session, (of) => reportPage(work, of, { action: params.action, state: reportForm.filled({}) })),
  }),
  page({
    at: 'POST /sessions/:session/preparation/actions/:action/report',
    ...about,
    answer: (work, { subject: session, params: { action }, form }) =>
      within(work, session, async (of) => {
        if (!(await ownAction(work, action))) return notFound()
        const reading = reportForm.read(form, { today: work.today })
        if (!reading.ok) return reportPage(work, of, { action, state: reading })
        const { outcome, note, newDue, letGo } = reading.value
        const report = { outcome, note: note ?? '', newDue: parseDay(newDue), letGo }
        const done = await reportOnAction(work, action, { ...report, version: Number(firstOf(form, '_version')) })
        if (!done.ok) return reportPage(work, of, { action, state: reportForm.refused(form, done) })
        return seeOther(`${hrefOf(of.session)}/actions`, 'Report saved')
      }),
  }),
]

const ownAction = async (work: Work, action: Id<'action'>) =>
  (await ownActions(work)).find((one) => one.id === action) ?? null

async function actionsPage(work: Work, { session }: PreparationOf): Promise<Reply> {
  const open = await ownActions(work)
  const here = hrefOf(session)
  const cards = []
  for (const [at, action] of open.entries())
    cards.push(
      <Card heading={`${at + 1}. ${standingOf(action, work.today)}`} size="s" level={2}>
        <Written>{await textOfAction(work, action.id)}</Written>
        <LinkButton href={`${here}/actions/${action.id}`} variant="secondary" small>
          Report<span class="nhsuk-u-visually-hidden"> on action {at + 1}</span>
        </LinkButton>
      </Card>,
    )
  return html({
    title: 'What came of your actions',
    back: { href: here, label: 'Prepare for your session' },
    body: (
      <>
        <h1>What came of your actions</h1>
        {open.length === 0 && (
          <EmptyState heading="Nothing open" level={2}>
            <p>You have said what came of everything you agreed to do.</p>
          </EmptyState>
        )}
        {cards}
        <LinkButton href={here} variant={open.length === 0 ? undefined : 'secondary'}>
          Back to preparing
        </LinkButton>
      </>
    ),
  })
}

type About = { readonly action: Id<'action'>; readonly state: FormState }

async function reportPage(work: Work, { session }: PreparationOf, { action: id, state }: About): Promise<Reply> {
  const action = await ownAction(work, id)
  if (!action) return notFound()
  const here = hrefOf(session)
  return html({
    title: titleWith(state, 'Report on an action'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `${here}/actions`, label: 'What came of your actions' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Report on an action</h1>
        <p class="app-lede">{standingOf(action, work.today)}</p>
        <Written>{await textOfAction(work, action.id)}</Written>
        <PostForm action={`${here}/actions/${action.id}/report`} version={action.version}>
          <FormFields form={reportForm} state={state} />
          <Button>Save report</Button>
        </PostForm>
      </>
    ),
  })
}
