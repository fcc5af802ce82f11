// Calendar entries as a file (iCalendar, RFC 5545), in UTC throughout. There is no place in it for anything that was said
// or planned: the title is one of a few fixed ones (SPEC 12.6).
import type { Moment } from '../time/moment.ts'

export type CalendarEntry = {
  /** Stays the same for the life of the thing, so that a later file changes the entry instead of adding one. */
  readonly id: string
  readonly startsAt: Moment
  readonly endsAt: Moment
  /** Grows with every change. */
  readonly sequence: number
  readonly cancelled: boolean
  readonly madeAt: Moment
  /** 'Supervision' unless told. */
  readonly title?: 'Supervision' | 'Action learning set' | 'Peer review'
}

/** The text of a calendar file with one entry; one that takes the entry out again when it was cancelled. */
export const calendarFile = (entry: CalendarEntry): string => fileOf([entry], entry.cancelled ? 'CANCEL' : 'PUBLISH')

/** The text of a calendar file with several entries, such as a year's; those that were cancelled say so. At least one. */
export const calendarOf = (entries: readonly CalendarEntry[]): string => fileOf(entries, 'PUBLISH')

function fileOf(entries: readonly CalendarEntry[], method: 'PUBLISH' | 'CANCEL'): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Manage clinical supervision//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return `${lines.join('\r\n')}\r\n`
}

const linesOf = (entry: CalendarEntry): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.id}@manage-clinical-supervision`,
  `DTSTAMP:${utc(entry.madeAt)}`,
  `DTSTART:${utc(entry.startsAt)}`,
  `DTEND:${utc(entry.endsAt)}`,
  `SEQUENCE:${entry.sequence}`,
  `SUMMARY:${entry.title ?? 'Supervision'}`,
  `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'CLASS:PRIVATE',
  'TRANSP:OPAQUE',
  'END:VEVENT',
]

/** '2027-02-03T14:30:00.000Z' as '20270203T143000Z'. */
const utc = (moment: Moment): string => moment.replace(/[-:]/g, '').replace(/\.\d+/, '')
