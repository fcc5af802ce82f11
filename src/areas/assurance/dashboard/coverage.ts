// Coverage: of those who must have a kind of supervision, how many are up to date. Only mandatory supervision counts;
// whoever is excused is left out of the sum and shown beside it, so that every percentage says what it is of (SPEC 3.3).
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { UnitId } from '../../people/index.ts'
import type { ObligationState, Strength } from '../figures/span.ts'

/** One person's answer to one requirement on the day of the dashboard. */
export type Standing = {
  readonly person: PersonId
  readonly requirement: string
  readonly type: string
  readonly strength: Strength
  readonly state: ObligationState
  readonly dueOn: Day | null
  readonly lastOn: Day | null
}

/** A standing with where the person works on that day. */
export type PlacedStanding = Standing & {
  readonly name: string
  readonly unit: UnitId | null
  readonly staffGroup: string | null
}

export type TrendPoint = { readonly day: Day; readonly type: string; readonly met: number; readonly of: number }

/** The policy's words for a dashboard on a day, its target in per cent, and how many people's figures still wait. */
export type DashboardPolicy = {
  readonly names: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  readonly target: number | null
  readonly waiting: number
}

export type Coverage = {
  /** Met or due soon. */
  readonly upToDate: number
  readonly dueSoon: number
  readonly overdue: number
  readonly neverHad: number
  /** upToDate + overdue + neverHad: what the percentage is of. */
  readonly of: number
  readonly excused: number
  /** Recommended, as required or voluntary: shown, never counted. */
  readonly notCounted: number
  /** Whole per cent, rounded down so that 100 means everybody; null of nobody. */
  readonly percent: number | null
}

/** How many standings there are of each strength and state. */
export type Tally = Pick<Standing, 'strength' | 'state'> & { readonly count: number }

/** The coverage of standings that are at hand. */
export const coverageOf = (standings: readonly Standing[]): Coverage =>
  coverageFrom(standings.map(({ strength, state }) => ({ strength, state, count: 1 })))

/** The same from counts, for large numbers that nobody needs one by one. */
export function coverageFrom(tallies: readonly Tally[]): Coverage {
  const sum = (of: readonly Tally[]) => of.reduce((all, one) => all + one.count, 0)
  const counted = tallies.filter((one) => one.strength === 'mandatory')
  const count = (...states: readonly ObligationState[]) => sum(counted.filter((one) => states.includes(one.state)))
  const upToDate = count('met', 'due soon')
  const overdue = count('overdue')
  const neverHad = count('never had')
  const of = upToDate + overdue + neverHad
  return {
    upToDate,
    dueSoon: count('due soon'),
    overdue,
    neverHad,
    of,
    excused: count('excused'),
    notCounted: sum(tallies) - sum(counted),
    percent: of === 0 ? null : Math.floor((upToDate * 100) / of),
  }
}

/** '14 of 17 up to date. 2 excused are left out. 3 recommended are not counted.' */
export function coverageInWords(coverage: Coverage): string {
  if (coverage.of === 0 && coverage.excused === 0) return 'Nobody here must have it.'
  return [
    `${coverage.upToDate} of ${coverage.of} up to date.`,
    coverage.excused > 0 ? `${coverage.excused} excused ${coverage.excused === 1 ? 'is' : 'are'} left out.` : '',
    coverage.notCounted > 0
      ? `${coverage.notCounted} recommended or as required ${coverage.notCounted === 1 ? 'is' : 'are'} not counted.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The states that want somebody to act, worst first. */
const worst: readonly ObligationState[] = [
  'overdue',
  'never had',
  'due soon',
  'met',
  'excused',
  'recommended',
  'as required',
  'voluntary',
]

/** Most pressing first: overdue longest, then never had, due soonest. */
export function byUrgency(a: Standing, b: Standing): number {
  const rank = (one: Standing) => (one.strength === 'mandatory' ? 0 : 10) + worst.indexOf(one.state)
  return rank(a) - rank(b) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')
}

/** Groups standings by what they have in common; the groups keep the order in which they were first met. */
export const groupStandings = <Key>(
  standings: readonly Standing[],
  keyOf: (one: Standing) => Key,
): ReadonlyMap<Key, readonly Standing[]> => Map.groupBy(standings, keyOf)
