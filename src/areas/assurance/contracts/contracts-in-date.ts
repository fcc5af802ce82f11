// Who has the contract that their supervision needs, and who has not (SPEC 3.3, 4.4): of those who must have a kind that needs
// one, or who have a supervisor for it, how many have one in force on the day. One that ends within 60 days is in force and
// said to end soon. Facts only: that it holds and until when; nothing of what was agreed, and to managers not with whom.
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Policy } from '../../policy/index.ts'
import type { UnitId } from '../../people/index.ts'
import { type ContractState, type ContractTerms, endsSoon } from '../../supervision/index.ts'

/** A kind of supervision that needs a contract, with its target. */
export type ContractKind = {
  readonly type: string
  readonly name: string
  readonly contract: ContractTerms
  /** In per cent; null when the policy sets none. */
  readonly target: number | null
}

/** One person and one kind of supervision on a day. */
export type ContractLine = {
  readonly person: PersonId
  readonly name: string
  readonly unit: UnitId | null
  readonly type: string
  readonly state: ContractState
}

export const ways = ['missing', 'over', 'on-its-way', 'ends-soon', 'in-force'] as const
/** How somebody's contract stands, as figures count it. */
export type Way = (typeof ways)[number]

export const wayWords: Readonly<Record<Way, string>> = {
  missing: 'No contract',
  over: 'No longer in force',
  'on-its-way': 'Being written or signed',
  'ends-soon': 'Ends within 60 days',
  'in-force': 'In force',
}

/** One that ends soon is found under "in force", too. */
export function waysOf({ state }: Pick<ContractLine, 'state'>, day: Day): readonly Way[] {
  if (state.is === 'in force') return endsSoon(state, day) ? ['ends-soon', 'in-force'] : ['in-force']
  return [state.is === 'none' ? 'missing' : state.is === 'over' ? 'over' : 'on-its-way']
}

export type ContractFigure = {
  readonly inForce: number
  /** Of those in force. */
  readonly endsSoon: number
  readonly of: number
  /** Rounded down, so that 100 means everybody; null of nobody. */
  readonly percent: number | null
}

/** How many of these have a contract in force on the day. */
export function figureOf(lines: readonly ContractLine[], day: Day): ContractFigure {
  const count = (way: Way) => lines.filter((one) => waysOf(one, day).includes(way)).length
  const inForce = count('in-force')
  const of = lines.length
  return { inForce, endsSoon: count('ends-soon'), of, percent: of === 0 ? null : Math.floor((inForce * 100) / of) }
}

/** '38 of 41 in force (92%), 3 of them end within 60 days' */
export function figureWords({ inForce, of, percent, endsSoon: soon }: ContractFigure): string {
  if (percent === null) return 'Nobody here needs one.'
  const ending = soon === 0 ? '' : `, ${soon} of them ${soon === 1 ? 'ends' : 'end'} within 60 days`
  return `${inForce} of ${of} in force (${percent}%)${ending}`
}

/** How one contract stands, in a few words, with its last day. */
export function lineWords({ state }: Pick<ContractLine, 'state'>): string {
  if (state.is === 'none') return 'No contract'
  if (state.is === 'in force') return `In force until ${formatDay(addDays(state.until, -1))}`
  if (state.is === 'over') return `Ended ${formatDay(addDays(state.until, -1))}`
  return state.state === 'signing' ? 'To be signed' : 'Being written'
}

export type LineTone = 'good' | 'soon' | 'late' | 'new'
/** The tone of its tag; the words say the same. */
export function lineTone({ state }: Pick<ContractLine, 'state'>, day: Day): LineTone {
  if (state.is === 'in force') return endsSoon(state, day) ? 'soon' : 'good'
  return state.is === 'on its way' ? 'new' : 'late'
}

/** Most pressing first: none, over, on its way, then by the day on which it ends; then by name. */
export function byPressure(a: ContractLine, b: ContractLine): number {
  const rank = { none: 0, over: 1, 'on its way': 2, 'in force': 3 }
  const until = ({ state }: ContractLine) => (state.is === 'in force' || state.is === 'over' ? state.until : '')
  return (
    rank[a.state.is] - rank[b.state.is] ||
    until(a).localeCompare(until(b)) ||
    a.name.localeCompare(b.name, 'en-GB') ||
    a.type.localeCompare(b.type)
  )
}

/** The kinds that need a contract of two, each with the policy's target for contracts in date. */
export function contractKinds(
  policy: Policy,
  terms: readonly { readonly key: string; readonly name: string; readonly contract: ContractTerms | null }[],
): readonly ContractKind[] {
  const targets = policy.packs
    .flatMap((pack) => pack.targets ?? [])
    .filter((target) => target.measure === 'agreements in date')
  return terms.flatMap(({ key, name, contract }) => {
    if (!contract || contract.groundRules) return []
    const target = targets.find((one) => !one.types || one.types.includes(key))
    const atLeast = typeof target?.atLeast === 'string' ? /^(\d+(?:\.\d+)?)\s*%$/.exec(target.atLeast)?.[1] : undefined
    return [{ type: key, name, contract, target: atLeast === undefined ? null : Number(atLeast) }]
  })
}
