// The desk's figures for a quarter: load by hour, how long people waited, what it was about, and how often the two sides heard
// the same. Counted without anybody's name, small numbers hidden.
import { EmptyState, Table } from '../../../design/index.ts'
import { formatTime } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { isAtDesk, totalsOfDesk } from '../request/request.access.ts'
import { finishedQuarters, type Quarter } from './quarter.ts'
import { FEWEST, type ShownTable, suppress, suppressBoth } from './suppression.ts'
import { advisedByTheme, askedByHour, comparedPairs, type Counted, waitsUntilTaken } from './tally.store.ts'

export const figuresPages: readonly Page[] = [
  page({
    at: 'GET /advice/figures',
    access: totalsOfDesk,
    answer: (work, { query }) => figuresPage(work, query('quarter')),
  }),
]

async function figuresPage(work: Work, asked: string): Promise<Reply> {
  const quarters = finishedQuarters(work.today)
  const quarter = quarters.find(({ key }) => key === asked) ?? quarters[0]
  if (!quarter) throw new Error('There is always a quarter before this one')
  const tables = await tablesOf(work, quarter)
  return html({
    title: 'Figures of the desk',
    back: isAtDesk(work.asker)
      ? { href: '/advice/desk', label: 'Requests at the desk' }
      : { href: '/advice', label: 'Advice' },
    body: (
      <>
        <h1>Figures of the desk</h1>
        <p class="app-lede">{quarter.name}</p>
        <p>
          Counts alone: nothing here says who asked, who advised or what was said. Counts below {FEWEST} are not shown,
          nor others that would give them away. A quarter is shown once it is over.
        </p>
        {tables.every(({ shown }) => shown.cells.length === 0) ? (
          <EmptyState heading="Nothing was asked in this quarter">
            <p>Choose another quarter below.</p>
          </EmptyState>
        ) : (
          tables.map((one) => <Counts {...one} />)
        )}
        <Others quarters={quarters} chosen={quarter} />
      </>
    ),
  })
}

type Part = { readonly caption: string; readonly heading: string; readonly shown: ShownTable }

async function tablesOf(work: Work, quarter: Quarter): Promise<readonly Part[]> {
  const waits = await waitsUntilTaken(work, quarter)
  const { compared, differed } = await comparedPairs(work, quarter)
  const inTime = waits.reduce((sum, one) => sum + one.inTime, 0)
  const taken = waits.reduce((sum, one) => sum + one.count, 0)
  const [waited, timely] = suppressBoth(waitCells(waits), both(taken, inTime, ['In time', 'Later']))
  const same = both(compared, compared - differed, ['The same', 'Different'])
  const hours = (await askedByHour(work, quarter)).map(hourCell)
  const themes = (await advisedByTheme(work, quarter)).map(themeCell)
  return [
    { caption: 'Asked, by hour', heading: 'Hour', shown: suppress(hours) },
    { caption: 'How long until somebody took it', heading: 'Wait', shown: waited },
    { caption: 'Taken in time', heading: 'In time', shown: timely },
    { caption: 'What it was mostly about', heading: 'Theme', shown: suppress(themes) },
    { caption: 'Whether both sides wrote down the same', heading: 'Records', shown: suppress(same) },
  ]
}

const both = (all: number, some: number, [one, other]: readonly [string, string]): readonly Counted[] =>
  all === 0
    ? []
    : [
        { label: one, count: some },
        { label: other, count: all - some },
      ]

function hourCell({ label, count }: Counted): Counted {
  const hour = (at: number) => formatTime(`${String(at % 24).padStart(2, '0')}:00`)
  return { label: `${hour(Number(label))} to ${hour(Number(label) + 1)}`, count }
}

const themeCell = ({ label, count }: Counted): Counted => ({
  label: label.charAt(0).toUpperCase() + label.slice(1),
  count,
})

const waitNames: readonly (readonly [string, string])[] = [
  ['0', 'Less than 5 minutes'],
  ['5', '5 to 14 minutes'],
  ['15', '15 to 59 minutes'],
  ['60', '1 to 4 hours'],
  ['240', '4 hours or more'],
]

const waitCells = (waits: readonly Counted[]): readonly Counted[] =>
  waits.length === 0
    ? []
    : waitNames.map(([key, label]) => ({
        label,
        count: waits.filter((one) => one.label === key).reduce((sum, one) => sum + one.count, 0),
      }))

const Counts = ({ caption, heading, shown }: Part) =>
  shown.cells.length === 0 ? null : (
    <>
      <Table
        caption={caption}
        captionSize="m"
        rows={shown.cells}
        columns={[
          { heading, cell: (one) => one.label },
          { heading: 'How many', numeric: true, cell: (one) => (one.count === null ? 'Not shown' : one.count) },
        ]}
      />
      <p class="app-quiet">{shown.total === null ? 'The total is not shown.' : `${shown.total} in all.`}</p>
    </>
  )

const Others = ({ quarters, chosen }: { quarters: readonly Quarter[]; chosen: Quarter }) => (
  <>
    <h2>Other quarters</h2>
    <ul class="nhsuk-list">
      {quarters
        .filter(({ key }) => key !== chosen.key)
        .map(({ key, name }) => (
          <li>
            <a href={`/advice/figures?quarter=${key}`}>{name}</a>
          </li>
        ))}
    </ul>
  </>
)
