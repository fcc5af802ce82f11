// Days and times as people type them. A day is 'YYYY-MM-DD', a time of day 'HH:MM' in London; no clock is read here.

/** The parts of a day box by box; `ok` only when that day exists. */
export type DayReading = { ok: true; day: string } | { ok: false; wrong: DayFault }
export type DayFault =
  | { kind: 'nothing' }
  | { kind: 'incomplete'; missing: readonly DayPart[] }
  | { kind: 'year' }
  | { kind: 'not real'; part: DayPart }
export type DayPart = 'day' | 'month' | 'year'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** Reads three boxes; the month may be a number or a name. Years of four figures only. */
export function readDay(boxes: { day: string; month: string; year: string }): DayReading {
  const typed = { day: boxes.day.trim(), month: boxes.month.trim(), year: boxes.year.trim() }
  const missing = (['day', 'month', 'year'] as const).filter((part) => typed[part] === '')
  if (missing.length === 3) return { ok: false, wrong: { kind: 'nothing' } }
  if (missing.length > 0) return { ok: false, wrong: { kind: 'incomplete', missing } }
  if (!/^\d+$/.test(typed.year)) return { ok: false, wrong: { kind: 'not real', part: 'year' } }
  if (!/^\d{4}$/.test(typed.year) || typed.year === '0000') return { ok: false, wrong: { kind: 'year' } }
  const year = Number(typed.year)
  const month = monthNumber(typed.month)
  const day = /^\d{1,2}$/.test(typed.day) ? Number(typed.day) : 0
  if (month === null) return { ok: false, wrong: { kind: 'not real', part: 'month' } }
  if (day < 1 || day > daysIn(year, month)) return { ok: false, wrong: { kind: 'not real', part: 'day' } }
  return { ok: true, day: `${typed.year}-${two(month)}-${two(day)}` }
}

function monthNumber(typed: string): number | null {
  if (/^\d{1,2}$/.test(typed)) return Number(typed) >= 1 && Number(typed) <= 12 ? Number(typed) : null
  const word = typed.toLowerCase().replace(/\.$/, '')
  const index = monthNames.findIndex(
    (name, at) => word === name || word === months[at] || (word === 'sept' && at === 8),
  )
  return index === -1 ? null : index + 1
}

/** Days in a month; month 1 to 12. */
export const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** '2027-02-03' → '3 February 2027'. */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const name = monthNames[Number(month) - 1] ?? ''
  return `${Number(date)} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${Number(year)}`
}

export type TimeReading = { ok: true; time: string } | { ok: false; wrong: 'nothing' | 'not a time' | 'am or pm' }

/**
 * Reads a time of day as 'HH:MM': "2:30pm", "2.30 pm", "14:30", "1430", "2pm", "noon", "midnight".
 * A bare "2:30" is asked about: supervision at half past two in the night is a slip.
 */
export function readTime(typed: string): TimeReading {
  const text = typed.trim().toLowerCase().replace(/\s+/g, '')
  if (text === '') return { ok: false, wrong: 'nothing' }
  if (['noon', 'midday', '12noon', '12midday'].includes(text)) return { ok: true, time: '12:00' }
  if (['midnight', '12midnight'].includes(text)) return { ok: true, time: '00:00' }
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm|a\.m\.?|p\.m\.?)?$/.exec(text)
  if (!match) return { ok: false, wrong: 'not a time' }
  const [, hours = '', minutes = '00', half] = match
  return half
    ? twelveHour(Number(hours), Number(minutes), half.startsWith('p'))
    : twentyFourHour(hours, Number(minutes), match[2] !== undefined)
}

function twelveHour(hours: number, minutes: number, afternoon: boolean): TimeReading {
  if (minutes > 59 || hours < 1 || hours > 12) {
    return afternoon && hours > 12 && hours < 24 && minutes < 60
      ? { ok: true, time: `${hours}:${two(minutes)}` }
      : { ok: false, wrong: 'not a time' }
  }
  return { ok: true, time: `${two((hours % 12) + (afternoon ? 12 : 0))}:${two(minutes)}` }
}

function twentyFourHour(hours: string, minutes: number, hasMinutes: boolean): TimeReading {
  const hour = Number(hours)
  if (hour > 23 || minutes > 59) return { ok: false, wrong: 'not a time' }
  if (hours.length === 1 && hour < 7) return { ok: false, wrong: 'am or pm' }
  if (!hasMinutes && hour < 13) return { ok: false, wrong: 'am or pm' }
  return { ok: true, time: `${two(hour)}:${two(minutes)}` }
}

/** '14:30' → '2:30pm', '09:00' → '9am'. */
export function timeInWords(time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':')
  if (time === '12:00') return 'midday'
  if (time === '00:00') return 'midnight'
  return `${Number(hours) % 12 || 12}${minutes === '00' ? '' : `:${minutes}`}${Number(hours) < 12 ? 'am' : 'pm'}`
}

const two = (figure: number): string => String(figure).padStart(2, '0')

/** Days since 1 March of year 0, for distances between days; no clock, no time zone. */
export function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const shifted = month < 3 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear
}
