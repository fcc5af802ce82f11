// From a set to what its pages say.
import type { Tone } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import {
  lastDay,
  type LearningSet,
  type Membership,
  peopleOn,
  type SetPart,
  type SetSize,
  standingOfSet,
  withPart,
} from './set.ts'

/** 'Facilitator' */
export const partWords: Readonly<Record<SetPart, string>> = {
  facilitator: 'Facilitator',
  deputy: 'Deputy',
  member: 'Member',
}

/** 'Meets since 3 February 2027, 7 members' */
export function setInWords(set: LearningSet, today: Day): string {
  const count = withPart(set, 'member', today).length
  const members = count === 1 ? '1 member' : `${count} members`
  const standing = standingOfSet(set, today)
  if (standing === 'has ended') return `Ended, last day ${formatDay(lastDay(set) ?? set.from)}`
  if (standing === 'begins later') return `Begins on ${formatDay(set.from)}, ${aheadWords(set)}`
  return `Meets since ${formatDay(set.from)}, ${members}`
}

const aheadWords = (set: LearningSet): string => {
  const count = new Set(
    set.memberships.filter((one) => one.as === 'member' && one.until === null).map((one) => one.person),
  ).size
  return count === 1 ? '1 member so far' : `${count} members so far`
}

export function standingTag(set: LearningSet, today: Day): { tone: Tone; words: string } {
  const standing = standingOfSet(set, today)
  if (standing === 'has ended') return { tone: 'quiet', words: 'Ended' }
  return standing === 'meets' ? { tone: 'good', words: 'Meets' } : { tone: 'waiting', words: 'Begins later' }
}

/** Whoever is in the set or will be, the facilitator first; then those who have left, the last first. */
export function nowAndBefore(set: LearningSet, today: Day) {
  const now = peopleOn(set, today)
  const rest = set.memberships.filter((one) => !now.includes(one) && one.until !== one.from)
  return {
    now,
    ahead: rest.filter((one) => one.from > today),
    before: rest.filter((one) => one.from <= today).toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1)),
  }
}

/** 'Since 3 February 2027, until 1 March 2027' */
export function stretchInWords(one: Membership, today: Day): string {
  const last = lastDay(one)
  if (one.from > today) return `From ${formatDay(one.from)}${last ? ` to ${formatDay(last)}` : ''}`
  if (last === null) return `Since ${formatDay(one.from)}`
  return last < today
    ? `${formatDay(one.from)} to ${formatDay(last)}`
    : `Since ${formatDay(one.from)}, last day ${formatDay(last)}`
}

/** What the policy says of the set's size, when it is not kept; null when all is well. */
export function sizeAdvice(set: LearningSet, size: SetSize, today: Day): string | null {
  const members = set.memberships.filter(
    (one) => one.as === 'member' && (one.until === null || one.until > today),
  ).length
  if (size.smallest !== null && members < size.smallest)
    return `A set usually has at least ${size.smallest} members. ${members === 0 ? 'Nobody has joined yet.' : `This one has ${members}.`}`
  return size.largest !== null && members > size.largest
    ? `A set usually has ${size.largest} members at most. This one has ${members}.`
    : null
}
