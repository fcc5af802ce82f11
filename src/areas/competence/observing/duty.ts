// Whoever supervises under a pathway that asks for it is observed at work every so often by a named role (SPEC 9.3). The time
// runs from the last observation; for somebody who was never observed, from the day on which they began to supervise. Past it
// they are overdue: that shows, and stands against booking them where the kind of supervision asks for an observation.
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, addMonths, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'

export type Every = { readonly count: number; readonly unit: 'day' | 'week' | 'month' }

/** What the policy asks for under one pathway: how often, by and for whom, with which form, for which kinds of supervision. */
export type Observing = {
  /** The pathway's key. */
  readonly key: string
  readonly every: Every
  /** Keys of the roles that observe. */
  readonly by: readonly string[]
  /** Keys of the roles that get the report. */
  readonly reportTo: readonly string[]
  /** The key of the form; null when the pack names none. */
  readonly template: string | null
  /** Keys of the kinds of supervision whose supervisors are observed. */
  readonly types: readonly string[]
  /** The competence that the pathway gives. */
  readonly gives: string | null
}

/** What is known of a supervisor: since when they supervise, and when they were last observed. */
export type Supervises = {
  readonly person: PersonId
  readonly began: Day
  readonly lastSeen: Day | null
}

/** What somebody has to do with observations: the pathways for which they observe, get reports, or look after safeguarding. */
export type PartInObserving = {
  readonly observes: readonly Observing[]
  readonly receives: readonly Observing[]
  readonly leads: boolean
}

export type DutyState = 'in date' | 'due soon' | 'overdue'

/** How long before the due day it is due soon. */
const LEAD_DAYS = 60

/** The day so long after another; months clamp at the month's end. */
export function after(from: Day, { count, unit }: Every): Day {
  if (unit === 'month') return addMonths(from, count)
  return addDays(from, count * (unit === 'week' ? 7 : 1))
}

/** The last day on which an observation is in time. */
export const dueOn = ({ began, lastSeen }: Omit<Supervises, 'person'>, every: Every): Day =>
  after(lastSeen ?? began, every)

/** How it stands on a day. */
export function dutyState(due: Day, today: Day): DutyState {
  if (due < today) return 'overdue'
  return due <= addDays(today, LEAD_DAYS) ? 'due soon' : 'in date'
}

/** '12 months', '1 month' */
export const everyInWords = ({ count, unit }: Every): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/** A session of somebody whose observation is due before it: to come or held, and whether it was to be observed. */
export type PastDue = { readonly day: Day; readonly ahead: boolean; readonly asked: boolean }

/**
 * Whether a session may be booked so that the observation can happen in it: it is to come, far enough ahead for everybody to be
 * asked; no other one is to come, and whatever was held past the due day was to be observed.
 */
export const isForObservation = (others: readonly PastDue[], on: Day, today: Day): boolean =>
  on > addDays(today, 1) && others.every(({ ahead, asked }) => !ahead && asked)

/**
 * Why somebody cannot be booked on a day, in a sentence for whoever books; null when nothing is in the way. `within` is the
 * time that the kind of supervision gives, `observers` are the names of those who could observe.
 */
export function standsAgainst(
  known: Omit<Supervises, 'person'>,
  {
    name,
    type,
    within,
    on,
    observers,
    ahead,
  }: {
    name: string
    type: string
    within: Every
    on: Day
    observers: readonly string[]
    /** The session of theirs to come in which they can be observed; null when there is none. */
    ahead: Day | null
  },
): string | null {
  const due = dueOn(known, within)
  if (due >= on) return null
  const last =
    known.lastSeen === null ? 'has not been observed at work yet' : `was last observed on ${formatDay(known.lastSeen)}`
  const who = observers.length === 0 ? 'Nobody is known who can observe' : `Ask ${observers.slice(0, 3).join(' or ')}`
  const which = ahead === null ? '' : ` to observe the session of ${formatDay(ahead)}`
  return `${name} ${last}. Whoever supervises ${type} is observed every ${everyInWords(within)}, here by ${formatDay(due)}. ${who}${observers.length === 0 ? '' : which}`
}

/** Overdue first, then by the day. */
export const byUrgency = (a: { readonly due: Day }, b: { readonly due: Day }): number => a.due.localeCompare(b.due)
