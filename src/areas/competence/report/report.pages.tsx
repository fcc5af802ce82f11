// The supervisor's answer, passing the report on, receiving it; and the one report for the director: everybody who was observed in
// the last twelve months, with what was sent and how their plans stand.
import { EmptyState, InsetText, Lede, PostButton, StateTag, Table } from '../../../design/index.ts'
import { addMonths, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { actionsFrom } from '../../actions/index.ts'
import { namesOf } from '../../people/index.ts'
import { becauseTexts, noteJustified, openTexts, pointedState, pointOutIn } from '../../records/index.ts'
import {
  observerOf,
  receiversOf,
  supervisorOf,
  thoseWhoGetReports,
  thoseWhoReadReports,
} from '../observation/observation.access.ts'
import { observationPage, subjectObservation } from '../observation/observation.pages.tsx'
import type { Observation } from '../observation/observation.ts'
import { findObservations, findReceived } from '../observation/observation.store.ts'
import { partOfAsker, watchedUnder } from '../observing/duty.changes.ts'
import { dutyState, type PartInObserving } from '../observing/duty.ts'
import { earlierReports, takeEarlierReports } from './earlier.changes.ts'
import { aboutReport, aboutSeen, commentOnSeen, formFor, passReportOn, receiveReport } from './report.changes.ts'
import { commentForm } from './report.form.ts'
import { type Names, planPart, ReceiptWay, SeenRead } from './report-parts.pages.tsx'

const subject = subjectObservation

export const reportPages: readonly Page[] = [
  page({
    at: 'POST /observations/:observation/comment',
    subject,
    access: supervisorOf,
    answer: (work, { subject: { one }, form }) => comment(work, one, form),
  }),
  page({
    at: 'POST /observations/:observation/report',
    subject,
    access: observerOf,
    answer: async (work, { subject: { one } }) => {
      const done = await passReportOn(work, one.id)
      return done.ok ? seeOther(`/observations/${one.id}`, 'Sent to the director') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /observations/:observation/receipt',
    subject,
    access: receiversOf,
    answer: async (work, { subject: { one } }) => {
      await receiveReport(work, one)
      return seeOther('/observations/report', 'Thank you. It says that you have it')
    },
  }),
  page({
    at: 'GET /observations/report',
    subject: partOfAsker,
    access: thoseWhoReadReports,
    answer: (work, { subject: part }) => wholeReport(work, part),
  }),
  page({
    at: 'POST /observations/report/reading',
    subject: partOfAsker,
    access: thoseWhoGetReports,
    answer: async (work, { subject: part }) => {
      const done = await takeEarlierReports(work, part)
      return done.ok ? seeOther('/observations/report', 'You read them from now on') : conflict(done.reason)
    },
  }),
]

const earlierWords = (count: number): string =>
  count === 1
    ? 'A report was sent before it was you who gets them. It is for whoever has your role.'
    : `${count} reports were sent before it was you who gets them. They are for whoever has your role.`

const Earlier = ({ count }: { count: number }) =>
  count === 0 ? null : (
    <InsetText>
      <p>{earlierWords(count)} That you read them is kept.</p>
      <PostButton action="/observations/report/reading">Read earlier reports</PostButton>
    </InsetText>
  )

async function comment(work: Work, one: Observation, form: Typed): Promise<Reply> {
  const reading = commentForm.read(form)
  if (!reading.ok) return observationPage(work, one, { state: reading, pointed: null })
  const { outcome, comment } = reading.value
  const names = await namesOf(work, [one.supervisor, one.observer])
  const pointed = pointOutIn(form, {
    texts: { comment: comment ?? '' },
    today: work.today,
    colleagues: [...names.values()],
  })
  if (pointed.asks) return observationPage(work, one, { state: pointedState(commentForm, form, pointed), pointed })
  const version = Number(firstOf(form, '_version'))
  const because = becauseTexts(pointed)
  const done = await commentOnSeen(work, one.id, { outcome, words: comment ?? '', because, version })
  if (!done.ok && done.field === undefined) return conflict(done.reason)
  if (!done.ok) return observationPage(work, one, { state: commentForm.refused(form, done), pointed })
  noteJustified(work, aboutSeen(one), pointed)
  return seeOther(`/observations/${one.id}`, 'Thank you. Your answer is kept')
}

async function wholeReport(work: Work, part: PartInObserving): Promise<Reply> {
  const since = addMonths(work.today, -12)
  const all = [...part.receives, ...part.observes.filter((one) => !part.receives.includes(one))]
  const keys = all.map(({ key }) => key)
  const lately = await findObservations(work, { since: addMonths(work.today, -24) })
  const found = lately.filter((one) => keys.includes(one.pathway))
  const seen = found
    .filter((one) => one.seenOn !== null && one.seenOn >= since)
    .toSorted((a, b) => (b.seenOn ?? '').localeCompare(a.seenOn ?? ''))
  const late = (await watchedUnder(work, all)).filter((one) => dutyState(one.due, work.today) === 'overdue')
  const names = await namesOf(work, [
    ...found.flatMap((one) => [one.supervisor, one.observer]),
    ...late.map((one) => one.person),
  ])
  const nameOf: Names = (person) => names.get(person) ?? 'Somebody who is no longer here'
  return html({
    title: 'Report on observed supervision',
    back: { href: '/observations', label: 'Observations' },
    body: (
      <>
        <h1>Report on observed supervision</h1>
        <Lede>
          {seen.length} {seen.length === 1 ? 'observation' : 'observations'} from {formatDay(since)} to{' '}
          {formatDay(work.today)}.{' '}
          {late.length === 0 ? 'Nobody is overdue.' : `Overdue: ${late.map((one) => nameOf(one.person)).join(', ')}.`}
        </Lede>
        {seen.length === 0 && (
          <EmptyState heading="Nobody was observed in this time">
            <p>What is sent to you of each supervisor stands here, with how their action plan goes on.</p>
          </EmptyState>
        )}
        <Earlier count={(await earlierReports(work, part)).length} />
        {await readReports(work, { found, since, part, nameOf })}
        {seen.length > 0 && <SeenTable seen={seen} nameOf={nameOf} plans={await plansOf(work, seen)} />}
      </>
    ),
  })
}

type Plans = ReadonlyMap<string, { readonly done: number; readonly all: number }>

/** How many actions of each plan are no longer open. */
async function plansOf(work: Work, seen: readonly Observation[]): Promise<Plans> {
  const actions = await actionsFrom(
    work,
    'observation',
    seen.map((one) => one.id),
  )
  const by = Map.groupBy(actions, (action) => action.from.id)
  return new Map(
    [...by].map(([id, own]) => [id, { all: own.length, done: own.filter(({ state }) => state !== 'open').length }]),
  )
}

const SeenTable = ({ seen, nameOf, plans }: { seen: readonly Observation[]; nameOf: Names; plans: Plans }) => (
  <Table
    caption="Who was observed"
    captionSize="m"
    rows={seen}
    columns={[
      { heading: 'Supervisor', cell: (one) => nameOf(one.supervisor) },
      { heading: 'Observed on', cell: (one) => formatDay(one.seenOn as Day) },
      { heading: 'By', cell: (one) => nameOf(one.observer) },
      { heading: 'Report', cell: (one) => <ReportState one={one} name={nameOf(one.supervisor)} /> },
      {
        heading: 'Action plan',
        cell: (one) => {
          const plan = plans.get(one.id)
          return plan ? `${plan.done} of ${plan.all} finished` : 'None here'
        },
      },
    ]}
  />
)

function ReportState({ one, name }: { one: Observation; name: string }) {
  if (one.session === null) return <>On paper</>
  if (one.passedAt === null) return <StateTag tone="waiting">With the supervisor</StateTag>
  return (
    <a href={`/observations/${one.id}`}>
      Open it
      <span class="nhsuk-u-visually-hidden">
        : report on {name}, {formatDay(one.seenOn as Day)}
      </span>
    </a>
  )
}

type Reading = {
  readonly found: readonly Observation[]
  readonly since: Day
  readonly part: PartInObserving
  readonly nameOf: Names
}

/** What was passed on, in full, for those among its readers, the new ones first; each opening leaves its line. */
async function readReports(work: Work, { found, since, part, nameOf }: Reading) {
  const received = await findReceived(work)
  const gets = (one: Observation) => part.receives.some(({ key }) => key === one.pathway)
  const isNew = (one: Observation) => gets(one) && !received.has(one.id) && one.observer !== work.asker.person
  const sent = found.filter((one) => one.passedAt !== null && (isNew(one) || (one.seenOn ?? '') >= since))
  const parts = []
  for (const one of sent.toSorted((a, b) => Number(isNew(b)) - Number(isNew(a)))) {
    const { texts } = await openTexts(work, { about: aboutReport(one), version: 1 })
    if (Object.keys(texts).length === 0) continue
    parts.push(
      <section>
        <h2>
          <bdi>{nameOf(one.supervisor)}</bdi>
          <span class="nhsuk-u-visually-hidden">, observed on</span>{' '}
          <span class="nhsuk-caption-m">{formatDay(one.seenOn as Day)}</span>
        </h2>
        <SeenRead form={await formFor(work, one)} texts={texts} level={3} />
        {await planPart(work, one)}
        {texts.comment !== undefined && (
          <p>
            Comment of <bdi>{nameOf(one.supervisor)}</bdi>: <bdi>{texts.comment}</bdi>
          </p>
        )}
        {isNew(one) && <ReceiptWay one={one} received={false} about={nameOf(one.supervisor)} />}
      </section>,
    )
  }
  return parts
}
