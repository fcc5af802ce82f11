// Groups beside each other as bars: teams, staff groups, kinds of supervision. Each bar is split by how things stand.

import { Table } from '../parts/table.tsx'
import { Chart, type ChartTone, percent } from './frame.tsx'

export type GroupPart = { tone: ChartTone; label: string; count: number }
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

const rowHeight = 72

export function BarsByGroup({ title, says, groups, scale = 'shares', target }: BarsProps) {
  const largest = Math.max(1, ...groups.map(totalOf))
  const height = groups.length * rowHeight + (target === undefined ? 4 : 26)
  return (
    <Chart
      title={title}
      says={says}
      height={height}
      table={<GroupTable title={title} groups={groups} />}
      legend={legendOf(groups)}
    >
      {groups.map((group, index) => (
        <Bar
          group={group}
          top={index * rowHeight}
          whole={scale === 'shares' ? Math.max(1, totalOf(group)) : largest}
          target={target}
        />
      ))}
      {target !== undefined && <TargetWord target={target} bottom={groups.length * rowHeight} />}
    </Chart>
  )
}

const totalOf = (group: Group) => group.parts.reduce((sum, part) => sum + part.count, 0)

function Bar({ group, top, whole, target }: { group: Group; top: number; whole: number; target?: number }) {
  return (
    <>
      <text class="app-chart__label" x="0" y={top + 16}>
        {group.label}
      </text>
      <rect class="app-chart__ground" x="0" y={top + 23} width="100%" height="18" />
      {group.parts.map((part, index) => (
        <rect
          class={`app-fill--${part.tone} app-chart__part`}
          x={percent(countBefore(group, index) / whole)}
          y={top + 23}
          width={percent(part.count / whole)}
          height="18"
        />
      ))}
      {target !== undefined && (
        <line
          class="app-chart__target"
          x1={percent(target / 100)}
          x2={percent(target / 100)}
          y1={top + 19}
          y2={top + 45}
        />
      )}
      <text class="app-chart__small" x="0" y={top + 58}>
        {countsOf(group)}
      </text>
    </>
  )
}

const countBefore = (group: Group, index: number) =>
  group.parts.slice(0, index).reduce((sum, part) => sum + part.count, 0)

/** "14 up to date, 2 due soon, 1 overdue". */
const countsOf = (group: Group) =>
  group.parts.map((part) => `${part.count} ${part.label.charAt(0).toLowerCase()}${part.label.slice(1)}`).join(', ')

const TargetWord = ({ target, bottom }: { target: number; bottom: number }) => (
  <text class="app-chart__small" x={percent(target / 100)} y={bottom + 12} text-anchor="end">
    Target {target}%
  </text>
)

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
