import { AsAt, CsvLink, FigureTiles } from '../parts/figures.tsx'
import { SummaryList, Tabs, TaskList } from '../parts/lists.tsx'
import { NeedList } from '../parts/need-list.tsx'
import { StateTag } from '../parts/tag.tsx'
import type { Section } from './gallery.tsx'
import { needs, teamFigures } from './world.tsx'

export const listExamples: Section = {
  id: 'needs-figures-lists',
  title: 'Needs, figures and lists',
  examples: [
    { name: 'What you need to do', shown: <NeedList needs={needs} /> },
    {
      name: 'Nothing to do',
      shown: <NeedList needs={[]} level={3} nothing={<p>Your next supervision is on Tuesday 24 November at 2pm.</p>} />,
    },
    { name: 'Figures', shown: <FigureTiles figures={teamFigures} label="Figures of a team" /> },
    { name: 'The day that figures hold for', shown: <AsAt day="2026-11-20" action="/gallery" /> },
    { name: 'Take the rows away', shown: <CsvLink href="/gallery.csv" rows={1234} /> },
    {
      name: 'What is known of one thing',
      shown: (
        <SummaryList
          rows={[
            {
              name: 'When',
              value: 'Tuesday 24 November 2026, 2pm',
              actions: [{ href: '/gallery#when', text: 'Change', of: 'when' }],
            },
            {
              name: 'Where',
              value: 'Room 4, Northside clinic',
              actions: [{ href: '/gallery#where', text: 'Change', of: 'where' }],
            },
            { name: 'Supervisor', value: 'Ben Carter' },
          ]}
        />
      ),
    },
    {
      name: 'Tasks',
      shown: (
        <TaskList
          idPrefix="prepare"
          tasks={[
            { name: 'Case HV-2214', href: '/gallery#case-1', status: 'Completed' },
            {
              name: 'Case HV-2310',
              href: '/gallery#case-2',
              hint: 'Two questions left',
              status: <StateTag tone="waiting">In progress</StateTag>,
            },
            { name: 'Sign the contract', status: <StateTag tone="quiet">Cannot start yet</StateTag> },
          ]}
        />
      ),
    },
    {
      name: 'Sides of one thing',
      shown: (
        <Tabs
          tabs={[
            { id: 'tab-coming', label: 'Coming', content: <p>One session on Tuesday 24 November.</p> },
            { id: 'tab-held', label: 'Held', content: <p>Twelve sessions this year.</p> },
          ]}
        />
      ),
    },
  ],
}
