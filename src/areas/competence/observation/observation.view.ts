// How observations are worded on pages: their stages, when their session is, and how somebody stands.
import type { Tone } from '../../../design/index.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay, formatMinutes, formatMoment } from '../../../platform/time/words.ts'
import type { DutyState } from '../observing/duty.ts'
import type { Observation, SessionSeen, Stage } from './observation.ts'

type Tag = { readonly tone: Tone; readonly words: string }

export const stageTags: Readonly<Record<Stage, Tag>> = {
  asking: { tone: 'waiting', words: 'People are being asked' },
  'not everybody agreed': { tone: 'quiet', words: 'Not everybody agreed' },
  agreed: { tone: 'good', words: 'Everybody agreed' },
  'session gone': { tone: 'quiet', words: 'The session was cancelled' },
  'called off': { tone: 'quiet', words: 'Called off' },
  'to be written': { tone: 'soon', words: 'To be written up' },
  'with the supervisor': { tone: 'waiting', words: 'With the supervisor' },
  'to be passed on': { tone: 'soon', words: 'Ready for the director' },
  'passed on': { tone: 'good', words: 'With the director' },
  'from paper': { tone: 'good', words: 'Recorded from paper' },
}

export const dutyTags: Readonly<Record<DutyState, Tag>> = {
  'in date': { tone: 'good', words: 'In date' },
  'due soon': { tone: 'soon', words: 'Due soon' },
  overdue: { tone: 'late', words: 'Overdue' },
}

const placeWords = { 'in person': 'in person', video: 'by video', phone: 'by phone' } as const

/** '24 November 2026 at 2pm, 2 hours, in person' */
export const sessionWords = (session: SessionSeen): string =>
  `${formatMoment(session.startsAt)}, ${formatMinutes(session.minutes)}, ${placeWords[session.placeKind]}`

/** When it was or is to be: the session's day, or the day on paper. */
export function whenOf(one: Observation): string {
  if (one.session) return formatDay(londonDay(one.session.startsAt))
  return one.seenOn === null ? '' : formatDay(one.seenOn)
}
