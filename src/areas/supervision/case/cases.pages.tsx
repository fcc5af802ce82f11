// My cases: what is on the asker's list, what colleagues offer, what was handed over; closed ones on a page of their own.
import { ActionLink, EmptyState, LinkButton, Pagination, Table } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findLastDiscussed } from '../bringing/session-case.store.ts'
import type { Handover } from '../handover/handover.ts'
import { isOpen } from '../handover/handover.ts'
import { coveredPart } from '../cover/cover.pages.tsx'
import { findLeftOver } from '../discussion/discussion.store.ts'
import { findHandedOver, findOffersTo } from '../handover/handover.store.ts'
import { namer } from '../supervision.changes.ts'
import { openCases } from './case.changes.ts'
import type { Case, CaseFacts } from './case.ts'
import { findCasesOf } from './case.store.ts'
import { discussedWords, longestUndiscussed, peopleWords, standingWords } from './case.view.ts'

export const listPages: readonly Page[] = [
  page({
    at: 'GET /cases',
    access: anyStaff,
    answer: (work, { query }) => listPage(work, { state: 'open', wanted: query('page') }),
  }),
  page({
    at: 'GET /cases/closed',
    access: anyStaff,
    answer: (work, { query }) => listPage(work, { state: 'closed', wanted: query('page') }),
  }),
]

const ON_A_PAGE = 20

async function listPage(work: Work, asked: { state: CaseFacts['state']; wanted: string }) {
  const held = await findCasesOf(work, work.asker.person)
  const open = held.filter((one) => one.state === 'open')
  const closed = held.filter((one) => one.state === 'closed')
  const discussed = await findLastDiscussed(
    work,
    held.map((one) => one.id),
  )
  const all = asked.state === 'open' ? longestUndiscussed(open, discussed) : closed
  const pages = Math.max(1, Math.ceil(all.length / ON_A_PAGE))
  const at = Math.min(pages, Math.max(1, /^\d{1,4}$/.test(asked.wanted) ? Number(asked.wanted) : 1))
  const shown = all.slice((at - 1) * ON_A_PAGE, at * ON_A_PAGE)
  const cases = await openCases(
    work,
    shown.map((one) => one.id),
  )
  const lines = { cases, discussedOf: (one: Case) => discussed.get(one.id) ?? null, today: work.today }
  return asked.state === 'open'
    ? openPage(work, { lines, open, closed, at, pages })
    : closedPage({ lines, closed, at, pages })
}

type Lines = {
  readonly cases: readonly Case[]
  readonly discussedOf: (one: Case) => ReturnType<typeof londonDay> | null
  readonly today: Work['today']
}
type Shown = { lines: Lines; closed: readonly CaseFacts[]; at: number; pages: number }

async function openPage(work: Work, shown: Shown & { open: readonly CaseFacts[] }) {
  const offers = (await findOffersTo(work, work.asker.person)).filter((one) => isOpen(one, work.moment))
  const gone = await findHandedOver(work, work.asker.person)
  const left = await findLeftOver(
    work,
    shown.open.map((one) => one.id),
  )
  const nameOf = await namer(work, [...offers.map((one) => one.from), ...gone.map((one) => one.to)])
  return html({
    title: 'My cases',
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <h1>My cases</h1>
        <p class="app-lede">
          {shown.open.length === 1 ? '1 case' : `${shown.open.length} cases`} to bring to planned supervision. Only you
          see this list.
        </p>
        <LinkButton href="/cases/new">Add a case</LinkButton>
        <Offers offers={offers} nameOf={nameOf} />
        <OpenCases {...shown} left={left} />
        <Pagination page={shown.at} pages={shown.pages} hrefOf={(number) => `/cases?page=${number}`} />
        {shown.closed.length > 0 && (
          <p>
            <a href="/cases/closed">Closed cases ({shown.closed.length})</a>
          </p>
        )}
        {await coveredPart(work)}
        <HandedOver gone={gone} nameOf={nameOf} />
        <p class="app-quiet">
          Managers never see which cases you hold. The supervisor of a planned session sees the references of cases that
          meet a criterion and do not come.
        </p>
      </>
    ),
  })
}

const OpenCases = ({ lines, left }: Shown & { left: ReadonlyMap<Case['id'], Day> }) => (
  <Table
    caption="On your list, the longest undiscussed first"
    captionSize="m"
    columns={[
      { heading: 'Reference', cell: (one) => <a href={`/cases/${one.id}`}>{one.reference || 'Would not open'}</a> },
      { heading: 'At risk', cell: (one) => peopleWords(one.people) },
      { heading: 'Criteria', cell: (one) => criteriaWords(one) },
      {
        heading: 'Discussed',
        cell: (one) => {
          const notReached = left.get(one.id)
          if (notReached) return `Not reached on ${formatDay(notReached)}. Bring it again`
          return discussedWords(one, lines.discussedOf(one), lines.today)
        },
      },
    ]}
    rows={lines.cases}
    empty={
      <EmptyState heading="No cases on your list" level={2}>
        <p>
          Add each family that meets a criterion of the policy, and any other that you worry about. You need the local
          reference and initials, never a name.
        </p>
      </EmptyState>
    }
  />
)

function criteriaWords({ criteria }: Case): string {
  const [first] = criteria.map((one) => one.since).toSorted()
  if (first === undefined) return 'None; listed by your judgement'
  return `${criteria.length}, ${criteria.length === 1 ? '' : 'the first '}since ${formatDay(first)}`
}

const Offers = ({ offers, nameOf }: { offers: readonly Handover[]; nameOf: (person: Handover['from']) => string }) =>
  offers.length === 0 ? null : (
    <>
      <h2>Offered to you</h2>
      {offers.map((one) => (
        <ActionLink href={`/cases/${one.case}`}>
          {nameOf(one.from)} offers you a case, since {formatDay(londonDay(one.offeredAt))}
        </ActionLink>
      ))}
    </>
  )

const HandedOver = ({ gone, nameOf }: { gone: readonly Handover[]; nameOf: (person: Handover['to']) => string }) =>
  gone.length === 0 ? null : (
    <>
      <h2>Handed over</h2>
      <ul class="nhsuk-list">
        {gone.map((one) => (
          <li>
            <a href={`/cases/${one.case}`}>
              To {nameOf(one.to)} on {formatDay(londonDay(one.answeredAt ?? one.offeredAt))}
            </a>
          </li>
        ))}
      </ul>
    </>
  )

const closedPage = ({ lines, closed, at, pages }: Shown) =>
  html({
    title: 'Closed cases',
    back: { href: '/cases', label: 'My cases' },
    body: (
      <>
        <h1>Closed cases</h1>
        <Table
          caption={`${closed.length} closed, the newest first`}
          captionSize="m"
          columns={[
            {
              heading: 'Reference',
              cell: (one) => <a href={`/cases/${one.id}`}>{one.reference || 'Would not open'}</a>,
            },
            { heading: 'At risk', cell: (one) => peopleWords(one.people) },
            { heading: 'How it stands', cell: (one) => standingWords(one) },
          ]}
          rows={lines.cases}
          empty={<EmptyState heading="No closed cases" />}
        />
        <Pagination page={at} pages={pages} hrefOf={(number) => `/cases/closed?page=${number}`} />
      </>
    ),
  })
