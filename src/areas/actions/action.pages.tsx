// A person's own actions, and one action with what came of it.
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  StateTag,
  titleWith,
  Written,
} from '../../design/index.ts'
import { parseDay } from '../../platform/time/day.ts'
import { formatDay, formatMoment } from '../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../platform/web/page.ts'
import { html, seeOther } from '../../platform/web/reply.ts'
import type { Work } from '../../platform/work.ts'
import { namesOf, whoSeesFoot } from '../people/index.ts'
import {
  becauseTexts,
  noteJustified,
  type PointedOut,
  PointedOutPart,
  pointedState,
  pointOutIn,
  thing,
} from '../records/index.ts'
import { partiesOfAction } from './action.access.ts'
import { reportOnAction, reportsOn, textOfAction } from './action.changes.ts'
import { reportForm } from './action.form.ts'
import { findAction, findClosedActionsOf, openActionsOf } from './action.store.ts'
import { type ActionFacts, type ActionId, type ReportOutcome, standingOf, toldApart } from './action.ts'

const subject = (work: Work, { action }: { action: ActionId }) => findAction(work, action)

export const actionPages: readonly Page[] = [
  page({ at: 'GET /actions', access: anyStaff, answer: (work) => myActions(work) }),
  page({
    at: 'GET /actions/:action',
    subject,
    access: partiesOfAction,
    answer: async (work, { subject }) => actionPage(work, subject, reportForm.filled({})),
  }),
  page({
    at: 'POST /actions/:action/report',
    subject,
    access: partiesOfAction,
    answer: async (work, { subject, form }) => {
      const reading = reportForm.read(form, { today: work.today })
      if (!reading.ok) return actionPage(work, subject, reading)
      const { outcome, note, newDue, letGo } = reading.value
      const names = await namesOf(work, [subject.owner, subject.agreedBy])
      const looked = { texts: { note: note ?? '' }, today: work.today, colleagues: [...names.values()] }
      const pointed = pointOutIn(form, looked)
      if (pointed.asks) return actionPage(work, subject, pointedState(reportForm, form, pointed), pointed)
      const done = await reportOnAction(work, subject.id, {
        outcome: outcome as ReportOutcome,
        note: note ?? '',
        because: becauseTexts(pointed),
        newDue: parseDay(newDue),
        letGo,
        version: Number(form._version),
      })
      if (!done.ok) return actionPage(work, subject, reportForm.refused(form, done))
      noteJustified(work, thing('action', subject.id), pointed)
      return seeOther(work.asker.person === subject.owner ? '/actions' : `/actions/${subject.id}`, 'Report saved')
    },
  }),
]

async function myActions(work: Work) {
  const open = await openActionsOf(work, [work.asker.person])
  const closed = await findClosedActionsOf(work, work.asker.person)
  const duties = toldApart(open.map((action) => `the action due ${formatDay(action.due)}`))
  const texts = new Map<string, string>()
  for (const action of [...open, ...closed.slice(0, 10)]) texts.set(action.id, await textOfAction(work, action.id))
  return html({
    title: 'My actions',
    back: { href: '/', label: 'Home' },
    body: (
      <>
        <h1>My actions</h1>
        {open.length === 0 && (
          <EmptyState heading="No open actions">
            <p>What you agree to do in supervision is kept here until you say what came of it.</p>
          </EmptyState>
        )}
        {open.map((action, at) => (
          <OpenAction work={work} action={action} duty={duties[at] ?? ''} text={texts.get(action.id) ?? ''} />
        ))}
        <FinishedActions actions={closed.slice(0, 10)} texts={texts} />
        <p class="app-quiet">
          You and whoever agreed an action with you can read it. Your manager sees only how many are open.
        </p>
      </>
    ),
  })
}

type Shown = { work: Work; action: ActionFacts; duty: string; text: string }

const OpenAction = ({ work, action, duty, text }: Shown) => (
  <Card heading={standingOf(action, work.today)} size="s" level={2}>
    <Written>{text}</Written>
    <p>
      <a href={`/actions/${action.id}`}>
        Report<span class="nhsuk-u-visually-hidden"> on {duty}</span>
      </a>
    </p>
  </Card>
)

const FinishedActions = ({
  actions,
  texts,
}: {
  actions: readonly ActionFacts[]
  texts: ReadonlyMap<string, string>
}) =>
  actions.length === 0 ? null : (
    <>
      <h2>Finished</h2>
      <ul class="nhsuk-list">
        {actions.map((action) => (
          <li>
            <StateTag tone={action.state === 'done' ? 'good' : 'quiet'}>{standingOf(action, action.due)}</StateTag>{' '}
            <a href={`/actions/${action.id}`}>
              {texts.get(action.id)}
              <span class="nhsuk-u-visually-hidden">, due by {formatDay(action.due)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )

async function actionPage(work: Work, action: ActionFacts, state: FormState, pointed: PointedOut | null = null) {
  const text = await textOfAction(work, action.id)
  const reports = await reportsOn(work, action.id)
  const foot = await whoSeesFoot(work, thing('action', action.id), {
    what: 'this action',
    notThese: 'Managers see how many actions are open, never what they say.',
  })
  return html({
    title: titleWith(state, 'Action'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/actions', label: 'My actions' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Action</h1>
        <p class="app-lede">{standingOf(action, work.today)}</p>
        <Written>{text}</Written>
        <WhereFrom action={action} />
        <Reports reports={reports} />
        {action.state === 'open' && reportBox(action, state, pointed)}
        {foot}
      </>
    ),
  })
}

const places: Partial<Record<ActionFacts['from']['kind'], { path: string; words: string }>> = {
  session: { path: '/sessions', words: 'The session it was agreed in' },
  discussion: { path: '/discussions', words: 'The discussion of a case that it was agreed in' },
  meeting: { path: '/action-learning/meetings', words: 'The meeting of a set that it was promised in' },
  advice: { path: '/advice/requests', words: 'The advice that it came from' },
  'team evidence': { path: '/team-evidence', words: 'The team’s supervision that it was agreed in' },
}

function WhereFrom({ action }: { action: ActionFacts }) {
  const place = places[action.from.kind]
  if (!place) return null
  return (
    <p>
      <a href={`${place.path}/${action.from.id}`}>{place.words}</a>, on {formatMoment(action.agreedAt)}
    </p>
  )
}

const reportBox = (action: ActionFacts, state: FormState, pointed: PointedOut | null) => (
  <PostForm action={`/actions/${action.id}/report`} version={action.version}>
    <FormFields form={reportForm} state={state} />
    <PointedOutPart pointed={pointed} state={state} />
    <Button>Save report</Button>
  </PostForm>
)

const Reports = ({ reports }: { reports: Awaited<ReturnType<typeof reportsOn>> }) =>
  reports.length === 0 ? null : (
    <>
      <h2>What came of it so far</h2>
      <ul class="nhsuk-list">
        {reports.map((report) => (
          <li>
            <strong>{report.outcome.charAt(0).toUpperCase() + report.outcome.slice(1)}</strong>,{' '}
            {formatMoment(report.at)}
            {report.dueAfter !== report.dueBefore && <>, carried on to {formatDay(report.dueAfter)}</>}
            {report.note !== '' && <Written>{report.note}</Written>}
          </li>
        ))}
      </ul>
    </>
  )
