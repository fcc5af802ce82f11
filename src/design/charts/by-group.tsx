// Groups beside each other as bars: teams, staff groups, kinds of supervision. Each bar is split by how things stand.

import { safeHref } from '../parts/button.tsx'
import { Table } from '../parts/table.tsx'
import { ChartFrame, type ChartTone, percent } from './frame.tsx'

export type GroupPart = {
  tone: ChartTone
  label: string
  count: number
  /** The people behind it, for those who may see them. */
  href?: string
}
export type Group = { label: string; parts: readonly GroupPart[]; href?: string }

export type BarsProps = {
  title: string
  says: string
  groups: readonly Group[]
  /** Each bar fills the width (shares), or is as long as its count beside the largest. Shares unless said. */
  scale?: 'shares' | 'counts'
  /** In per cent, for shares. */
  target?: number
}

/** A name, a bar and its counts for each group; names and counts wrap, and open to what is behind them. */
export function BarsByGroup({ title, says, groups, scale = 'shares', target }: BarsProps) {
  const largest = Math.max(1, ...groups.map(totalOf))
  return (
    <ChartFrame
      title={title}
      says={says}
      table={<GroupTable title={title} groups={groups} />}
      legend={legendOf(groups)}
      target={target}
    >
      <ul class="app-bars" aria-label={title}>
        {groups.map((group) => (
          <li class="app-bar">
            <span class="app-bar__label">
              {group.href ? <a href={safeHref(group.href)}>{group.label}</a> : group.label}
            </span>
            <Bar group={group} whole={scale === 'shares' ? Math.max(1, totalOf(group)) : largest} target={target} />
            <Counts group={group} title={title} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

const totalOf = (group: Group) => group.parts.reduce((sum, part) => sum + part.count, 0)

const Bar = ({ group, whole, target }: { group: Group; whole: number; target?: number }) => (
  <svg class="app-bar__picture" width="100%" height="26" aria-hidden="true" focusable="false">
    <rect class="app-chart__ground" x="0" y="4" width="100%" height="18" />
    {group.parts.map((part, index) => (
      <rect
        class={`app-fill--${part.tone} app-chart__part`}
        x={percent(countBefore(group, index) / whole)}
        y="4"
        width={percent(part.count / whole)}
        height="18"
      />
    ))}
    {target !== undefined && (
      <line class="app-chart__target" x1={percent(target / 100)} x2={percent(target / 100)} y1="0" y2="26" />
    )}
  </svg>
)

const countBefore = (group: Group, index: number) =>
  group.parts.slice(0, index).reduce((sum, part) => sum + part.count, 0)

/** "14 up to date, 2 due soon, 1 overdue"; whoever hears the links is told of which group in which picture. */
const Counts = ({ group, title }: { group: Group; title: string }) => (
  <span class="app-bar__counts">
    {group.parts.map((part, index) => (
      <>
        {index > 0 && ', '}
        {part.href && part.count > 0 ? (
          <a href={safeHref(part.href)}>
            {countOf(part)}
            <span class="nhsuk-u-visually-hidden">
              {' '}
              in {group.label}, {title}
            </span>
          </a>
        ) : (
          countOf(part)
        )}
      </>
    ))}
  </span>
)

const countOf = ({ count, label }: GroupPart) => `${count} ${label.charAt(0).toLowerCase()}${label.slice(1)}`

const legendOf = (groups: readonly Group[]) => {
  const parts = groups.flatMap((group) => group.parts)
  const first = parts.filter((part, index) => parts.findIndex((other) => other.label === part.label) === index)
  return first.length > 1 ? first : undefined
}

function GroupTable({ title, groups }: { title: string; groups: readonly Group[] }) {
  const labels = [...new Set(groups.flatMap((group) => group.parts.map((part) => part.label)))]
  return (
    <Table
      caption={title}
      captionHidden
      compact
      rows={groups}
      columns={[
        { heading: 'Group', cell: (group) => (group.href ? <a href={group.href}>{group.label}</a> : group.label) },
        ...labels.map((label) => ({
          heading: label,
          numeric: true,
          cell: (group: Group) => group.parts.find((part) => part.label === label)?.count ?? 0,
        })),
        { heading: 'All', numeric: true, cell: totalOf },
      ]}
    />
  )
}
