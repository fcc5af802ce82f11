// An action learning set (SPEC 7.1): four to eight people, usually, who keep meeting, with a facilitator who looks after the
// process and may have a deputy. People of several units come together; each joins on a day and may leave on one. A set has
// one facilitator on every day; the part passes by handing it over. How many members it has at most is for the policy to
// say. Nobody joins or leaves in the past, and a set that has ended stays as it was.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, addMonths, type Day } from '../../../platform/time/day.ts'
import { londonDay, type Moment } from '../../../platform/time/moment.ts'

export type SetId = Id<'set'>
export type MembershipId = Id<'membership'>
export const setParts = ['facilitator', 'deputy', 'member'] as const
export type SetPart = (typeof setParts)[number]

/** One stretch of days for which somebody has a part in a set; `until` is the first day on which they no longer have it. */
export type Membership = {
  readonly id: MembershipId
  readonly person: PersonId
  readonly as: SetPart
  readonly from: Day
  readonly until: Day | null
}

export type LearningSet = {
  readonly id: SetId
  readonly name: string
  /** The key of its type in the policy. */
  readonly type: string
  readonly from: Day
  /** The first day on which the set is no more; null while it goes on. */
  readonly until: Day | null
  readonly madeBy: PersonId
  readonly madeAt: Moment
  readonly version: number
  readonly memberships: readonly Membership[]
}

/** How many belong to a set, by the policy; null where it does not say. */
export type SetSize = { readonly smallest: number | null; readonly largest: number | null }

/** Whether a stretch holds on a day. */
export const holdsOn = (one: { from: Day; until: Day | null }, day: Day): boolean =>
  one.from <= day && (one.until === null || day < one.until)

/** Whether a stretch is still to come, or holds. */
const isAhead = (one: Membership, day: Day): boolean => one.until === null || day < one.until

/** Whether the set goes on: begun or about to begin. */
export const isGoingOn = (set: Pick<LearningSet, 'until'>, day: Day): boolean => set.until === null || day < set.until

/** Everybody who has a part in the set on a day, the facilitator first. */
export const peopleOn = (set: LearningSet, day: Day): readonly Membership[] =>
  isGoingOn(set, day)
    ? set.memberships
        .filter((one) => holdsOn(one, day))
        .toSorted((a, b) => setParts.indexOf(a.as) - setParts.indexOf(b.as))
    : []

/** Those who have one part on a day. */
export const withPart = (set: LearningSet, part: SetPart, day: Day): readonly PersonId[] =>
  peopleOn(set, day).flatMap((one) => (one.as === part ? [one.person] : []))

/** Whether somebody belongs to the set on a day, in whatever part. */
export const belongs = (set: LearningSet, person: PersonId, day: Day): boolean =>
  peopleOn(set, day).some((one) => one.person === person)

/** Whether somebody leads the set on a day: its facilitator, or the deputy. */
export const leads = (set: LearningSet, person: PersonId, day: Day): boolean =>
  peopleOn(set, day).some((one) => one.person === person && one.as !== 'member')

const MONTHS_AHEAD = 12
const YEARS_BACK = 5

/** A new set, which may have met on paper for some years already. */
export function decideSet(what: {
  from: Day
  facilitator: PersonId
  deputy: PersonId | null
  today: Day
  facilitators: ReadonlySet<PersonId>
}): Decision {
  if (what.from > addMonths(what.today, MONTHS_AHEAD))
    return no('The first day must be within a year from today', 'from')
  if (what.from < addMonths(what.today, -12 * YEARS_BACK))
    return no(`The first day must be within the last ${YEARS_BACK} years`, 'from')
  if (!what.facilitators.has(what.facilitator)) return no(notFacilitator, 'facilitator')
  return what.deputy === what.facilitator ? no('Choose somebody else as deputy than the facilitator', 'deputy') : yes()
}

const notFacilitator =
  'The policy does not name this person as a facilitator of sets. An administrator can give them that supervisor role'
const endedWords = 'This set has ended'
const pastWords = 'Choose today or a later day: who was in the set before stays as it was'

/** Somebody joins as a member or as deputy, from a day. Nobody but its facilitator brings themselves in. */
export function decideJoin(
  set: LearningSet,
  what: { person: PersonId; as: 'member' | 'deputy'; from: Day; by: PersonId; today: Day; size: SetSize },
): Decision {
  if (!isGoingOn(set, what.today)) return no(endedWords)
  // Those who were there from the start are entered on the day the set is made.
  if (what.from < what.today && what.today > londonDay(set.madeAt)) return no(pastWords, 'from')
  if (what.from < set.from) return no('The set has not begun on that day', 'from')
  if (what.from > addMonths(what.today, MONTHS_AHEAD)) return no('Choose a day within a year from today', 'from')
  if (what.person === what.by && !leads(set, what.by, what.today))
    return no('Nobody brings themselves into a set. Ask its facilitator', 'people')
  const own = set.memberships.filter((one) => one.person === what.person && isAhead(one, what.from))
  if (own.some((one) => one.as === 'facilitator')) return no('The facilitator is in the set already', 'people')
  if (own.some((one) => one.as === what.as)) return no('They are in the set already, or about to be', 'people')
  if (what.as === 'deputy' && set.memberships.some((one) => one.as === 'deputy' && isAhead(one, what.from)))
    return no('The set has a deputy already. Say first from when they no longer are', 'people')
  return what.as === 'member' ? hasRoom(set, what) : yes()
}

function hasRoom(set: LearningSet, { from, size }: { from: Day; size: SetSize }): Decision {
  const members = set.memberships.filter((one) => one.as === 'member' && isAhead(one, from))
  if (size.largest === null || members.length < size.largest) return yes()
  return no(`By your policy a set has ${size.largest} members at most, and this one has ${members.length}`, 'people')
}

/** A member or the deputy is no longer in the set from a day on. The facilitator hands over instead. */
export function decideLeave(
  set: LearningSet,
  membership: Membership | undefined,
  what: { until: Day; today: Day },
): Decision<Membership> {
  if (!membership) return no('They are not in this set')
  if (!isGoingOn(set, what.today)) return no(endedWords)
  if (membership.as === 'facilitator') return no('A set is never without a facilitator: hand over instead')
  if (!isAhead(membership, what.today)) return no('They have left the set already')
  if (what.until < what.today) return no(pastWords, 'until')
  if (what.until > addMonths(what.today, MONTHS_AHEAD)) return no('Choose a day within a year from today', 'until')
  return yes({ ...membership, until: what.until < membership.from ? membership.from : what.until })
}

/** What handing over changes: stretches that end today, and one that begins. */
export type HandingOver = { readonly ended: readonly Membership[]; readonly to: PersonId }

/** The part of the facilitator passes from today: to somebody whom the policy names, or to the deputy (SPEC 7.5). */
export function decideHandingOver(
  set: LearningSet,
  what: { to: PersonId; by: PersonId; today: Day; facilitators: ReadonlySet<PersonId> },
): Decision<HandingOver> {
  if (!isGoingOn(set, what.today)) return no(endedWords)
  const now = set.memberships.filter((one) => isAhead(one, what.today))
  const before = now.find((one) => one.as === 'facilitator')
  if (before?.person === what.to) return no('They facilitate this set already', 'to')
  const isDeputy = now.some((one) => one.as === 'deputy' && one.person === what.to)
  if (!isDeputy && what.to === what.by) return no('Nobody takes a set over for themselves. Ask its facilitator', 'to')
  if (!isDeputy && !what.facilitators.has(what.to)) return no(notFacilitator, 'to')
  const ended = now.filter((one) => one.as === 'facilitator' || one.person === what.to)
  return yes({ ended: ended.map((one) => endedOn(one, what.today)), to: what.to })
}

/** A stretch that ends on a day; one that had not begun never was. */
const endedOn = (one: Membership, day: Day): Membership => ({ ...one, until: one.from > day ? one.from : day })

/** The set is no more from today on, and everybody's part in it ends. */
export function decideEnd(set: LearningSet, today: Day): Decision<LearningSet> {
  if (!isGoingOn(set, today)) return no('This set has ended already')
  const memberships = set.memberships.map((one) => (isAhead(one, today) ? endedOn(one, today) : one))
  return yes({ ...set, until: today < set.from ? set.from : today, memberships, version: set.version + 1 })
}

/** 'begins later', 'meets' or 'has ended', on a day. */
export function standingOfSet(
  set: Pick<LearningSet, 'from' | 'until'>,
  day: Day,
): 'begins later' | 'meets' | 'has ended' {
  if (!isGoingOn(set, day)) return 'has ended'
  return day < set.from ? 'begins later' : 'meets'
}

/** The last day of a stretch, for reading; null while it has none. */
export const lastDay = (one: { from: Day; until: Day | null }): Day | null =>
  one.until === null ? null : one.until <= one.from ? one.from : addDays(one.until, -1)
