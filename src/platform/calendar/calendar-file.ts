// A calendar entry as a file (iCalendar, RFC 5545), in UTC throughout. There is no place in it for anything that was said
// or planned: the title is always the same (SPEC 12.6).
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
}

const title = 'Supervision'

/** The text of a calendar file with one entry. */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Manage clinical supervision//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${entry.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${entry.id}@manage-clinical-supervision`,
    `DTSTAMP:${utc(entry.madeAt)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SEQUENCE:${entry.sequence}`,
    `SUMMARY:${title}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** '2027-02-03T14:30:00.000Z' as '20270203T143000Z'. */
const utc = (moment: Moment): string => moment.replace(/[-:]/g, '').replace(/\.\d+/, '')
