// Tables from columns and rows. On a narrow screen each row becomes a small list with its headings, so nothing scrolls sideways.
// Sorting is a link to the same page in another order: it works without JavaScript and can be bookmarked.

import type { ComponentChildren } from 'preact'
import { safeHref } from './button.tsx'

export type Column<Row> = {
  heading: ComponentChildren
  cell: (row: Row) => ComponentChildren
  numeric?: boolean
  /** The address that sorts by this column next, and how it is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' }
  classes?: string
}

export type TableProps<Row> = {
  /** Says what the table holds; read out first by a screen reader. */
  caption: ComponentChildren
  captionSize?: 's' | 'm' | 'l' | 'xl'
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** The first column names the row. True unless said otherwise. */
  firstCellIsHeader?: boolean
  compact?: boolean
  striped?: boolean
  classes?: string
  id?: string
  /** Shown instead of the table when there are no rows: an `<EmptyState>` that teaches. */
  empty?: ComponentChildren
}

export function Table<Row>(props: TableProps<Row>) {
  if (props.rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>
  const sortable = props.columns.some((column) => column.sort)
  return (
    <table class={tableClasses(props, sortable)} id={props.id} role="table">
      <Caption {...props} sortable={sortable} />
      <thead class="nhsuk-table__head" role="rowgroup">
        <tr class="nhsuk-table__row" role="row">
          {props.columns.map((column) => (
            <HeadCell {...column} />
          ))}
        </tr>
      </thead>
      <tbody class="nhsuk-table__body">
        {props.rows.map((row) => (
          <tr class="nhsuk-table__row" role="row">
            {props.columns.map((column, index) => (
              <Cell column={column} row={row} header={index === 0 && props.firstCellIsHeader !== false} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const tableClasses = <Row,>(props: TableProps<Row>, sortable: boolean) =>
  [
    'nhsuk-table',
    props.compact && 'nhsuk-table--compact',
    'nhsuk-table--responsive',
    sortable && 'nhsuk-table--sortable',
    props.striped && 'nhsuk-table--striped',
    props.classes,
  ]
    .filter(Boolean)
    .join(' ')

function Caption(props: {
  caption: ComponentChildren
  captionSize?: string
  captionHidden?: boolean
  sortable: boolean
}) {
  const size = props.captionSize ? ` nhsuk-table__caption--${props.captionSize}` : ''
  return (
    <caption class={`nhsuk-table__caption${size}${props.captionHidden ? ' nhsuk-u-visually-hidden' : ''}`}>
      {props.caption}
      {props.sortable && <span class="nhsuk-u-visually-hidden"> (Column headers are sortable)</span>}
    </caption>
  )
}

const HeadCell = <Row,>({ heading, numeric, sort, classes }: Column<Row>) => (
  <th
    class={`nhsuk-table__header${numeric ? ' nhsuk-table__header--numeric' : ''}${classes ? ` ${classes}` : ''}`}
    scope="col"
    role="columnheader"
    data-sort={sort ? true : undefined}
    aria-sort={sort?.now}
  >
    {sort ? (
      <a class="nhsuk-link" href={safeHref(sort.href)}>
        {heading}
      </a>
    ) : (
      heading
    )}
  </th>
)

function Cell<Row>({ column, row, header }: { column: Column<Row>; row: Row; header: boolean }) {
  const Element = header ? 'th' : 'td'
  const name = header ? 'nhsuk-table__header' : 'nhsuk-table__cell'
  const value = column.cell(row)
  return (
    <Element
      class={`${name}${column.numeric ? ` ${name}--numeric` : ''}${column.classes ? ` ${column.classes}` : ''}`}
      scope={header ? 'row' : undefined}
      role={header ? 'rowheader' : 'cell'}
    >
      <span class="nhsuk-table__heading" aria-hidden="true">
        {column.heading}{' '}
      </span>
      {typeof value === 'object' ? <span>{value}</span> : value}
    </Element>
  )
}
