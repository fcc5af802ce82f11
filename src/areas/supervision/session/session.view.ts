// What a page says of a session: when, where, how it stands, and what the next step is for the person who looks.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonDay, londonTime, type Moment } from '../../../platform/time/moment.ts'
import { formatDay, formatMinutes, formatTime, formatWeekday } from '../../../platform/time/words.ts'
import { mayBeHeld, type PlaceKind, type SessionFacts, type Time } from './session.ts'

/** 'Tuesday 24 November 2026, 2pm, 1 hour' */
export function whenWords(time: Pick<Time, 'startsAt' | 'minutes'>): string {
  const day = formatWeekday(londonDay(time.startsAt))
  return `${day}, ${formatTime(londonTime(time.startsAt))}, ${formatMinutes(time.minutes)}`
}

/** '24 November 2026 at 2pm', shorter, for lists. */
export const shortWhen = (time: Pick<Time, 'startsAt'>): string =>
  `${formatDay(londonDay(time.startsAt))} at ${formatTime(londonTime(time.startsAt))}`

export const placeWords: Readonly<Record<PlaceKind, string>> = {
  'in person': 'In person',
  video: 'By video',
  phone: 'By phone',
}

/** The other people of a session, for 'with …'. */
export function others(session: SessionFacts, person: PersonId): readonly PersonId[] {
  return [session.supervisor, ...session.supervisees].filter((one) => one !== person)
}

/** 'Ben Carter', 'Ben Carter and Dora Evans', 'Ben Carter, Dora Evans and 3 others'. */
export function listNames(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? ''
  if (names.length <= 3) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`
}

export type Tone = 'good' | 'soon' | 'late' | 'waiting' | 'new' | 'quiet'

/** The state as a tag. */
export function stateTag(session: SessionFacts, asker: PersonId, now: Moment): { tone: Tone; words: string } {
  if (session.state === 'proposed')
    return session.proposedBy === asker
      ? { tone: 'waiting', words: 'Waiting for an answer' }
      : { tone: 'soon', words: 'Answer this' }
  if (session.state === 'booked')
    return mayBeHeld(session, now).ok ? { tone: 'soon', words: 'To be recorded' } : { tone: 'good', words: 'Booked' }
  if (session.state === 'held') return { tone: 'good', words: 'Held' }
  return { tone: 'quiet', words: session.state === 'cancelled' ? 'Cancelled' : 'Withdrawn' }
}

export type NextStep = 'answer' | 'prepare' | 'hold' | 'write' | 'read' | 'rebook' | 'nothing'

export type Standing = {
  readonly session: SessionFacts
  readonly asker: PersonId
  readonly now: Moment
  /** The session's own record: none yet, being drafted, or signed off. */
  readonly record: 'none' | 'draft' | 'signed'
  /** The asker was there and has not answered the record's newest version. */
  readonly toAnswer: boolean
  /** The asker should prepare, and has not said that it is ready. */
  readonly toPrepare: boolean
  /** The asker must rebook, and has not. */
  readonly toRebook: boolean
}

/** The one green button of the session's page, for this person (DESIGN 3). */
export function nextStep({ session, asker, now, record, toAnswer, toPrepare, toRebook }: Standing): NextStep {
  if (session.state === 'proposed') return session.proposedBy === asker ? 'nothing' : 'answer'
  if (session.state === 'cancelled') return toRebook ? 'rebook' : 'nothing'
  const supervises = session.supervisor === asker
  if (session.state === 'booked' && supervises) return mayBeHeld(session, now).ok ? 'hold' : 'nothing'
  if (session.state === 'booked') return toPrepare ? 'prepare' : 'nothing'
  if (session.state !== 'held') return 'nothing'
  if (supervises) return record === 'signed' ? 'nothing' : 'write'
  return record === 'signed' && toAnswer ? 'read' : 'nothing'
}

/** The fewest words for how far off a day is: 'today', 'in 3 days', for headings of lists. */
export const isToday = (session: Pick<Time, 'startsAt'>, today: Day): boolean => londonDay(session.startsAt) === today
