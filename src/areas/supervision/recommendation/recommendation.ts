// What a peer review recommends is followed until it is everyday practice (SPEC 5.8): somebody owns it, for a team or for all, by a
// day. Its owner reports how it stands; that it is embedded, or will not be taken up, is said with what shows it. Those that are not
// settled come first at every following date of the forum, whoever owns them.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { UnitId } from '../../people/index.ts'
import type { ForumId } from '../peer-review/forum.ts'
import type { ReviewId } from '../reviewing/review.ts'

export type RecommendationId = Id<'recommendation'>

export const recommendationStates = ['proposed', 'under way', 'embedded', 'not taken up'] as const
export type RecommendationState = (typeof recommendationStates)[number]

export type Recommendation = {
  readonly id: RecommendationId
  readonly forum: ForumId
  readonly review: ReviewId
  readonly owner: PersonId
  /** The team that it is for; null: for everybody. */
  readonly unit: UnitId | null
  readonly due: Day
  readonly state: RecommendationState
  readonly madeBy: PersonId
  readonly madeAt: Moment
  readonly version: number
}

/** What its owner, or whoever facilitates the forum, said of it; the words are sealed. */
export type RecommendationReport = {
  readonly id: Id<'report'>
  readonly state: RecommendationState
  readonly due: Day
  readonly reportedBy: PersonId
  readonly reportedAt: Moment
}

export const isSettled = ({ state }: Pick<Recommendation, 'state'>): boolean =>
  state === 'embedded' || state === 'not taken up'

/** A report on how it stands, from the version on the screen. What is settled is taken up again by whoever facilitates alone. */
export function decideReport(
  one: Recommendation,
  what: { readonly state: RecommendationState; readonly due: Day; readonly words: string; readonly version: number },
  { isChair, today }: { readonly isChair: boolean; readonly today: Day },
): Decision {
  if (what.version !== one.version) return no('Somebody reported on it meanwhile. Look at it again')
  if (isSettled(one) && !isChair) return no('It is settled. Whoever facilitates the forum can take it up again')
  const settles = isSettled(what)
  if (settles && what.words.trim() === '')
    return no(what.state === 'embedded' ? 'Say what shows that it is everyday practice' : 'Say why not', 'words')
  return !settles && what.due < today ? no('By when must be today or later', 'due') : yes()
}

/** Whose it is after a report: whoever takes up again what was settled sees to it, when its owner has left since. */
export const ownerAfter = (
  one: Recommendation,
  { by, ownerIsHere }: { readonly by: PersonId; readonly ownerIsHere: boolean },
): PersonId => (isSettled(one) && !ownerIsHere ? by : one.owner)

/** Gives it to somebody else, from the version on the screen; they must work here, and it must not be settled. */
export function decideOwner(
  one: Recommendation,
  { owner, version, isHere }: { readonly owner: PersonId; readonly version: number; readonly isHere: boolean },
): Decision {
  if (version !== one.version) return no('Somebody reported on it meanwhile. Look at it again')
  if (isSettled(one)) return no('It is settled. Nobody has to see to it')
  if (!isHere) return no('Choose somebody who works here', 'owner')
  return owner === one.owner ? no('They see to it already', 'owner') : yes()
}

/** Those that are not settled, the earliest day first; those settled after them, the newest first. */
export const inOrder = (all: readonly Recommendation[]): readonly Recommendation[] =>
  all.toSorted(
    (a, b) =>
      Number(isSettled(a)) - Number(isSettled(b)) ||
      (isSettled(a) ? b.madeAt.localeCompare(a.madeAt) : a.due.localeCompare(b.due)) ||
      a.id.localeCompare(b.id),
  )
