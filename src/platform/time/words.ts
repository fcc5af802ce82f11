// Days and times in the words of the NHS content style: '3 February 2027', '2:30pm', 'midday'.
import { civilOfNumber, type Day, daysBetween, numberOfDay, weekdayOf } from './day.ts'
import { londonDay, londonTime, type Moment } from './moment.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const monthName = (month: number): string => months[month - 1] ?? ''
export const weekdayName = (weekday: number): string => weekdays[weekday - 1] ?? ''

/** '3 February 2027' */
export function formatDay(of: Day): string {
  const { year, month, date } = civilOfNumber(numberOfDay(of))
  return `${date} ${monthName(month)} ${year}`
}

/** '3 Feb 2027', for narrow tables. */
export function formatDayShort(of: Day): string {
  const { year, month, date } = civilOfNumber(numberOfDay(of))
  return `${date} ${monthName(month).slice(0, 3)} ${year}`
}

/** 'Wednesday 3 February 2027' */
export const formatWeekday = (of: Day): string => `${weekdayName(weekdayOf(of))} ${formatDay(of)}`

/** '2:30pm', '9am', 'midday', 'midnight' from 'HH:MM'. */
export function formatTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'midday'
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  return `${twelve}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`
}

/** '3 February 2027 at 2:30pm', London time. */
export const formatMoment = (of: Moment): string => `${formatDay(londonDay(of))} at ${formatTime(londonTime(of))}`

/** 'today', 'tomorrow', 'yesterday', 'in 5 days', '23 days ago', 'in 6 weeks'. */
export function formatDistance(from: Day, to: Day): string {
  const days = daysBetween(from, to)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  const length = formatLength(Math.abs(days))
  return days > 0 ? `in ${length}` : `${length} ago`
}

/** A number of days in words a person would use: '1 day', '23 days', '6 weeks', '5 months'. */
export function formatLength(days: number): string {
  if (days < 42) return days === 1 ? '1 day' : `${days} days`
  if (days < 140) return `${Math.round(days / 7)} weeks`
  return `${Math.round(days / 30.44)} months`
}

/** '1 hour 30 minutes' */
export function formatMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    hours > 0 ? `${hours} hour${hours === 1 ? '' : 's'}` : '',
    rest > 0 || hours === 0 ? `${rest} minute${rest === 1 ? '' : 's'}` : '',
  ]
  return parts.filter(Boolean).join(' ')
}
