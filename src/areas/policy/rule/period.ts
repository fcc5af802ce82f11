// Fixed stretches of the calendar in which something must happen: each calendar month, quarter or financial year,
// each 4 weeks from a given day, each 6 months from a person's own start. SPEC 2.3.
import { strict, z } from '../../../platform/schema.ts'
import { durationText, intervalOf, isTime, readDuration, type TimeInterval } from './interval.ts'

/** What a person's start means: of the obligation, the post, the role, the registration, the employment, or a fixed day. */
export type StartKind = 'obligation' | 'post' | 'role' | 'registration' | 'employment'
/** Stretches of `length`, laid end to end from `origin`: a day ('YYYY-MM-DD') or the person's own start. */
export type Period = { readonly length: TimeInterval; readonly origin: string | { readonly start: StartKind } }

const month = (count: number, origin: string): Period => ({ length: { count, unit: 'month' }, origin })
const named: Record<string, Period> = {
  day: { length: { count: 1, unit: 'day' }, origin: '2000-01-01' },
  week: { length: { count: 1, unit: 'week' }, origin: '2000-01-03' },
  month: month(1, '2000-01-01'),
  quarter: month(3, '2000-01-01'),
  'half year': month(6, '2000-01-01'),
  'half-year': month(6, '2000-01-01'),
  year: month(12, '2000-01-01'),
  'financial year': month(12, '2000-04-01'),
  'financial quarter': month(3, '2000-04-01'),
  'academic year': month(12, '2000-09-01'),
  term: month(4, '2000-09-01'),
}

/** "calendar month", "month", "financial year" … ; null when it names none. A bare "6 months" starts with the person. */
export function periodOf(phrase: string): Period | null {
  const words = phrase
    .trim()
    .toLowerCase()
    .replace(/^(calendar|each|every|a)\s+/, '')
    .replace(/^calendar\s+/, '')
  const fixed = named[words]
  if (fixed) return fixed
  const interval = intervalOf(words)
  return interval && isTime(interval) ? { length: interval, origin: { start: 'obligation' } } : null
}

export const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Write a day as 2027-02-03 (year, month, day).' })
  .refine((day) => !/^\d{4}-\d{2}-\d{2}$/.test(day) || isRealDay(day), {
    error: (issue) => `There is no day ${String(issue.input)}.`,
  })

function isRealDay(day: string): boolean {
  const [year = 0, monthOfYear = 0, date = 0] = day.split('-').map(Number)
  if (year < 1900 || year > 2200 || monthOfYear < 1 || monthOfYear > 12 || date < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return date <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthOfYear - 1]!
}

const starts: Record<string, StartKind> = {
  start: 'obligation',
  'start of the obligation': 'obligation',
  'start in post': 'post',
  post: 'post',
  'start in role': 'role',
  role: 'role',
  registration: 'registration',
  employment: 'employment',
  'start of employment': 'employment',
  'start in the organisation': 'employment',
}

/** Where a person's time is reckoned from: words, or a day. */
export const sinceText = z.union([z.enum(Object.keys(starts) as [string, ...string[]]), isoDay], {
  error: `Say a day (2027-02-03) or one of: ${Object.keys(starts).join(', ')}.`,
})
export type SinceText = z.infer<typeof sinceText>
export const readSince = (text: SinceText): Period['origin'] => {
  const start = starts[text]
  return start ? { start } : text
}

const periodPhrase = z
  .string()
  .refine((phrase) => periodOf(phrase) !== null, {
    error: (issue) =>
      `“${String(issue.input)}” is not a period. Say “week”, “calendar month”, “quarter”, “year”, “financial year”, “academic year”, or a length such as “6 months” from a day.`,
  })
  .meta({
    description: 'For example “calendar month”, “quarter”, “financial year”, “6 months” (from the person’s start)',
  })
const periodKeys = strict({
  length: durationText.optional(),
  days: z.int().min(1).optional(),
  weeks: z.int().min(1).optional(),
  months: z.int().min(1).optional(),
  years: z.int().min(1).optional(),
  from: sinceText.optional().meta({ description: 'A day, or the person’s own start; left out: their start' }),
}).refine((keys) => Object.keys(keys).filter((key) => key !== 'from').length === 1, {
  error: 'Say how long a period is: “length: 6 months”, or one of days, weeks, months or years.',
})
/** A period as its author wrote it; `from` may be a day or a person's own start. */
export const periodText = z.union([periodPhrase, periodKeys]).meta({ id: 'Period' })
export type PeriodText = z.infer<typeof periodText>

export function readPeriod(text: PeriodText): Period {
  if (typeof text === 'string') return periodOf(text) ?? month(1, '2000-01-01')
  const { from, length, ...keys } = text
  return {
    length: readDuration(length ?? keys),
    origin: from === undefined ? { start: 'obligation' } : readSince(from),
  }
}

const periodNames: [string, Period][] = Object.entries(named)
/** "calendar month", "financial year", "6 months from the start". */
export function periodWords(period: Period): string {
  const known = periodNames.find(
    ([, one]) =>
      one.origin === period.origin &&
      one.length.unit === period.length.unit &&
      one.length.count === period.length.count,
  )
  if (known) return ['week', 'month', 'quarter', 'year'].includes(known[0]) ? `calendar ${known[0]}` : known[0]
  const length = `${period.length.count} ${period.length.unit}${period.length.count === 1 ? '' : 's'}`
  return typeof period.origin === 'string' ? `${length} (from ${period.origin})` : `${length} from the start`
}
