// The pictures that every dashboard shares: tiles, coverage by group, the trend. Each figure opens to the people behind it.
import { BarsByGroup, CoverageOverTime, type Figure, FigureTiles, type Group } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { monthName } from '../../../platform/time/words.ts'
import { type Coverage, coverageInWords, coverageOf, groupStandings, type Standing } from './coverage.ts'
import type { PlacedStanding, TrendPoint } from './coverage.ts'
import type { Way } from '../behind/people-behind.ts'

type TilesProps = {
  readonly coverage: Coverage
  readonly target: number | null
  /** Where each figure opens to what is behind it, for those who may see that, and whose the figures are. */
  readonly opens?: { readonly href: (way: Way) => string; readonly of: string }
}

export const Tiles = ({ coverage, target, opens }: TilesProps) => {
  const aim = target === null ? '' : ` Target ${target}%.`
  const first: Figure = {
    value: coverage.percent === null ? '–' : `${coverage.percent}%`,
    says: `${coverageInWords(coverage)}${aim}`,
    tone: coverage.percent === null ? undefined : target !== null && coverage.percent < target ? 'soon' : 'good',
  }
  const counts: (Figure & { readonly way: Way })[] = [
    { way: 'overdue', value: coverage.overdue, says: 'overdue', tone: coverage.overdue > 0 ? 'late' : undefined },
    { way: 'never-had', value: coverage.neverHad, says: 'never had it' },
    { way: 'due-soon', value: coverage.dueSoon, says: 'due soon' },
  ]
  const figures = [first, ...counts.map((one) => (opens && one.value !== 0 ? opening(one, opens) : one))]
  return <FigureTiles figures={figures} label="Coverage" />
}

/** Two teams' "3 overdue" on one page are told apart for those who hear the links. */
const opening = (one: Figure & { way: Way }, { href, of }: NonNullable<TilesProps['opens']>): Figure => ({
  ...one,
  href: href(one.way),
  says: (
    <>
      {one.says}
      <span class="nhsuk-u-visually-hidden"> in {of}</span>
    </>
  ),
})

type GroupsProps = {
  title: string
  standings: readonly PlacedStanding[]
  keyOf: (one: PlacedStanding) => string | null
  labelOf: (key: string) => string
  hrefOf?: (key: string) => string
  /** Where a count opens to the people behind it, for those who may see them. */
  opens?: (key: string, way: Way) => string
  target: number | null
}

/** Coverage of groups beside each other: units, staff groups or kinds of supervision. */
export function CoverageByGroup(props: GroupsProps) {
  const counted = props.standings.filter((one) => one.strength === 'mandatory')
  const groups = [...groupStandings(counted as readonly Standing[], (one) => props.keyOf(one as PlacedStanding) ?? '')]
    .filter(([key]) => key !== '')
    .map(([key, standings]) => groupOf(key, standings, props))
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

function groupOf(key: string, standings: readonly Standing[], { labelOf, hrefOf, opens }: GroupsProps): Group {
  const { upToDate, overdue, neverHad } = coverageOf(standings)
  return {
    label: labelOf(key),
    href: hrefOf?.(key),
    parts: [
      { tone: 'good', label: 'Up to date', count: upToDate, href: opens?.(key, 'up-to-date') },
      { tone: 'late', label: 'Overdue', count: overdue, href: opens?.(key, 'overdue') },
      { tone: 'quiet', label: 'Never had', count: neverHad, href: opens?.(key, 'never-had') },
    ],
  }
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
