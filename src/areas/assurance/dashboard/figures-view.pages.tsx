// The parts that every dashboard shares: tiles, the table of people, coverage by group, the trend.
import {
  BarsByGroup,
  CoverageOverTime,
  type Figure,
  FigureTiles,
  type Group,
  StateTag,
  Table,
} from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay, monthName } from '../../../platform/time/words.ts'
import { byUrgency, type Coverage, coverageInWords, coverageOf, groupStandings, type Standing } from './coverage.ts'
import type { PlacedStanding, TrendPoint } from './coverage.ts'
import { stateWords, toneOf } from './words.ts'

/** Keys of kinds of supervision to their names. */
export type Names = ReadonlyMap<string, string>

type TilesProps = {
  readonly coverage: Coverage
  readonly target: number | null
  /** The page on which these figures open to what is behind them, where that is another page, and whose they are. */
  readonly opens?: { readonly href: string; readonly of: string }
}

export const Tiles = ({ coverage, target, opens }: TilesProps) => {
  const aim = target === null ? '' : ` Target ${target}%.`
  const first: Figure = {
    value: coverage.percent === null ? '–' : `${coverage.percent}%`,
    says: `${coverageInWords(coverage)}${aim}`,
    tone: coverage.percent === null ? undefined : target !== null && coverage.percent < target ? 'soon' : 'good',
  }
  const counts: Figure[] = [
    { value: coverage.overdue, says: 'overdue', tone: coverage.overdue > 0 ? 'late' : undefined },
    { value: coverage.neverHad, says: 'never had it' },
    { value: coverage.dueSoon, says: 'due soon' },
  ]
  return <FigureTiles figures={[first, ...counts.map((one) => (opens ? opening(one, opens) : one))]} label="Coverage" />
}

/** Two teams' "3 overdue" on one page are told apart for those who hear the links. */
const opening = (one: Figure, { href, of }: { href: string; of: string }): Figure => ({
  ...one,
  href,
  says: (
    <>
      {one.says}
      <span class="nhsuk-u-visually-hidden"> in {of}</span>
    </>
  ),
})

/** Everybody with how they stand, most pressing first; each state opens to its reasons. */
export const PeopleTable = ({
  standings,
  names,
  day,
  unitNames,
}: {
  standings: readonly PlacedStanding[]
  names: Names
  day: Day
  unitNames: ReadonlyMap<string, string>
}) => (
  <Table
    caption="Everyone"
    captionSize="m"
    columns={[
      { heading: 'Name', cell: (one) => <a href={`/people/${one.person}/obligations?as-at=${day}`}>{one.name}</a> },
      { heading: 'Team', cell: (one) => (one.unit ? unitNames.get(one.unit) : '') ?? '' },
      { heading: 'Supervision', cell: (one) => names.get(one.type) ?? one.type },
      { heading: 'State', cell: (one) => <StateTag tone={toneOf(one.state)}>{stateWords(one, day)}</StateTag> },
      { heading: 'Last had', cell: (one) => (one.lastOn === null ? 'Not yet' : formatDay(one.lastOn)) },
    ]}
    rows={[...standings].sort(byUrgency)}
    empty={<p>Nobody here needs supervision under the policy in force.</p>}
  />
)

/** Coverage of groups beside each other: units, staff groups or kinds of supervision. */
export function CoverageByGroup(props: {
  title: string
  standings: readonly PlacedStanding[]
  keyOf: (one: PlacedStanding) => string | null
  labelOf: (key: string) => string
  hrefOf?: (key: string) => string
  target: number | null
}) {
  const counted = props.standings.filter((one) => one.strength === 'mandatory')
  const groups = [...groupStandings(counted as readonly Standing[], (one) => props.keyOf(one as PlacedStanding) ?? '')]
    .filter(([key]) => key !== '')
    .map(([key, standings]): Group => {
      const { upToDate, overdue, neverHad } = coverageOf(standings)
      return {
        label: props.labelOf(key),
        href: props.hrefOf?.(key),
        parts: [
          { tone: 'good', label: 'Up to date', count: upToDate },
          { tone: 'late', label: 'Overdue', count: overdue },
          { tone: 'quiet', label: 'Never had', count: neverHad },
        ],
      }
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))
  if (groups.length === 0) return null
  return (
    <BarsByGroup
      title={props.title}
      says="Up to date, overdue and never had, of those who must have it. Excused people are left out."
      groups={groups}
      target={props.target ?? undefined}
    />
  )
}

/** Coverage at the end of each month; all mandatory kinds together. */
export function Trend({
  points,
  days,
  target,
}: {
  points: readonly TrendPoint[]
  days: readonly Day[]
  target: number | null
}) {
  const byDay = Map.groupBy(points, (point) => point.day)
  return (
    <CoverageOverTime
      title="Coverage over time"
      says="Up to date, of those who had to have supervision on that day."
      target={target ?? undefined}
      points={days.map((day) => {
        const [year, month] = [day.slice(0, 4), monthName(Number(day.slice(5, 7)))]
        const here = byDay.get(day) ?? []
        return {
          label: `${month} ${year}`,
          short: month.slice(0, 3),
          met: here.reduce((sum, point) => sum + point.met, 0),
          of: here.reduce((sum, point) => sum + point.of, 0),
        }
      })}
    />
  )
}
