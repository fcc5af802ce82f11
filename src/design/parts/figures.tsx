// Figures with what they are counted from, the day they hold for, and the ways to narrow or take them away.

import type { ComponentChildren } from 'preact'
import { Button, safeHref } from './button.tsx'
import { dayInWords } from '../form/calendar-words.ts'
import { date } from '../form/day-fields.tsx'

export type Figure = {
  value: ComponentChildren
  /** What it counts, with its denominator and those left out: "up to date: 14 of 17. 2 excused." */
  says: ComponentChildren
  /** The people behind it, for those who may see them. */
  href?: string
  tone?: 'late' | 'soon' | 'good'
}

/** A few large figures beside each other; each opens to what is behind it. */
export const FigureTiles = ({ figures, label = 'Figures' }: { figures: readonly Figure[]; label?: string }) => (
  <ul class="app-figures" aria-label={label}>
    {figures.map(({ value, says, href, tone }) => (
      <li class={`app-figure${tone ? ` app-figure--${tone}` : ''}`}>
        {href ? (
          <a class="app-figure__link" href={safeHref(href)}>
            <span class="app-figure__value">{value}</span> <span class="app-figure__says">{says}</span>
          </a>
        ) : (
          <>
            <span class="app-figure__value">{value}</span> <span class="app-figure__says">{says}</span>
          </>
        )}
      </li>
    ))}
  </ul>
)

export type AsAtProps = {
  /** The day that the figures hold for, 'YYYY-MM-DD'. */
  day: string
  /** The page's own address; the chosen day goes along as `as-at-day`, `-month`, `-year`. */
  action: string
  /** Other parameters of the page to keep: filters, sorting. */
  keep?: Readonly<Record<string, string>>
  error?: string
  children?: ComponentChildren
}

/** "As at 20 November 2026", which opens to choose another day. A plain GET form: the address can be kept and shared. */
export function AsAt({ day, action, keep = {}, error, children }: AsAtProps) {
  return (
    <div class="app-as-at">
      <p class="app-lede">
        As at <strong>{dayInWords(day)}</strong>
        {children && <> · {children}</>}
      </p>
      <details class="nhsuk-details" open={error !== undefined}>
        <summary class="nhsuk-details__summary">
          <span class="nhsuk-details__summary-text">Change day</span>
        </summary>
        <form class="nhsuk-details__text" method="get" action={safeHref(action)} novalidate>
          {Object.entries(keep).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {drawDay(day, error)}
          <Button variant="secondary" small>
            Show this day
          </Button>
        </form>
      </details>
    </div>
  )
}

/** The field that reads the chosen day; in the page's own form or reading of its address. */
export const asAtField = date({
  label: 'Show figures as at',
  called: 'the day',
  hint: 'Figures for a past day stay as they were on that day',
})

const drawDay = (day: string, error: string | undefined) =>
  asAtField.draw({
    name: 'as-at',
    typed: asAtField.fill('as-at', day),
    error: error === undefined ? undefined : { field: 'as-at', input: 'as-at-day', message: error },
  })

/** Choices that narrow a list, as a GET form with one quiet button; works without JavaScript. */
export const Filters = (props: { action: string; children: ComponentChildren; clear?: string; label?: string }) => (
  <form
    class="app-filters"
    method="get"
    action={safeHref(props.action)}
    role="search"
    aria-label={props.label ?? 'Filter'}
    novalidate
  >
    <div class="app-filters__fields">{props.children}</div>
    <div class="app-filters__buttons">
      <Button variant="secondary" small>
        Show
      </Button>
      {props.clear && <a href={safeHref(props.clear)}>Clear filters</a>}
    </div>
  </form>
)

/** The same rows as a file for a spreadsheet. */
export const CsvLink = ({ href, rows }: { href: string; rows?: number }) => (
  <p class="app-csv">
    <a href={safeHref(href)} download>
      Download as CSV{rows === undefined ? '' : ` (${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'})`}
    </a>
  </p>
)
