// A year of one person's supervision as a strip: when it was covered, when it lapsed, and each session as a mark.

import { dayInWords, dayNumber } from '../form/calendar-words.ts'
import { Table } from '../parts/table.tsx'
import { Chart, type ChartTone, percent } from './frame.tsx'

export type StripSpan = { from: string; to: string; tone: ChartTone; label: string }
export type StripMark = {
  day: string
  label: string /** Planned or cancelled marks are drawn hollow. */
  held: boolean
}

export type YearStripProps = {
  title: string
  says: string
  /** First and last day shown, 'YYYY-MM-DD'. */
  from: string
  to: string
  spans: readonly StripSpan[]
  marks: readonly StripMark[]
  /** The day that the figures hold for. */
  today?: string
}

const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export function YearStrip({ title, says, from, to, spans, marks, today }: YearStripProps) {
  const first = dayNumber(from)
  const length = Math.max(1, dayNumber(to) + 1 - first)
  const x = (day: string) => percent((dayNumber(day) - first) / length)
  const inside = (day: string) => day >= from && day <= to
  return (
    <Chart
      title={title}
      says={says}
      height={84}
      legend={legendOf(spans)}
      table={<StripTable title={title} spans={spans} marks={marks} />}
    >
      <rect class="app-chart__ground" x="0" y="22" width="100%" height="30" />
      {spans
        .filter((span) => span.to >= from && span.from <= to)
        .map((span) => (
          <SpanRect span={span} first={first} length={length} />
        ))}
      {monthStarts(from, to).map((day) => (
        <MonthTick
          x={x(day)}
          label={shortMonths[Number(day.slice(5, 7)) - 1] ?? ''}
          quiet={Number(day.slice(5, 7)) % 2 === 0}
        />
      ))}
      {marks
        .filter((mark) => inside(mark.day))
        .map((mark) => (
          <circle
            class={mark.held ? 'app-chart__mark' : 'app-chart__mark app-chart__mark--open'}
            cx={x(mark.day)}
            cy="37"
            r="7"
          />
        ))}
      {today !== undefined && inside(today) && <TodayLine x={x(today)} late={dayNumber(today) - first > length / 2} />}
    </Chart>
  )
}

function SpanRect({ span, first, length }: { span: StripSpan; first: number; length: number }) {
  const start = Math.max(0, dayNumber(span.from) - first)
  const end = Math.min(length, dayNumber(span.to) + 1 - first)
  return (
    <rect
      class={`app-fill--${span.tone}`}
      x={percent(start / length)}
      y="22"
      width={percent((end - start) / length)}
      height="30"
    />
  )
}

const MonthTick = ({ x, label, quiet }: { x: string; label: string; quiet: boolean }) => (
  <>
    <line class="app-chart__tick" x1={x} x2={x} y1="52" y2="60" />
    <text class={`app-chart__small${quiet ? ' app-chart__second' : ''}`} x={x} y="76">
      {label}
    </text>
  </>
)

const TodayLine = ({ x, late }: { x: string; late: boolean }) => (
  <>
    <line class="app-chart__today" x1={x} x2={x} y1="16" y2="56" />
    <text class="app-chart__small" x={x} y="12" text-anchor={late ? 'end' : 'start'}>
      Today
    </text>
  </>
)

/** The first days of the months within, but the one in which the strip ends too close to its edge for a word. */
function monthStarts(from: string, to: string): string[] {
  const starts: string[] = []
  let year = Number(from.slice(0, 4))
  let month = Number(from.slice(5, 7))
  for (;;) {
    const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
    if (day > to) return starts
    if (day >= from && dayNumber(to) - dayNumber(day) > 12) starts.push(day)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
  }
}

const legendOf = (spans: readonly StripSpan[]) =>
  spans.filter((span, index) => spans.findIndex((other) => other.label === span.label) === index)

function StripTable({
  title,
  spans,
  marks,
}: {
  title: string
  spans: readonly StripSpan[]
  marks: readonly StripMark[]
}) {
  const rows = [
    ...spans.map((span) => ({
      day: span.from,
      when: `${dayInWords(span.from)} to ${dayInWords(span.to)}`,
      what: span.label,
    })),
    ...marks.map((mark) => ({ day: mark.day, when: dayInWords(mark.day), what: mark.label })),
  ].sort((a, b) => a.day.localeCompare(b.day))
  return (
    <Table
      caption={title}
      captionHidden
      compact
      rows={rows}
      columns={[
        { heading: 'When', cell: (row) => row.when },
        { heading: 'What', cell: (row) => row.what },
      ]}
    />
  )
}
