// Differences between two versions as a table: where, what it was, what it will be.
import { Table } from '../../../design/index.ts'
import type { Difference } from './compare.ts'

export const DifferencesTable = (props: {
  lines: readonly Difference[]
  caption: string
  before?: string
  after?: string
}) => (
  <Table
    caption={props.caption}
    captionSize="s"
    columns={[
      { heading: 'Where', cell: ({ where }) => where.join(' › ') },
      {
        heading: props.before ?? 'Now',
        cell: ({ before }) => (before === null ? <em>Not there</em> : <del>{before}</del>),
      },
      {
        heading: props.after ?? 'Will be',
        cell: ({ after }) => (after === null ? <em>Taken out</em> : <ins>{after}</ins>),
      },
    ]}
    rows={props.lines}
    empty={<p>Nothing would change.</p>}
  />
)
