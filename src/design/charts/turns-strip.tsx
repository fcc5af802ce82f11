// Who had a turn when: a row of marks for each person, a column for each time. A full mark is a turn, as large as it was long; an
// open one somebody who asked and waits; a dot somebody who was there; a gap somebody who was not.

import { Table } from '../parts/table.tsx'
import { ChartFrame, percent } from './frame.tsx'

export type TurnMark = 'turn' | 'waited' | 'there' | 'away' | 'not yet'
export type TurnRow = {
  name: string
  /** In the order of the columns; minutes of a turn. */
  marks: readonly { mark: TurnMark; minutes: number }[]
  /** "2 turns, 55 minutes" */
  says: string
}

export type TurnsStripProps = {
  title: string
  says: string
  /** One for each time, in order. */
  columns: readonly { label: string; short: string }[]
  rows: readonly TurnRow[]
}

const words: Readonly<Record<TurnMark, string>> = {
  turn: 'Presented',
  waited: 'Asked and was put off',
  there: 'Was there',
  away: 'Could not come',
  'not yet': 'Not in the set',
}

export function TurnsStrip({ title, says, columns, rows }: TurnsStripProps) {
  const longest = Math.max(1, ...rows.flatMap((row) => row.marks.map((one) => one.minutes)))
  return (
    <ChartFrame title={title} says={says} table={<TurnsTable {...{ title, columns, rows }} />}>
      <Legend />
      <ul class="app-bars" aria-label={title}>
        {rows.map((row) => (
          <li class="app-bar">
            <span class="app-bar__label">
              <bdi>{row.name}</bdi>
            </span>
            <svg class="app-bar__picture" width="100%" height="34" aria-hidden="true" focusable="false">
              <line class="app-chart__grid" x1="0" x2="100%" y1="17" y2="17" />
              {row.marks.map((one, at) => (
                <Mark {...one} x={percent((at + 0.5) / columns.length)} longest={longest} />
              ))}
            </svg>
            <span class="app-bar__counts">{row.says}</span>
          </li>
        ))}
      </ul>
      <Foot columns={columns} />
    </ChartFrame>
  )
}

const SMALLEST = 6
const LARGEST = 14

function Mark({ mark, minutes, x, longest }: { mark: TurnMark; minutes: number; x: string; longest: number }) {
  if (mark === 'away' || mark === 'not yet') return null
  if (mark === 'there') return <circle class="app-chart__mark" cx={x} cy="17" r="4" />
  if (mark === 'waited') return <circle class="app-chart__mark app-chart__mark--open" cx={x} cy="17" r="7" />
  const size = SMALLEST + Math.round(((LARGEST - SMALLEST) * minutes) / longest)
  return <circle class="app-fill--waiting" cx={x} cy="17" r={size} />
}

const Legend = () => (
  <ul class="app-legend" aria-hidden="true">
    {(['turn', 'waited', 'there'] as const).map((mark) => (
      <li>
        <svg width="28" height="28" focusable="false">
          <g transform="translate(0 -3)">
            <Mark mark={mark} minutes={1} x="14" longest={2} />
          </g>
        </svg>{' '}
        {words[mark]}
      </li>
    ))}
  </ul>
)

/** First and last time under the marks; between them as many as have room. */
const Foot = ({ columns }: { columns: TurnsStripProps['columns'] }) => {
  const each = Math.ceil(columns.length / 6)
  return (
    <svg class="app-chart__picture" width="100%" height="18" aria-hidden="true" focusable="false">
      {columns.map((column, at) =>
        at % each === 0 ? (
          <text
            class={`app-chart__small${columns.length > 4 && (at / each) % 2 === 1 ? ' app-chart__second' : ''}`}
            x={percent((at + 0.5) / columns.length)}
            y="14"
            text-anchor={columns.length > 4 && at === 0 ? 'start' : 'middle'}
          >
            {column.short}
          </text>
        ) : null,
      )}
    </svg>
  )
}

const TurnsTable = ({ title, columns, rows }: Pick<TurnsStripProps, 'title' | 'columns' | 'rows'>) => (
  <Table
    caption={title}
    captionHidden
    compact
    rows={columns.map((column, at) => ({ column, at }))}
    columns={[
      { heading: 'When', cell: (row) => row.column.label },
      ...rows.map((person) => ({
        heading: <bdi>{person.name}</bdi>,
        cell: ({ at }: { at: number }) => cellOf(person.marks[at]),
      })),
    ]}
  />
)

const cellOf = (one: TurnRow['marks'][number] | undefined): string =>
  one === undefined ? '' : one.mark === 'turn' ? `${words.turn}, ${one.minutes} minutes` : words[one.mark]
