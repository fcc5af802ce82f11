// Whose registration or accreditation ends soon or has ended: by unit, narrowed by its address, and the same as a file.
import { CsvLink, EmptyState, Filters, Pagination, Select, StateTag, Table } from '../../../design/index.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import { type Page, page, type Request } from '../../../platform/web/page.ts'
import { file, html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { capital } from '../register/person.view.ts'
import { unitTree } from '../unit/unit.changes.ts'
import { type UnitId, type UnitNode, unitsUnder } from '../unit/unit.ts'
import { endReaders, scopesOf } from './running-out.access.ts'
import { daysWords, narrowed, type Scope, scopeFor, spanOn, type Way, wayOf, ways } from './running-out.ts'
import { findRunningOut, type RunningOutSeen } from './running-out.store.ts'

const path = '/registrations'

export const runningOutPages: readonly Page[] = [
  page({
    at: 'GET /registrations',
    access: endReaders,
    answer: async (work, request) => listPage(await gather(work, request), work),
  }),
  page({
    at: 'GET /registrations/figures',
    access: endReaders,
    answer: async (work, request) => figures(await gather(work, request), work),
  }),
]

type Asked = { readonly of: Scope; readonly unit: string; readonly way: Way | ''; readonly page: number }
type Shown = {
  readonly asked: Asked
  readonly scopes: readonly Scope[]
  readonly all: readonly RunningOutSeen[]
  readonly found: readonly RunningOutSeen[]
  readonly units: readonly UnitNode[]
}

async function gather(work: Work, { query }: Pick<Request, 'query'>): Promise<Shown> {
  const scopes = scopesOf(work.asker)
  const of = scopeFor(scopes, query('of')) ?? 'team'
  const tree = await unitTree(work, work.today)
  const unit = tree.find((one) => one.unit === query('unit'))?.unit ?? null
  const way = ways.find((one) => one === query('state')) ?? ''
  const all = await findRunningOut(work, of, spanOn(work.today))
  const inside = unit === null ? null : new Set<string>(unitsUnder(tree, unit))
  const found = narrowed(all, { units: inside, way: way === '' ? null : way }, work.today)
  const number = Math.trunc(Number(query('page')))
  const at = number >= 1 && number <= 10_000 ? number : 1
  return { asked: { of, unit: unit ?? '', way, page: at }, scopes, all, found, units: offered(tree, all) }
}

/** Units in which somebody stands, and those above them. */
function offered(tree: readonly UnitNode[], all: readonly RunningOutSeen[]): readonly UnitNode[] {
  const there = new Set(all.map(({ unit }) => unit))
  return tree.filter((one) => unitsUnder(tree, one.unit).some((unit) => there.has(unit)))
}

const addressOf = (at: string, { of, unit, way, page }: Partial<Asked>): string => {
  const words = new URLSearchParams()
  if (of) words.set('of', of)
  if (unit) words.set('unit', unit)
  if (way) words.set('state', way)
  if (page && page > 1) words.set('page', String(page))
  return words.size === 0 ? at : `${at}?${words}`
}

const scopeWords: Readonly<Record<Scope, string>> = {
  everyone: 'Everybody',
  supervisors: 'Those who supervise',
  team: 'People you manage',
}

const backs: Readonly<Record<Scope, { href: string; label: string }>> = {
  everyone: { href: '/set-up', label: 'Set-up' },
  supervisors: { href: '/supervisors', label: 'Who may supervise' },
  team: { href: '/', label: 'Home' },
}

const PER_PAGE = 25
/** So few need no choosing. */
const FEW = 3

function listPage(shown: Shown, work: Work): Reply {
  const { asked, all, found } = shown
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE))
  const at = Math.min(asked.page, pages)
  return html({
    title: 'Registrations that end',
    back: backs[asked.of],
    wide: true,
    body: (
      <>
        <h1>
          {shown.scopes.length < 2 && <span class="nhsuk-caption-l">{scopeWords[asked.of]}</span>}
          Registrations that end
        </h1>
        <p class="app-lede">
          Registrations and accreditations that end in the next 60 days, or ended in the last year and were not renewed.
        </p>
        <Scopes {...shown} />
        {all.length === 0 ? (
          <EmptyState heading="Nothing ends soon" level={2}>
            <p>Every registration on record runs on for more than 60 days, or has no last day.</p>
          </EmptyState>
        ) : (
          <>
            {(all.length > FEW || found.length < all.length) && <Narrow {...shown} />}
            <Rows rows={found.slice((at - 1) * PER_PAGE, at * PER_PAGE)} shown={shown} work={work} />
            <Pagination
              page={at}
              pages={pages}
              hrefOf={(to) => addressOf(path, { ...asked, page: to })}
              label="Pages of registrations"
            />
            <CsvLink href={addressOf(`${path}/figures`, { ...asked, page: 1 })} rows={found.length} />
          </>
        )}
      </>
    ),
  })
}

const Scopes = ({ scopes, asked }: Shown) =>
  scopes.length < 2 ? null : (
    <nav aria-label="Whose registrations">
      <ul class="nhsuk-list app-quiet">
        {scopes.map((scope) => (
          <li>
            {scope === asked.of ? (
              <strong aria-current="page">{scopeWords[scope]}</strong>
            ) : (
              <a href={addressOf(path, { of: scope })}>{scopeWords[scope]}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )

const wayLabels: Readonly<Record<Way, string>> = { ended: 'Ended', 'ends-soon': 'Ends soon' }

const Narrow = ({ asked, units }: Shown) => (
  <Filters
    action={path}
    clear={asked.unit === '' && asked.way === '' ? undefined : addressOf(path, { of: asked.of })}
    label="Choose whom to see"
  >
    <input type="hidden" name="of" value={asked.of} />
    <Select
      id="unit"
      name="unit"
      label={{ text: 'Unit' }}
      items={[
        { value: '', text: 'All units', selected: asked.unit === '' },
        ...units.map((one) => ({
          value: one.unit,
          text: `${'– '.repeat(one.depth)}${one.name}`,
          selected: one.unit === asked.unit,
        })),
      ]}
    />
    <Select
      id="state"
      name="state"
      label={{ text: 'State' }}
      items={[
        { value: '', text: 'Any', selected: asked.way === '' },
        ...ways.map((value) => ({ value, text: wayLabels[value], selected: value === asked.way })),
      ]}
    />
  </Filters>
)

type RowsProps = { rows: readonly RunningOutSeen[]; shown: Shown; work: Work }

const Rows = ({ rows, shown: { asked, units }, work }: RowsProps) => (
  <Table
    caption="Registrations and accreditations, the earliest end first"
    captionHidden
    columns={[
      {
        heading: 'Who',
        cell: (one: RunningOutSeen) => <Who one={one} linked={asked.of !== 'supervisors'} units={units} />,
      },
      {
        heading: 'What',
        cell: (one: RunningOutSeen) => (
          <>
            <bdi>{one.body}</bdi> {one.kind}
          </>
        ),
      },
      {
        heading: 'Until',
        cell: (one: RunningOutSeen) => (
          <>
            <StateTag tone={wayOf(one, work.today) === 'ended' ? 'late' : 'soon'}>
              {wayLabels[wayOf(one, work.today)]}
            </StateTag>
            <br />
            <span class="app-quiet">{daysWords(one, work.today)}</span>
          </>
        ),
      },
    ]}
    rows={rows}
    empty={<p>Nobody here stands so.</p>}
  />
)

/** Leads see that it ends; what else is on record is for the person, their manager and administrators. */
const Who = ({ one, linked, units }: { one: RunningOutSeen; linked: boolean; units: readonly UnitNode[] }) => (
  <>
    <a href={linked ? `/people/${one.person}/registrations` : `/people/${one.person}`}>
      <bdi>{one.name}</bdi>
    </a>
    <br />
    <span class="app-quiet">{nameOf(units, one.unit)}</span>
  </>
)

const nameOf = (units: readonly UnitNode[], unit: UnitId | null): string =>
  units.find((one) => one.unit === unit)?.name ?? 'No team today'

function figures({ found, units }: Shown, work: Work): Reply {
  const pathOf = new Map(units.map((one) => [one.unit, one.path.join(' > ')]))
  const rows = found.map((one) => [
    one.name,
    one.unit === null ? '' : (pathOf.get(one.unit) ?? ''),
    one.body,
    capital(one.kind),
    wayLabels[wayOf(one, work.today)],
    one.to,
  ])
  const headings = ['Name', 'Unit', 'Body', 'Kind', 'State', 'Last day']
  return file(`registrations-${work.today}.csv`, 'text/csv', writeCsv(headings, rows))
}
