// From a cohort to what its pages say.
import type { Tone } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Policy } from '../../policy/index.ts'
import { setTermsOf } from '../set/set-terms.view.ts'
import type { LearningSet, SetId, SetSize } from '../set/set.ts'
import { type Cohort, type Room, standingOfCohort } from './cohort.ts'

/** '3 February 2027 to 1 February 2028' */
export const daysOfCohort = ({ from, lastDay }: Pick<Cohort, 'from' | 'lastDay'>): string =>
  `${formatDay(from)} to ${formatDay(lastDay)}`

export function cohortTag(cohort: Cohort, today: Day): { tone: Tone; words: string } {
  const standing = standingOfCohort(cohort, today)
  if (standing === 'is over') return { tone: 'quiet', words: 'Over' }
  return standing === 'meets' ? { tone: 'good', words: 'Meets' } : { tone: 'waiting', words: 'Begins later' }
}

/** How full a set is: words with the mark that goes with them. */
export function roomTag({ words }: Room): { tone: Tone; words: string } {
  if (words === 'is full') return { tone: 'good', words: 'Full' }
  if (words === 'is small') return { tone: 'waiting', words: 'Needs more people' }
  return words === 'has room' ? { tone: 'new', words: 'Has room' } : { tone: 'quiet', words: 'Ended' }
}

/** '6 of 8', or '6' where the policy does not say how many there may be. */
export const membersOf = ({ members }: Room, { largest }: SetSize): string =>
  largest === null ? String(members) : `${members} of ${largest}`

const anySize: SetSize = { smallest: null, largest: null }

/** What the policy says of the size of each set. */
export const sizesIn = (policy: Policy, sets: readonly LearningSet[]): ReadonlyMap<SetId, SetSize> =>
  new Map(sets.map((set) => [set.id, setTermsOf(policy, set.type) ?? anySize]))

/** The address of a cohort. */
export const cohortHref = ({ cohort }: { readonly cohort: Pick<Cohort, 'id'> }): string =>
  `/action-learning/cohorts/${cohort.id}`
