// Those who supervise, on each way: signed off or how far, and their own supervision. One page for all, as a table and a file.
import { CsvLink, EmptyState, StateTag, Table } from '../../../design/index.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import type { Day } from '../../../platform/time/day.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html, type Reply } from '../../../platform/web/reply.ts'
import type { Asker, Work } from '../../../platform/work.ts'
import { findForAll } from './subject.changes.ts'
import { type ForAll, isLead, mayOversee, maySeeWay, readersOfAll } from './supervisors.access.ts'
import { findSupervisors } from './supervisors.changes.ts'
import { hrefOf, ownWords, type Said, wayWords } from './supervisors.view.ts'
import { type OnWay, type Supervisor } from './supervisor.ts'

const all = { subject: findForAll, access: readersOfAll } as const

export const supervisorsPages: readonly Page[] = [
  page({ at: 'GET /supervisors', ...all, answer: (work, { subject, query }) => listPage(work, subject, query('way')) }),
  page({ at: 'GET /supervisors/figures', ...all, answer: (work, { subject }) => figures(work, subject) }),
]

type Row = { readonly one: Supervisor; readonly way: OnWay }

async function listPage(work: Work, seen: ForAll, asked: string): Promise<Reply> {
  const { supervisors, ways } = await findSupervisors(work, null)
  const shown = ways.pathways
    .filter((way) => maySeeWay(work.asker, seen, way.key))
    .filter((way) => supervisors.some((one) => one.ways.some((own) => own.pathway.key === way.key)))
    .toSorted((a, c) => Number(c.neededFor.length > 0) - Number(a.neededFor.length > 0))
  const way = shown.find((one) => one.key === asked) ?? shown[0]
  const rows = supervisors.flatMap((one): Row[] =>
    one.ways.filter((own) => own.pathway.key === way?.key).map((own) => ({ one, way: own })),
  )
  return html({
    title: 'Who may supervise',
    wide: true,
    body: (
      <>
        <h1>Who may supervise</h1>
        <p class="app-lede">
          Who has been found competent to supervise, who is on the way, and whether they are supervised themselves.
        </p>
        <Around asker={work.asker} />
        {way ? <Way rows={rows} way={way} others={shown} today={work.today} /> : <Nobody />}
      </>
    ),
  })
}

/** Pages beside this one, for those who may open them. */
const Around = ({ asker }: { asker: Asker }) => (
  <p>
    <a href="/supervision-chain">The chain of supervision</a>
    {mayOversee(asker) && (
      <>
        {' · '}
        <a href="/supervision/overrides">What was let through</a>
      </>
    )}
    {isLead(asker) && (
      <>
        {' · '}
        <a href="/supervisors/starting-list">Those who supervised before</a>
        {' · '}
        <a href="/registrations?of=supervisors">Registrations that end</a>
      </>
    )}
  </p>
)

const Nobody = () => (
  <EmptyState heading="No way to supervising yet" level={2}>
    <p>The policy describes how somebody comes to supervise, or nobody holds one of its roles yet.</p>
  </EmptyState>
)

type Pathway = OnWay['pathway']

type WayProps = {
  readonly rows: readonly Row[]
  readonly way: Pathway
  readonly others: readonly Pathway[]
  readonly today: Day
}

const Ways = ({ way, others }: Pick<WayProps, 'way' | 'others'>) => (
  <nav aria-label="Ways to supervising">
    <ul class="nhsuk-list app-quiet">
      {others.map((other) => (
        <li>
          {other === way ? (
            <strong aria-current="page">{other.name}</strong>
          ) : (
            <a href={`/supervisors?way=${encodeURIComponent(other.key)}`}>{other.name}</a>
          )}
        </li>
      ))}
    </ul>
  </nav>
)

const Way = ({ rows, way, others, today }: WayProps) => (
  <>
    {others.length > 1 && <Ways way={way} others={others} />}
    <h2>{way.name}</h2>
    {way.neededFor.length > 0 && <p>Needed for {way.neededFor.map(({ name }) => name).join(', ')}.</p>}
    <Table
      caption={`${way.name}: who, and how they stand`}
      captionHidden
      columns={[
        { heading: 'Who', cell: ({ one }: Row) => <Who one={one} /> },
        { heading: 'Sign-off', cell: (row: Row) => <State said={wayWords(row.way, today)} /> },
        ...(way.ownSupervision
          ? [{ heading: 'Own supervision', cell: (row: Row) => <State said={ownWords(row.one.own, today)} /> }]
          : []),
      ]}
      rows={rows}
    />
    <CsvLink href="/supervisors/figures" />
  </>
)

const Who = ({ one }: { one: Supervisor }) => (
  <>
    <a href={hrefOf(one.person)}>
      <bdi>{one.name}</bdi>
    </a>
    <br />
    <span class="app-quiet">{one.roles.join(', ')}</span>
  </>
)

/** A state with what stands behind it. */
export const State = ({ said }: { said: Said | null }) =>
  said === null ? (
    <>Not asked for</>
  ) : (
    <>
      <StateTag tone={said.tone}>{said.state}</StateTag>
      {said.more !== '' && (
        <>
          <br />
          <span class="app-quiet">{said.more}</span>
        </>
      )}
    </>
  )

async function figures(work: Work, seen: ForAll): Promise<Reply> {
  const { supervisors } = await findSupervisors(work, null)
  const rows = supervisors.flatMap((one) =>
    one.ways
      .filter((way) => maySeeWay(work.asker, seen, way.pathway.key))
      .map((way) => [
        one.name,
        one.roles.join(', '),
        way.pathway.name,
        wayWords(way, work.today).state,
        way.signed?.from ?? null,
        way.signed?.to ?? null,
        ownWords(one.own, work.today)?.state ?? 'Not asked for',
        one.own?.last?.day ?? null,
        one.own?.due ?? null,
        one.own?.next ?? null,
      ]),
  )
  const headings = ['Name', 'Roles', 'Way', 'Sign-off', 'From', 'Until', 'Own supervision', 'Last', 'Due by', 'Next']
  return file(`supervisors-${work.today}.csv`, 'text/csv', writeCsv(headings, rows))
}
