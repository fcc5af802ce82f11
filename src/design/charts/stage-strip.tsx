// The stages of a meeting drawn to their minutes: each numbered, coloured by who has the floor, with minutes along the foot.

import { Table } from '../parts/table.tsx'
import { Chart, type ChartTone, percent } from './frame.tsx'

export type StripStage = {
  readonly name: string
  /** The part of the meeting that it belongs to; a wider gap stands between parts. */
  readonly part: string
  /** Whole minutes from the start, and how many it has; 0 is drawn as a line and read as "under 1". */
  readonly from: number
  readonly minutes: number
  readonly tone: ChartTone
  /** What its colour means. */
  readonly meaning: string
}

export type StageStripProps = { title: string; says: string; stages: readonly StripStage[] }

export function StageStrip({ title, says, stages }: StageStripProps) {
  const last = stages.at(-1)
  const whole = Math.max(1, last ? last.from + last.minutes : 1)
  return (
    <Chart
      title={title}
      says={says}
      height={92}
      legend={legendOf(stages)}
      table={<StageTable {...{ title, stages }} />}
    >
      {stages.map((stage, at) => (
        <Piece stage={stage} number={at + 1} whole={whole} opens={at > 0 && stages[at - 1]?.part !== stage.part} />
      ))}
      {ticks(whole).map((minute) => (
        <Tick minute={minute} whole={whole} />
      ))}
    </Chart>
  )
}

/** Narrower than this share of the whole a number has no room on a phone; narrower than half of it, nowhere. */
const ROOM_FOR_NUMBER = 0.055

function Piece({ stage, number, whole, opens }: { stage: StripStage; number: number; whole: number; opens: boolean }) {
  const share = stage.minutes / whole
  return (
    <>
      <rect
        class={`app-fill--${stage.tone} app-chart__part`}
        x={percent(stage.from / whole)}
        y="22"
        width={percent(share)}
        height="36"
      />
      {opens && (
        <line
          class="app-chart__today"
          x1={percent(stage.from / whole)}
          x2={percent(stage.from / whole)}
          y1="6"
          y2="62"
        />
      )}
      {share >= ROOM_FOR_NUMBER / 2 && (
        <text
          class={`app-chart__small${share < ROOM_FOR_NUMBER ? ' app-chart__second' : ''}`}
          x={percent((stage.from + stage.minutes / 2) / whole)}
          y="16"
          text-anchor="middle"
        >
          {number}
        </text>
      )}
    </>
  )
}

function Tick({ minute, whole }: { minute: number; whole: number }) {
  const x = percent(minute / whole)
  const anchor = minute === 0 ? 'start' : minute === whole ? 'end' : 'middle'
  // On a phone the last round step has no room beside the end.
  const isNearEnd = minute < whole && whole - minute < whole * 0.25
  return (
    <>
      <line class="app-chart__tick" x1={x} x2={x} y1="62" y2="70" />
      <text class={`app-chart__small${isNearEnd ? ' app-chart__second' : ''}`} x={x} y="86" text-anchor={anchor}>
        {minute === whole ? `${minute} min` : minute}
      </text>
    </>
  )
}

/** Minutes along the foot: round steps, four or five of them, and the end. */
function ticks(whole: number): readonly number[] {
  const step = [1, 2, 5, 10, 15, 30, 60, 120].find((each) => whole / each <= 5) ?? 240
  const round = Array.from({ length: Math.ceil(whole / step) }, (_, at) => at * step)
  return [...round.filter((minute) => whole - minute >= step * 0.6), whole]
}

function legendOf(stages: readonly StripStage[]) {
  const first = stages.filter((stage, at) => stages.findIndex((other) => other.meaning === stage.meaning) === at)
  return first.map(({ tone, meaning }) => ({ tone, label: meaning }))
}

const StageTable = ({ title, stages }: { title: string; stages: readonly StripStage[] }) => (
  <Table
    caption={title}
    captionHidden
    compact
    rows={stages.map((stage, at) => ({ ...stage, number: at + 1 }))}
    columns={[
      { heading: 'Stage', cell: (row) => `${row.number}. ${row.name}` },
      { heading: 'Part', cell: (row) => row.part },
      { heading: 'From minute', numeric: true, cell: (row) => row.from },
      { heading: 'Minutes', numeric: true, cell: (row) => (row.minutes === 0 ? 'Under 1' : row.minutes) },
      { heading: 'Who has the floor', cell: (row) => row.meaning },
    ]}
  />
)
