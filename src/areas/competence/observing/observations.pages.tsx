// Everybody who is to be observed, with how they stand; planning to observe a session; recording one from paper. Facts only.
import { EmptyState, Lede, StateTag, Table } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addMonths, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { thoseWhoLook } from '../observation/observation.access.ts'
import { partOfAsker, type Watched, watchedUnder } from './duty.changes.ts'
import { byUrgency, dutyState, everyInWords, type PartInObserving } from './duty.ts'
import { isOpen, type Observation, stageOf } from '../observation/observation.ts'
import { findObservations } from '../observation/observation.store.ts'
import { dutyTags, stageTags, whenOf } from '../observation/observation.view.ts'
import { observingIn } from './observing.view.ts'

export const observationsPages: readonly Page[] = [
  page({
    at: 'GET /observations',
    subject: partOfAsker,
    access: thoseWhoLook,
    answer: (work, { subject: part }) => observationsPage(work, part),
  }),
]

type Row = Watched & { readonly open: Observation | null }

async function observationsPage(work: Work, part: PartInObserving): Promise<Reply> {
  const all = observingIn(await policyOn(work))
  const lately = await findObservations(work, { since: addMonths(work.today, -24) })
  const open = lately.filter((one) => isOpen(stageOf(one, work.moment)))
  const rows = (await watchedUnder(work, all)).toSorted(byUrgency).map(
    (one): Row => ({
      ...one,
      open: open.find((each) => each.supervisor === one.person && each.pathway === one.observing.key) ?? null,
    }),
  )
  const names = await namesOf(work, [...rows.map((row) => row.person), ...lately.map((one) => one.observer)])
  const nameOf = (person: PersonId) => names.get(person) ?? 'Somebody who is no longer here'
  return html({
    title: 'Observations',
    back: { href: '/', label: 'Home' },
    body: (
      <>
        <h1>Observations</h1>
        <Summary rows={rows} work={work} />
        {rows.length === 0 && <NobodyYet asked={all.length > 0} />}
        {rows.length > 0 && <Supervisors rows={rows} nameOf={nameOf} part={part} work={work} />}
        {part.receives.length > 0 || part.observes.length > 0 ? (
          <p>
            <a href="/observations/report">The report for the director</a>
          </p>
        ) : null}
        {part.observes.length > 0 && (
          <p>
            <a href="/observations/from-paper">Record an observation from paper</a>
          </p>
        )}
        {part.observes.length > 0 && <Own lately={lately} nameOf={nameOf} work={work} />}
        <p class="app-quiet">
          This page says that and when supervisors were observed. What was seen is read by whoever observed, the
          supervisor, and those who get the report.
        </p>
      </>
    ),
  })
}

function Summary({ rows, work }: { rows: readonly Row[]; work: Work }) {
  if (rows.length === 0) return null
  const inTime = rows.filter((row) => dutyState(row.due, work.today) !== 'overdue').length
  const every = [...new Set(rows.map((row) => everyInWords(row.observing.every)))].join(' or ')
  return (
    <Lede>
      {inTime} of {rows.length} supervisors were observed in time. Each is observed every {every}.
    </Lede>
  )
}

const NobodyYet = ({ asked }: { asked: boolean }) => (
  <EmptyState heading={asked ? 'Nobody supervises what is observed yet' : 'The policy asks for no observation'}>
    <p>
      {asked
        ? 'Whoever begins to supervise it is listed here, with the day by which they are observed.'
        : 'A pathway of the policy says who is observed, how often and by whom.'}
    </p>
  </EmptyState>
)

type SupervisorsProps = {
  rows: readonly Row[]
  nameOf: (person: PersonId) => string
  part: PartInObserving
  work: Work
}

function Supervisors({ rows, nameOf, part, work }: SupervisorsProps) {
  const plans = part.observes.map((one) => one.key)
  const mayPlan = (row: Row) =>
    row.open === null && plans.includes(row.observing.key) && row.person !== work.asker.person
  return (
    <Table
      caption="Supervisors, the most urgent first"
      captionHidden
      rows={rows}
      columns={[
        { heading: 'Supervisor', cell: (row) => nameOf(row.person) },
        {
          heading: 'Last observed',
          cell: (row) =>
            row.lastSeen === null ? `Not yet, supervises since ${formatDay(row.began)}` : formatDay(row.lastSeen),
        },
        { heading: 'To be observed by', cell: (row) => <DueBy due={row.due} today={work.today} /> },
        {
          heading: 'Next',
          cell: (row) =>
            mayPlan(row) ? (
              <a href={`/supervisors/${row.person}/observations/new`}>
                Plan<span class="nhsuk-u-visually-hidden"> to observe {nameOf(row.person)}</span>
              </a>
            ) : (
              <Planned one={row.open} work={work} />
            ),
        },
      ]}
    />
  )
}

function DueBy({ due, today }: { due: Day; today: Day }) {
  const tag = dutyTags[dutyState(due, today)]
  return (
    <>
      {formatDay(due)} <StateTag tone={tag.tone}>{tag.words}</StateTag>
    </>
  )
}

function Planned({ one, work }: { one: Observation | null; work: Work }) {
  if (one === null) return <>Nothing planned</>
  const words = `${whenOf(one)}: ${stageTags[stageOf(one, work.moment)].words.toLowerCase()}`
  return one.observer === work.asker.person ? <a href={`/observations/${one.id}`}>{words}</a> : <>{words}</>
}

type OwnProps = { lately: readonly Observation[]; nameOf: (person: PersonId) => string; work: Work }

/** What the asker planned or observed in the last two years. */
function Own({ lately, nameOf, work }: OwnProps) {
  const own = lately.filter((one) => one.observer === work.asker.person && one.session !== null)
  if (own.length === 0) return null
  return (
    <Table
      caption="Yours"
      captionSize="m"
      rows={own}
      columns={[
        { heading: 'Session on', cell: (one) => <a href={`/observations/${one.id}`}>{whenOf(one)}</a> },
        { heading: 'Supervisor', cell: (one) => nameOf(one.supervisor) },
        {
          heading: 'State',
          cell: (one) => {
            const tag = stageTags[stageOf(one, work.moment)]
            return <StateTag tone={tag.tone}>{tag.words}</StateTag>
          },
        },
      ]}
    />
  )
}
