import { describe, expect, it } from 'vitest'
import { moment } from '../time/moment.ts'
import { calendarFile, calendarOf } from './calendar-file.ts'

const entry = {
  id: '00000000-0000-4000-8000-000000005001',
  startsAt: moment('2027-07-06T13:30:00Z'),
  endsAt: moment('2027-07-06T14:30:00Z'),
  sequence: 2,
  cancelled: false,
  madeAt: moment('2027-02-03T10:00:00Z'),
}

describe('a calendar file', () => {
  it('gives times in UTC, so that no program shifts them by an hour in summer', () => {
    const text = calendarFile(entry)
    expect(text).toContain('DTSTART:20270706T133000Z\r\n')
    expect(text).toContain('DTEND:20270706T143000Z\r\n')
    expect(text).not.toContain('TZID')
  })
  it('has the same neutral title whatever the session, and short lines', () => {
    const text = calendarFile(entry)
    expect(text).toContain('SUMMARY:Supervision\r\n')
    expect(text.split('\r\n').every((line) => line.length <= 75)).toBe(true)
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
  })
  it('takes the entry out again when the session is cancelled', () => {
    expect(calendarFile({ ...entry, cancelled: true })).toContain('METHOD:CANCEL\r\n')
  })
  it('holds the entries of a year, with those that were cancelled said to be', () => {
    const other = { ...entry, id: '00000000-0000-4000-8000-000000005002', cancelled: true }
    const text = calendarOf([entry, other].map((one) => ({ ...one, title: 'Action learning set' })))
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(text.match(/SUMMARY:Action learning set\r\n/g)).toHaveLength(2)
    expect(text.match(/STATUS:\w+/g)).toEqual(['STATUS:CONFIRMED', 'STATUS:CANCELLED'])
    expect(text).toContain('METHOD:PUBLISH\r\n')
  })
})
