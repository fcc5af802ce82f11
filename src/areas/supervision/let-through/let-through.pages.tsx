// What was let through against the policy, by whom and why: bookings, sessions recorded afterwards, and people who supervise
// before the steps. As two tables and as one file.
import { CsvLink, Details, EmptyState, Table } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findOverrides, type StoredOverride } from '../booking/booking.store.ts'
import { maySeeOverrides, seeOverrides } from '../supervision.access.ts'
import { namer, typeNamer } from '../supervision.changes.ts'
import { isAfterwards, type LetSupervise, type LetTogether, together } from './let-through.ts'

export const letThroughPages: readonly Page[] = [
  page({
    at: 'GET /supervision/overrides',
    access: seeOverrides,
    answer: async (work) => listPage(await gather(work)),
  }),
  page({
    at: 'GET /supervision/overrides/figures',
    access: seeOverrides,
    answer: async (work) => figures(work, await gather(work)),
  }),
]

/** The way there for administrators, who have no page of assurance of their own. */
export const letThroughPanel: Panel = {
  place: 'set-up',
  order: 31,
  show: async (work) =>
    maySeeOverrides(work.asker) ? (
      <section>
        <h2>Let through</h2>
        <p>
          <a href="/supervision/overrides">Supervision that went ahead although the policy had something against it</a>
        </p>
      </section>
    ) : null,
}

const MOST = 500

type Found = {
  readonly sessions: readonly StoredOverride[]
  readonly people: readonly LetSupervise[]
  readonly nameOf: (person: PersonId) => string
  readonly typeName: (key: string) => string
}

async function gather(work: Work): Promise<Found> {
  const sessions = await findOverrides(work, MOST)
  const people = await work.ask('whom somebody let supervise', { most: MOST })
  const known = [
    ...sessions.flatMap((one) => [one.by, one.supervisor]),
    ...people.flatMap((one) => [one.by, one.person]),
  ]
  return { sessions, people, nameOf: await namer(work, known), typeName: await typeNamer(work) }
}

function listPage(found: Found): Reply {
  const { sessions, people } = found
  return html({
    title: 'Let through',
    back: { href: '/', label: 'Home' },
    wide: true,
    body: (
      <>
        <h1>Let through</h1>
        <p class="app-lede">
          Where somebody decided that supervision goes ahead although the policy had something against it, and why.
        </p>
        {sessions.length + people.length === 0 ? (
          <EmptyState heading="None so far" level={2}>
            <p>Every session was booked, and everybody who supervises was signed off, as the policy asks.</p>
          </EmptyState>
        ) : (
          <>
            <Sessions {...found} />
            <People {...found} />
            <CsvLink href="/supervision/overrides/figures" rows={sessions.length + people.length} />
          </>
        )}
      </>
    ),
  })
}

const Sessions = ({ sessions, nameOf, typeName }: Found) => (
  <Table
    caption="Sessions"
    captionSize="m"
    columns={[
      {
        heading: 'Session',
        cell: (row: StoredOverride) => (
          <>
            {typeName(row.type)}, {formatDay(londonDay(row.startsAt))}
            <br />
            <span class="app-quiet">
              with <bdi>{nameOf(row.supervisor)}</bdi>
            </span>
          </>
        ),
      },
      { heading: 'What stood against it', cell: (row: StoredOverride) => row.objection },
      { heading: 'Why it went ahead', cell: (row: StoredOverride) => <bdi>{row.reason}</bdi> },
      {
        heading: 'Who and when',
        cell: (row: StoredOverride) => (
          <>
            <bdi>{nameOf(row.by)}</bdi>, {formatDay(londonDay(row.at))}
            {isAfterwards(row) && (
              <>
                <br />
                <span class="app-quiet">Recorded after it was held</span>
              </>
            )}
          </>
        ),
      },
    ]}
    rows={sessions}
    empty={<p>No session was booked or recorded against a check.</p>}
  />
)

const People = ({ people, nameOf }: Found) => (
  <Table
    caption="People who supervise without the steps"
    captionSize="m"
    columns={[
      { heading: 'Who', cell: (row: LetTogether) => <Names people={row.people} nameOf={nameOf} /> },
      {
        heading: 'For what',
        cell: (row: LetTogether) => (
          <>
            {row.way}
            <br />
            <span class="app-quiet">
              {row.how}
              {row.until !== null && `, until ${formatDay(row.until)}`}
            </span>
          </>
        ),
      },
      { heading: 'Why', cell: (row: LetTogether) => <bdi>{row.reason}</bdi> },
      {
        heading: 'By and when',
        cell: (row: LetTogether) => (
          <>
            <bdi>{nameOf(row.by)}</bdi>, {formatDay(londonDay(row.at))}
          </>
        ),
      },
    ]}
    rows={together(people)}
    empty={<p>Everybody who supervises went through the steps.</p>}
  />
)

const FEW = 3

function Names({ people, nameOf }: { people: readonly PersonId[]; nameOf: Found['nameOf'] }) {
  const names = people.map(nameOf).sort((a, b) => a.localeCompare(b, 'en-GB'))
  if (names.length <= FEW) return <bdi>{names.join(', ')}</bdi>
  return (
    <Details summary={`${names.length} people`}>
      <ul>
        {names.map((name) => (
          <li>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </Details>
  )
}

function figures(work: Work, { sessions, people, nameOf, typeName }: Found): Reply {
  const rows = [
    ...sessions.map((one) => [
      londonDay(one.at),
      isAfterwards(one) ? 'Session recorded afterwards' : 'Session booked',
      `${typeName(one.type)}, ${londonDay(one.startsAt)}`,
      nameOf(one.supervisor),
      one.objection,
      one.reason,
      nameOf(one.by),
      null,
    ]),
    ...people.map((one) => [
      londonDay(one.at),
      'Person let supervise',
      one.way,
      nameOf(one.person),
      one.how,
      one.reason,
      nameOf(one.by),
      one.until,
    ]),
  ].toSorted((a, b) => String(b[0]).localeCompare(String(a[0])))
  const headings = ['Day', 'What', 'Session or way', 'Supervisor', 'What stood against it', 'Why', 'By', 'Until']
  return file(`let-through-${work.today}.csv`, 'text/csv', writeCsv(headings, rows))
}
