// Every picture says in a sentence what it shows, and carries the same figures as a table under it.
// Horizontal places are percentages and letters keep their size, so pictures fit 320 px without shrinking their words.

import type { ComponentChildren } from 'preact'
import type { Tone } from '../parts/tag.tsx'

export type ChartTone = Tone

export type ChartProps = {
  title: string
  /** What the picture shows, in a sentence: read out in place of the picture. */
  says: string
  /** Its height in px; the width is that of the page. */
  height: number
  /** The same figures as a `<Table>`. */
  table: ComponentChildren
  /** What the colours mean, when there are several. */
  legend?: readonly { tone: ChartTone; label: string }[]
  children: ComponentChildren
}

export const Chart = ({ title, says, height, table, legend, children }: ChartProps) => (
  <figure class="app-chart">
    <figcaption class="app-chart__caption">
      <strong class="app-chart__title">{title}</strong>
      <span class="app-chart__says">{says}</span>
    </figcaption>
    {legend && <Legend entries={legend} />}
    <svg
      class="app-chart__picture"
      width="100%"
      height={height}
      role="img"
      aria-label={`${title}. ${says}`}
      focusable="false"
    >
      {children}
    </svg>
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

const Legend = ({ entries }: { entries: NonNullable<ChartProps['legend']> }) => (
  <ul class="app-legend" aria-hidden="true">
    {entries.map(({ tone, label }) => (
      <li>
        <svg width="14" height="14" focusable="false">
          <rect class={`app-fill--${tone}`} width="14" height="14" />
        </svg>{' '}
        {label}
      </li>
    ))}
  </ul>
)

/** A place as a percentage for an SVG attribute, with at most two decimals. */
export const percent = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`
