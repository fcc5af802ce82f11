// What each session is worth under a requirement, and why when it is worth nothing: too short, not the right
// supervisor, only observed, too large a group, over a yearly cap. SPEC 2.3.
import { addMonthsToNumber } from '../../../platform/time/day.ts'
import type { AmountUnit } from '../rule/amount.ts'
import type { AttendanceCredit, Cap, Requirement } from '../rule/requirement.ts'
import { meets, sameWord, testWords } from '../rule/test-of-facts.ts'
import { type Facts, type HeldSession, sessionSubject } from './person-facts.ts'
import { intervalWords } from '../rule/interval.ts'
import { after, windowAround } from './windows.ts'

/** A session with its worth; `why` says in a few words why it does not count (or not in full), null when it does. */
export type Credited = {
  readonly session: HeldSession
  readonly day: number
  readonly sessions: number
  readonly minutes: number
  readonly why: string | null
}

/** The sessions of this requirement's types in a settled order, each with its worth. Independent of the order given. */
export function creditsOf(requirement: Requirement, facts: Facts): Credited[] {
  const ofType = facts.sessions.filter(
    (session) =>
      requirement.types.length === 0 || session.type === '' || requirement.types.includes(sameWord(session.type)),
  )
  const settled = ofType.length < 2 ? ofType : [...ofType].sort(inOrder)
  const credited = apart(
    requirement,
    settled.map((session) => creditOf(requirement, session)),
  )
  const caps = requirement.steps.flatMap((step) => step.caps).filter((cap) => cap.rhythm !== null)
  return [...new Set(caps)].reduce((sessions, cap) => withinCap(sessions, cap), credited)
}

function inOrder(one: HeldSession, other: HeldSession): number {
  if (one.day !== other.day) return one.day - other.day
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Sessions too soon after the last one that counts do not count. */
function apart({ counting }: Requirement, sessions: Credited[]): Credited[] {
  const gap = counting.apart
  if (gap === null) return sessions
  let free = Number.NEGATIVE_INFINITY
  return sessions.map((one) => {
    if (one.sessions === 0 && one.minutes === 0) return one
    if (one.day < free) return nothing(one.session, `too soon after the one before (${intervalWords(gap)} apart)`)
    free = after(one.day, gap)
    return one
  })
}

const nothing = (session: HeldSession, why: string): Credited => ({
  session,
  day: session.day,
  sessions: 0,
  minutes: 0,
  why,
})

function creditOf(requirement: Requirement, session: HeldSession): Credited {
  const why = whyNot(requirement, session)
  if (why !== null) return nothing(session, why)
  const { share, minutes } = attended(requirement, session)
  if (share === 0)
    return nothing(
      session,
      session.attendance === 'observing' ? 'only observed' : `attendance was ${session.attendance}`,
    )
  const capped = Math.min(minutes, requirement.counting.longest)
  const group = requirement.group
  if (!group?.credit || session.attendees < 2)
    return { session, day: session.day, sessions: share, minutes: capped, why: null }
  const values = {
    attendees: Math.max(1, session.attendees),
    supervisors: Math.max(1, session.supervisors.length),
    sessions: share,
  }
  const credit = group.credit({ ...values, minutes: capped })
  const perMinute = capped > 0 ? credit / capped : 0
  const inSessions = group.creditWords.includes('sessions') ? credit : share * Math.min(1, perMinute)
  return { session, day: session.day, sessions: inSessions, minutes: Math.min(credit, group.creditAtMost), why: null }
}

function attended({ counting }: Requirement, session: HeldSession): { share: number; minutes: number } {
  const full = session.minutes ?? 0
  const rule: AttendanceCredit =
    session.attendance === 'late'
      ? counting.late
      : session.attendance === 'partial'
        ? counting.partial
        : session.attendance === 'observing'
          ? counting.observing
          : 'counts'
  if (rule === 'does not count') return { share: 0, minutes: 0 }
  if (rule === 'half') return { share: 0.5, minutes: full / 2 }
  if (rule === 'minutes attended') return { share: 1, minutes: session.minutesAttended ?? full }
  return { share: 1, minutes: full }
}

function whyNot(requirement: Requirement, session: HeldSession): string | null {
  const { counting, group, supervisors } = requirement
  if (session.attendance === 'absent') return 'did not attend'
  if (counting.part !== 'either' && session.part !== counting.part)
    return session.part === 'delivering' ? 'given, not received' : 'received, not given'
  if (session.outside && counting.outside === 'does not count') return 'held elsewhere'
  if (session.outside && counting.outside === 'counts when vouched for' && session.vouchedBy === null)
    return 'held elsewhere and nobody vouches for it'
  if (counting.where && !meets(counting.where, sessionSubject(session)))
    return `counts only when ${testWords(counting.where)}`
  const length = lengthThatCounts(requirement, session)
  if (counting.shortest > 0 && length === null) return 'its length is not recorded'
  if (length !== null && length < counting.shortest) return `${length} minutes, shorter than ${counting.shortest}`
  if (group && session.attendees > group.largest) return `a group of ${session.attendees}, more than ${group.largest}`
  if (group && session.attendees > 1 && session.attendees < group.smallest)
    return `a group of ${session.attendees}, fewer than ${group.smallest}`
  if (supervisors === null || meets({ supervisor: supervisors }, sessionSubject(session))) return null
  return session.supervisors.length === 0
    ? 'no supervisor is recorded'
    : `the supervisor has to be ${testWords(supervisors)}`
}

function lengthThatCounts(requirement: Requirement, session: HeldSession): number | null {
  if (session.attendance === 'partial' || session.attendance === 'late')
    return session.minutesAttended ?? session.minutes
  return requirement.counting.shortest > 0 ? (session.minutesAttended ?? session.minutes) : session.minutes
}

/** A cap with a window of its own ("at most 2 remote sessions a year"): in order of time, what is over it does not count. */
function withinCap(sessions: readonly Credited[], cap: Cap): Credited[] {
  const counted: { day: number; value: number }[] = []
  const limit = cap.amount?.count ?? Number.POSITIVE_INFINITY
  const unit = cap.amount?.unit === 'minutes' ? 'minutes' : 'sessions'
  return sessions.map((one) => {
    if (one[unit] === 0 || !meets(cap.where, sessionSubject(one.session))) return one
    const opens = opensOf(cap, one.day)
    const used = counted.reduce((sum, earlier) => (earlier.day >= opens ? sum + earlier.value : sum), 0)
    const share = Math.max(0, Math.min(1, (limit - used) / one[unit]))
    counted.push({ day: one.day, value: one[unit] * share })
    if (share === 1) return one
    return {
      ...one,
      sessions: one.sessions * share,
      minutes: one.minutes * share,
      why: `over the limit for ${cap.name}`,
    }
  })
}

/** The first day of the cap's own window for a session on this day. */
function opensOf(cap: Cap, day: number): number {
  if (cap.rhythm?.kind === 'periods') return windowAround(cap.rhythm.period, day, day).from
  const interval = cap.rhythm?.kind === 'rolling' ? cap.rhythm.intervals[0] : undefined
  if (!interval) return Number.NEGATIVE_INFINITY
  return interval.unit === 'month'
    ? addMonthsToNumber(day, -interval.count) + 1
    : day - interval.count * (interval.unit === 'week' ? 7 : 1) + 1
}

/** The worth of credited sessions together, in a unit; different periods are counted once each. */
export function tallyOf(
  sessions: readonly Credited[],
  unit: AmountUnit,
  limits: readonly { holds: (one: Credited) => boolean; most: number }[] = [],
): number {
  if (unit !== 'sessions' && unit !== 'minutes') return periodsOf(sessions, unit).size
  const left = limits.map((limit) => limit.most)
  let total = 0
  for (let at = sessions.length - 1; at >= 0; at--) {
    const one = sessions[at]!
    const within = limits.flatMap((limit, which) => (limit.holds(one) ? [which] : []))
    const value = Math.min(one[unit], ...within.map((which) => left[which]!))
    for (const which of within) left[which] = left[which]! - value
    total += value
  }
  return total
}

const perDistinct = {
  days: { count: 1, unit: 'day' },
  weeks: { count: 1, unit: 'week' },
  months: { count: 1, unit: 'month' },
  quarters: { count: 3, unit: 'month' },
} as const
const monday = '2000-01-03'
const newYear = '2000-01-01'

function periodsOf(sessions: readonly Credited[], unit: keyof typeof perDistinct): Set<number> {
  const period = { length: perDistinct[unit], origin: unit === 'weeks' ? monday : newYear }
  return new Set(sessions.filter((one) => one.sessions > 0).map((one) => windowAround(period, one.day, one.day).from))
}
