// How the recommendations of peer review stand, counted (SPEC 5.8): by state, and by how long ago each was made. Facts alone: who sees
// to it, for which team, by when. What is recommended stands in none of it.
import { addMonths, type Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import {
  isSettled,
  type Recommendation,
  type RecommendationState,
  recommendationStates,
} from '../recommendation/recommendation.ts'

/** The ages, by the months up to which each goes; the last one has no end. */
export const ages = [
  { words: 'Under 3 months', months: 3 },
  { words: '3 to 6 months', months: 6 },
  { words: '6 to 12 months', months: 12 },
  { words: 'Over a year', months: Infinity },
] as const

export type StateCount = {
  readonly state: RecommendationState
  /** One for each of `ages`. */
  readonly byAge: readonly number[]
  readonly all: number
  /** Not settled by its day. */
  readonly late: number
}

/** How many there are of each state, by age. */
export function countRecommendations(all: readonly Recommendation[], today: Day): readonly StateCount[] {
  return recommendationStates.map((state) => {
    const those = all.filter((one) => one.state === state)
    const byAge = ages.map((_, at) => those.filter((one) => ageOf(one, today) === at).length)
    return { state, byAge, all: those.length, late: those.filter((one) => isLate(one, today)).length }
  })
}

/** Not settled by the day by which it was to be. */
export const isLate = (one: Pick<Recommendation, 'state' | 'due'>, today: Day): boolean =>
  !isSettled(one) && one.due < today

/** Which of the ages it has; a month is over on the same day of the next one. */
function ageOf({ madeAt }: Pick<Recommendation, 'madeAt'>, today: Day): number {
  const made = londonDay(madeAt)
  return ages.findIndex(({ months }) => months === Infinity || today < addMonths(made, months))
}
