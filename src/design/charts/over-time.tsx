// Coverage over time as a line above its area, with the target as a dashed line.

import { Table } from '../parts/table.tsx'
import { Chart, percent } from './frame.tsx'

export type CoveragePoint = {
  /** "November 2026", and short for the axis: "Nov". */
  label: string
  short: string
  /** How many of how many; none expected leaves a gap. */
  met: number
  of: number
}

export type CoverageProps = {
  title: string
  says: string
  points: readonly CoveragePoint[]
  /** In per cent. */
  target?: number
}

const top = 14
const bottom = 150

export const CoverageOverTime = ({ title, says, points, target }: CoverageProps) => (
  <Chart title={title} says={says} height={190} table={<CoverageTable title={title} points={points} />}>
    {[100, 75, 50, 25, 0].map((value) => (
      <ValueLine value={value} />
    ))}
    <svg
      x="9%"
      y={top}
      width="89%"
      height={bottom - top}
      viewBox="0 0 1000 100"
      preserveAspectRatio="none"
      overflow="visible"
    >
      {runsOf(points).map((run) => (
        <Run run={run} count={points.length} />
      ))}
      {target !== undefined && <line class="app-chart__target" x1="0" x2="1000" y1={100 - target} y2={100 - target} />}
    </svg>
    {target !== undefined && (
      <text class="app-chart__small app-chart__halo" x="98%" y={yOf(target) - 5} text-anchor="end">
        Target {target}%
      </text>
    )}
    {points.map((point, index) => (
      <PointMark point={point} index={index} count={points.length} />
    ))}
  </Chart>
)

const yOf = (value: number) => bottom - ((bottom - top) * value) / 100
const shareOf = (point: CoveragePoint) => (100 * point.met) / point.of
const xShare = (index: number, count: number) => (count < 2 ? 0.5 : index / (count - 1))

const ValueLine = ({ value }: { value: number }) => (
  <>
    <line class="app-chart__grid" x1="9%" x2="98%" y1={yOf(value)} y2={yOf(value)} />
    {value % 50 === 0 && (
      <text class="app-chart__small" x="8%" y={yOf(value) + 5} text-anchor="end">
        {value}%
      </text>
    )}
  </>
)

type Placed = { index: number; share: number }

/** Stretches without a gap. */
function runsOf(points: readonly CoveragePoint[]): Placed[][] {
  const runs: Placed[][] = [[]]
  points.forEach((point, index) => {
    if (point.of > 0) runs[runs.length - 1]?.push({ index, share: shareOf(point) })
    else runs.push([])
  })
  return runs.filter((run) => run.length > 0)
}

function Run({ run, count }: { run: readonly Placed[]; count: number }) {
  const at = ({ index, share }: Placed) => `${round(1000 * xShare(index, count))} ${round(100 - share)}`
  const line = run.map(at).join(' L ')
  const first = run[0]
  const last = run[run.length - 1]
  if (!first || !last) return null
  const area = `M ${round(1000 * xShare(first.index, count))} 100 L ${line} L ${round(1000 * xShare(last.index, count))} 100 Z`
  return (
    <>
      <path class="app-chart__area" d={area} />
      <path class="app-chart__line" d={`M ${line}`} />
    </>
  )
}

function PointMark({ point, index, count }: { point: CoveragePoint; index: number; count: number }) {
  const x = percent(0.09 + 0.89 * xShare(index, count))
  const every = Math.ceil(count / 6)
  const last = index === count - 1
  return (
    <>
      {point.of > 0 && <circle class="app-chart__dot" cx={x} cy={yOf(shareOf(point))} r={last ? 5 : 3.5} />}
      {last && point.of > 0 && (
        <text class="app-chart__value app-chart__halo" x={x} y={yOf(shareOf(point)) + 22} text-anchor="end">
          {Math.round(shareOf(point))}%
        </text>
      )}
      {(count - 1 - index) % every === 0 && (
        <text
          class="app-chart__small"
          x={x}
          y={bottom + 22}
          text-anchor={last ? 'end' : index === 0 ? 'start' : 'middle'}
        >
          {point.short}
        </text>
      )}
    </>
  )
}

const CoverageTable = ({ title, points }: { title: string; points: readonly CoveragePoint[] }) => (
  <Table
    caption={title}
    captionHidden
    compact
    rows={points}
    columns={[
      { heading: 'When', cell: (point) => point.label },
      { heading: 'Up to date', numeric: true, cell: (point) => point.met },
      { heading: 'Out of', numeric: true, cell: (point) => point.of },
      {
        heading: 'Share',
        numeric: true,
        cell: (point) => (point.of > 0 ? `${Math.round(shareOf(point))}%` : 'Nobody expected'),
      },
    ]}
  />
)

const round = (value: number) => Math.round(value * 10) / 10
