import { Button } from '../parts/button.tsx'
import { Filters } from '../parts/figures.tsx'
import { EmptyState } from '../parts/notes.tsx'
import { Table } from '../parts/table.tsx'
import { StateTag } from '../parts/tag.tsx'
import { text } from '../form/text-fields.tsx'
import { choice } from '../form/choice-fields.tsx'
import type { Section } from './gallery.tsx'
import { type Member, team } from './world.tsx'

export const TeamTable = ({
  rows = team,
  caption = 'Everyone in the team',
}: {
  rows?: readonly Member[]
  caption?: string
}) => (
  <Table
    caption={caption}
    captionSize="m"
    rows={rows}
    empty={
      <EmptyState heading="Nobody in this team yet" level={4}>
        <p>People appear here when a post in this team is imported or added.</p>
      </EmptyState>
    }
    columns={[
      {
        heading: 'Name',
        cell: (row) => <a href={`/gallery#${row.name.slice(0, 5)}`}>{row.name}</a>,
        sort: { href: '/gallery?sort=name', now: 'ascending' },
      },
      {
        heading: 'Case work, at least every 3 months',
        cell: (row) => <StateTag tone={row.tone}>{row.state}</StateTag>,
        sort: { href: '/gallery?sort=state' },
      },
      { heading: 'Contract', cell: (row) => row.contract },
      { heading: 'Prepared', cell: (row) => row.prepared },
    ]}
  />
)

const nameFilter = text({ label: 'Name', optional: true, called: 'name' })
const stateFilter = choice({
  label: 'State',
  as: 'select',
  options: [
    { value: 'any', label: 'Any state' },
    { value: 'late', label: 'Overdue' },
  ],
})

export const tableExamples: Section = {
  id: 'tables',
  title: 'Tables',
  examples: [
    { name: 'Rows that become lists on a phone, sorted by links', shown: <TeamTable /> },
    { name: 'No rows: an empty place that teaches', shown: <TeamTable rows={[]} /> },
    {
      name: 'Figures in columns',
      shown: (
        <Table
          caption="Sessions held by month"
          rows={[
            { month: 'October 2026', held: 41, minutes: 2460 },
            { month: 'November 2026', held: 38, minutes: 2310 },
          ]}
          columns={[
            { heading: 'Month', cell: (row) => row.month },
            { heading: 'Held', numeric: true, cell: (row) => row.held },
            { heading: 'Minutes', numeric: true, cell: (row) => row.minutes.toLocaleString('en-GB') },
          ]}
        />
      ),
    },
    {
      name: 'Filters',
      shown: (
        <Filters action="/gallery" clear="/gallery#filters" label="Filter the team">
          {nameFilter.draw({ name: 'filter-name', typed: {}, error: undefined })}
          {stateFilter.draw({ name: 'filter-state', typed: { 'filter-state': 'any' }, error: undefined })}
        </Filters>
      ),
    },
    {
      name: 'Print',
      shown: (
        <Button type="button" variant="secondary" small print>
          Print this page
        </Button>
      ),
    },
  ],
}
