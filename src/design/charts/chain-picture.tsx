// The chain of supervision as a picture: who supervises whom, from left to right, each level a column. Wide screens only: on a
// phone the nested list beneath says the same.
import type { Tone } from '../parts/tag.tsx'
import { Chart } from './frame.tsx'

export type ChainNode = {
  readonly name: string
  /** How it stands, in a word or two; never by the colour alone. */
  readonly state: string
  readonly tone: Tone
  readonly below: readonly ChainNode[]
}

type Placed = {
  readonly node: ChainNode
  readonly level: number
  /** In rows, from the top. */
  readonly y: number
  /** The row of the one above; null for the first. */
  readonly from: number | null
}

const ROW = 52
const HEIGHT = 40

/** `table` says the same in words. Names longer than their box are cut in the picture and whole in the table. */
export function ChainPicture(props: {
  title: string
  says: string
  roots: readonly ChainNode[]
  table: Parameters<typeof Chart>[0]['table']
}) {
  const { placed, next } = placeAll(props.roots, 0, 0)
  const levels = Math.max(1, ...placed.map(({ level }) => level + 1))
  const share = 100 / levels
  return (
    <div class="app-chain-picture">
      <Chart title={props.title} says={props.says} height={Math.max(1, next) * ROW} table={props.table}>
        {placed.map((one) => (
          <Line one={one} share={share} />
        ))}
        {placed.map((one) => (
          <Box one={one} share={share} />
        ))}
      </Chart>
    </div>
  )
}

type PlacedAll = { readonly placed: readonly Placed[]; readonly next: number }

/** Puts each node beside the middle of those below it, from a row down; answers the next free row too. */
function placeAll(nodes: readonly ChainNode[], level: number, row: number): PlacedAll {
  const placed: Placed[] = []
  let next = row
  for (const node of nodes) {
    const below = placeAll(node.below, level + 1, next)
    const ys = below.placed.filter((one) => one.level === level + 1).map((one) => one.y)
    const y = ys.length === 0 ? next : ((ys[0] ?? next) + (ys.at(-1) ?? next)) / 2
    placed.push({ node, level, y, from: null })
    placed.push(...below.placed.map((one) => (one.level === level + 1 ? { ...one, from: y } : one)))
    next = Math.max(below.next, next + 1)
  }
  return { placed, next }
}

const x = (level: number, share: number, within: number): string =>
  `${Math.round((level * share + share * within) * 100) / 100}%`

function Line({ one, share }: { one: Placed; share: number }) {
  if (one.from === null || one.level === 0) return null
  const [x1, x2] = [x(one.level - 1, share, 0.86), x(one.level, share, 0)]
  const middle = (y: number) => y * ROW + HEIGHT / 2
  return <line class="app-chart__tick" x1={x1} x2={x2} y1={middle(one.from)} y2={middle(one.y)} />
}

const Box = ({ one, share }: { one: Placed; share: number }) => (
  <svg x={x(one.level, share, 0)} y={one.y * ROW} width={`${share * 0.86}%`} height={HEIGHT}>
    <rect class="app-chart__ground" width="100%" height={HEIGHT} />
    <rect class={`app-fill--${one.node.tone}`} width="6" height={HEIGHT} />
    <text x="14" y="17">
      {one.node.name}
    </text>
    <text class="app-chart__small" x="14" y="34">
      {one.node.state}
    </text>
  </svg>
)
