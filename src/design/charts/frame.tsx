// Every picture says in a sentence what it shows, and carries the same figures as a table under it.
// Horizontal places are percentages and letters keep their size, so pictures fit 320 px without shrinking their words.
// Words that may be long stand beside a picture, where they can wrap, never in it.

import type { ComponentChildren } from 'preact'
import type { Tone } from '../parts/tag.tsx'

export type ChartTone = Tone

export type FrameProps = {
  title: string
  /** What the picture shows, in a sentence. */
  says: string
  /** The same figures as a `<Table>`. */
  table: ComponentChildren
  /** What the colours mean, when there are several. */
  legend?: readonly { tone: ChartTone; label: string }[]
  /** In per cent: the dashed line in each bar. */
  target?: number
  children: ComponentChildren
}

export type ChartProps = Omit<FrameProps, 'target'> & {
  /** Its height in px; the width is that of the page. */
  height: number
}

/** One picture as a whole: title and sentence are read out in its place. */
export const Chart = ({ height, children, ...frame }: ChartProps) => (
  <ChartFrame {...frame}>
    <svg
      class="app-chart__picture"
      width="100%"
      height={height}
      role="img"
      aria-label={`${frame.title}. ${frame.says}`}
      focusable="false"
    >
      {children}
    </svg>
  </ChartFrame>
)

/** Title, sentence and legend above, the table beneath, whatever is drawn between. */
export const ChartFrame = ({ title, says, table, legend = [], target, children }: FrameProps) => (
  <figure class="app-chart">
    <figcaption class="app-chart__caption">
      <strong class="app-chart__title">{title}</strong>
      <span class="app-chart__says">{says}</span>
    </figcaption>
    {(legend.length > 0 || target !== undefined) && <Legend entries={legend} target={target} />}
    {children}
    <details class="nhsuk-details app-chart__table">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">
          The same figures as a table<span class="nhsuk-u-visually-hidden">: {title}</span>
        </span>
      </summary>
      <div class="nhsuk-details__text">{table}</div>
    </details>
  </figure>
)

const Legend = ({ entries, target }: { entries: NonNullable<FrameProps['legend']>; target?: number }) => (
  <ul class="app-legend" aria-hidden="true">
    {entries.map(({ tone, label }) => (
      <li>
        <svg width="14" height="14" focusable="false">
          <rect class={`app-fill--${tone}`} width="14" height="14" />
        </svg>{' '}
        {label}
      </li>
    ))}
    {target !== undefined && (
      <li>
        <svg width="14" height="14" focusable="false">
          <line class="app-chart__target" x1="7" x2="7" y1="0" y2="14" />
        </svg>{' '}
        Target {target}%
      </li>
    )}
  </ul>
)

/** A place as a percentage for an SVG attribute, with at most two decimals. */
export const percent = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`
