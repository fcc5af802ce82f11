import { BarsByGroup } from '../charts/by-group.tsx'
import { Chain } from '../charts/chain.tsx'
import { type ChainNode, ChainPicture } from '../charts/chain-picture.tsx'
import { FormatStrip } from '../charts/format-strip.tsx'
import { CoverageOverTime } from '../charts/over-time.tsx'
import { StageStrip } from '../charts/stage-strip.tsx'
import { TurnsStrip } from '../charts/turns-strip.tsx'
import { YearStrip } from '../charts/year-strip.tsx'
import { Table } from '../parts/table.tsx'
import { StateTag } from '../parts/tag.tsx'
import type { Section } from './gallery.tsx'
import { coverage } from './world.tsx'

const parts = (good: number, soon: number, late: number) => [
  { tone: 'good' as const, label: 'Up to date', count: good },
  { tone: 'soon' as const, label: 'Due soon', count: soon },
  { tone: 'late' as const, label: 'Overdue', count: late },
]

const mark = (mark: 'turn' | 'waited' | 'there' | 'away', minutes = 0) => ({ mark, minutes })
const turns = [
  {
    name: 'Amina Yusuf',
    marks: [mark('turn', 40), mark('there'), mark('waited')],
    says: 'Presented once, 40 minutes; asked and put off once since',
  },
  {
    name: 'Ben Carter',
    marks: [mark('away'), mark('turn', 20), mark('turn', 25)],
    says: 'Presented twice, 45 minutes',
  },
]

export const chartExamples: Section = {
  id: 'charts',
  title: 'Pictures',
  examples: [
    {
      name: 'Coverage over time',
      shown: (
        <CoverageOverTime
          title="Up to date, month by month"
          says="From 65% in December 2025 to 82% in November 2026, with the target of 90% not yet reached."
          points={coverage}
          target={90}
        />
      ),
    },
    {
      name: 'Coverage with a gap and few months',
      shown: (
        <CoverageOverTime
          title="Up to date since the team began"
          says="Nobody was expected in October 2026."
          points={[
            ...coverage.slice(8, 10),
            { label: 'October 2026', short: 'Oct', met: 0, of: 0 },
            ...coverage.slice(11),
          ]}
        />
      ),
    },
    {
      name: 'Teams beside each other',
      shown: (
        <BarsByGroup
          title="Teams"
          says="North and East reach 80% and more; South has most overdue."
          target={90}
          groups={[
            { label: 'North health visiting', parts: parts(14, 2, 1) },
            { label: 'East school nursing and looked-after children', parts: parts(20, 3, 2) },
            { label: 'South health visiting', parts: parts(9, 1, 6) },
          ]}
        />
      ),
    },
    {
      name: 'A year of sessions',
      shown: (
        <YearStrip
          title="Amina’s case supervision in 2026"
          says="Covered but for 19 days in July; four sessions held, one planned."
          from="2026-01-01"
          to="2026-12-31"
          today="2026-11-20"
          spans={[
            { from: '2026-01-01', to: '2026-07-08', tone: 'good', label: 'Covered' },
            { from: '2026-07-09', to: '2026-07-27', tone: 'late', label: 'Lapsed' },
            { from: '2026-07-28', to: '2026-11-20', tone: 'good', label: 'Covered' },
          ]}
          marks={[
            { day: '2026-01-14', label: 'Held with Ben Carter', held: true },
            { day: '2026-04-08', label: 'Held with Ben Carter', held: true },
            { day: '2026-07-28', label: 'Held with Ben Carter', held: true },
            { day: '2026-11-03', label: 'Held with Ben Carter', held: true },
            { day: '2026-11-24', label: 'Planned', held: false },
          ]}
        />
      ),
    },
    {
      name: 'A format as a strip of minutes',
      shown: (
        <FormatStrip
          stages={[
            { label: 'Arrive', minutes: 5, state: 'done' },
            { label: 'Report back', minutes: 12, state: 'done' },
            { label: 'Topics', minutes: 8, state: 'done' },
            { label: 'Topic 1: listen', minutes: 10, state: 'now' },
            { label: 'Respond', minutes: 5 },
            { label: 'Commit', minutes: 5 },
            { label: 'Topic 2', minutes: 25 },
            { label: 'Learn', minutes: 10 },
          ]}
        />
      ),
    },
    {
      name: 'A format drawn to its minutes',
      shown: (
        <StageStrip
          title="Suggestions, 40 minutes"
          says="Four stages in two parts; the presenter listens for 12 minutes."
          stages={[
            { name: 'Arrive', part: 'Arrive', from: 0, minutes: 5, tone: 'good', meaning: 'Everybody' },
            { name: 'Present', part: 'Topic', from: 5, minutes: 10, tone: 'waiting', meaning: 'Whoever presents' },
            { name: 'Listen', part: 'Topic', from: 15, minutes: 12, tone: 'new', meaning: 'Presenter listens' },
            { name: 'Commit', part: 'Topic', from: 27, minutes: 13, tone: 'waiting', meaning: 'Whoever presents' },
          ]}
        />
      ),
    },
    {
      name: 'Turns over the life of a set',
      shown: (
        <TurnsStrip
          title="Turns, meeting by meeting"
          says="Three turns in three meetings, 85 minutes in all."
          columns={[
            { label: '9 September 2026', short: '9 Sep' },
            { label: '21 October 2026', short: '21 Oct' },
            { label: '18 November 2026', short: '18 Nov' },
          ]}
          rows={turns}
        />
      ),
    },
    { name: 'The chain of supervision', shown: <ChainExample /> },
    { name: 'The chain of supervision as a picture, on wide screens', shown: <ChainPictureExample /> },
  ],
}

function ChainExample() {
  return (
    <Chain
      title="Chain of supervision below Maryam Khan"
      from={{
        name: 'Maryam Khan',
        note: 'Named nurse',
        href: '/gallery#maryam',
        supervises: [
          {
            name: 'Ben Carter',
            note: 'Safeguarding supervisor',
            href: '/gallery#ben',
            supervises: [
              { name: 'Amina Yusuf', note: <StateTag tone="good">Up to date</StateTag>, href: '/gallery#amina' },
              { name: 'Femi Ade', note: <StateTag tone="late">Overdue 23 days</StateTag>, href: '/gallery#femi' },
            ],
          },
          { name: 'Joy Chukwu', note: 'Safeguarding supervisor', href: '/gallery#joy' },
        ],
      }}
    />
  )
}

const node = (name: string, late = false, below: readonly ChainNode[] = []): ChainNode => ({
  name,
  ...(late ? { state: 'Out of date', tone: 'late' as const } : { state: 'In date', tone: 'good' as const }),
  below,
})
const drawn = {
  ...node('Maryam Khan', false, [node('Ben Carter', false, [node('Femi Ade', true)]), node('Joy Chukwu')]),
}
const inDrawing = (one: ChainNode): readonly ChainNode[] => [one, ...one.below.flatMap(inDrawing)]

function ChainPictureExample() {
  return (
    <ChainPicture
      title="Who supervises the supervisors"
      says="4 people, one of them where it breaks."
      roots={[drawn]}
      table={
        <Table
          caption="Everybody in the picture"
          captionHidden
          columns={[
            { heading: 'Who', cell: (one: ChainNode) => one.name },
            { heading: 'Own supervision', cell: (one: ChainNode) => <StateTag tone={one.tone}>{one.state}</StateTag> },
          ]}
          rows={inDrawing(drawn)}
        />
      }
    />
  )
}
