// What pages say of recommendations: where they are, how they stand, and when they are late.
import type { Tone } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { isSettled, type Recommendation, type RecommendationState } from './recommendation.ts'

/** The page of a recommendation. */
export const recommendationAddress = ({ id }: Pick<Recommendation, 'id'>): string =>
  `/peer-reviews/recommendations/${id}`

const plain: Readonly<Record<RecommendationState, { tone: Tone; words: string }>> = {
  proposed: { tone: 'new', words: 'Not begun' },
  'under way': { tone: 'waiting', words: 'Under way' },
  embedded: { tone: 'good', words: 'Everyday practice' },
  'not taken up': { tone: 'quiet', words: 'Not taken up' },
}

/** How it stands; one that is not settled by its day is late. */
export const standingOfRecommendation = (one: Recommendation, today: Day): { tone: Tone; words: string } =>
  !isSettled(one) && one.due < today ? { tone: 'late', words: `${plain[one.state].words}, late` } : plain[one.state]

/** How a report says that it stood. */
export const stateWords = (state: RecommendationState): string => plain[state].words
