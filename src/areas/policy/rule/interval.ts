// How long from one supervision to the next: in time ("3 months", "fortnightly", "10 days") or in work done
// ("12 shifts", "40 practice hours"). Written as a phrase or as keys; both become the same thing (SPEC 2.3).
import { strict, z } from '../../../platform/schema.ts'

export type TimeUnit = 'day' | 'week' | 'month'
export type WorkUnit = 'shift' | 'hour'
/** A whole number of days, weeks, months, shifts worked or hours of practice. A year is 12 months, a quarter 3. */
export type Interval = { readonly count: number; readonly unit: TimeUnit | WorkUnit }
export type TimeInterval = { readonly count: number; readonly unit: TimeUnit }

const adverbs: Record<string, Interval> = {
  daily: { count: 1, unit: 'day' },
  weekly: { count: 1, unit: 'week' },
  fortnightly: { count: 2, unit: 'week' },
  monthly: { count: 1, unit: 'month' },
  bimonthly: { count: 2, unit: 'month' },
  quarterly: { count: 3, unit: 'month' },
  yearly: { count: 12, unit: 'month' },
  annually: { count: 12, unit: 'month' },
}

const units: Record<string, Interval> = {
  day: { count: 1, unit: 'day' },
  week: { count: 1, unit: 'week' },
  fortnight: { count: 2, unit: 'week' },
  month: { count: 1, unit: 'month' },
  quarter: { count: 3, unit: 'month' },
  year: { count: 12, unit: 'month' },
  shift: { count: 1, unit: 'shift' },
  'practice hour': { count: 1, unit: 'hour' },
  'working hour': { count: 1, unit: 'hour' },
  'clinical hour': { count: 1, unit: 'hour' },
  'client hour': { count: 1, unit: 'hour' },
  'contact hour': { count: 1, unit: 'hour' },
}

const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** A count as digits or a word up to twelve; null when it is neither. */
export function countOf(word: string): number | null {
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word)
  const at = numbers.indexOf(word)
  if (at >= 0) return at
  return word === 'a' || word === 'an' ? 1 : null
}

/** Reads "3 months", "quarter", "fortnightly", "12 shifts", "30 hours of practice"; null when it says no interval. */
export function intervalOf(phrase: string): Interval | null {
  const words = phrase
    .trim()
    .toLowerCase()
    .replace(/^every\s+/, '')
    .replace(/^\w+\s*(?:-|–|to)\s*(?=\d+\s|[a-z]+\s[a-z]+$)/, '')
    .replace(/-/g, ' ')
    .replace(/\s+worked$/, '')
    .replace(/hours? of (?:practice|work|client work|client contact|clinical work)$/, 'practice hours')
  const adverb = adverbs[words]
  if (adverb) return adverb
  const [, count, unit] = /^(?:(\d+|[a-z]+)\s*-?\s+|(?=\S))(.+)$/.exec(words) ?? []
  const single = units[singular(words)]
  if (single) return single
  const joined = /^(\d+)\s*([a-z ]+)$/.exec(words)
  const wholeUnit = units[singular((joined?.[2] ?? unit ?? '').trim())]
  const howMany = countOf(joined?.[1] ?? count ?? '')
  if (!wholeUnit || howMany === null || !Number.isInteger(howMany) || howMany < 1) return null
  return { count: howMany * wholeUnit.count, unit: wholeUnit.unit }
}

const singular = (unit: string): string => unit.replace(/ly$/, '').replace(/s$/, '')

/** "3 months", "1 week", "12 shifts", "40 hours of practice"; a multiple of 12 months as years from 2 years on. */
export function intervalWords({ count, unit }: Interval): string {
  const noun =
    unit === 'hour' ? (count === 1 ? 'hour of practice' : 'hours of practice') : count === 1 ? unit : `${unit}s`
  return `${count} ${noun}`
}

export const isTime = (interval: Interval): interval is TimeInterval =>
  interval.unit !== 'shift' && interval.unit !== 'hour'

const wholeNumber = z.int().min(1).max(100_000)
const intervalPhrase = z
  .string()
  .refine((phrase) => intervalOf(phrase) !== null, {
    error: (issue) =>
      `“${String(issue.input)}” is not an interval. Say for example “3 months”, “6 weeks”, “12 shifts” or “40 practice hours”.`,
  })
  .meta({ description: 'For example “3 months”, “fortnightly”, “12 shifts”, “40 practice hours”' })
const intervalKeys = strict({
  days: wholeNumber.optional(),
  weeks: wholeNumber.optional(),
  months: wholeNumber.optional(),
  years: wholeNumber.optional(),
  shifts: wholeNumber.optional(),
  practiceHours: wholeNumber.optional(),
}).refine((keys) => Object.values(keys).filter((value) => value !== undefined).length === 1, {
  error: 'Give exactly one of days, weeks, months, years, shifts or practiceHours.',
})

/** An interval as its author wrote it. */
export const intervalText = z.union([intervalPhrase, intervalKeys]).meta({ id: 'Interval' })
export type IntervalText = z.infer<typeof intervalText>

/** An interval that must be a length of time, not of work. */
export const durationText = intervalText
  .refine((text) => typeof text !== 'string' || intervalOf(text) === null || isTime(readInterval(text)), {
    error: 'This must be a length of time, such as “4 weeks”, not an amount of work.',
  })
  .meta({ id: 'LengthOfTime' })

/** From what was written (already checked) to the interval itself. */
export function readInterval(text: IntervalText): Interval {
  if (typeof text === 'string') return intervalOf(text) ?? { count: 1, unit: 'month' }
  if (text.days) return { count: text.days, unit: 'day' }
  if (text.weeks) return { count: text.weeks, unit: 'week' }
  if (text.years) return { count: text.years * 12, unit: 'month' }
  if (text.shifts) return { count: text.shifts, unit: 'shift' }
  if (text.practiceHours) return { count: text.practiceHours, unit: 'hour' }
  return { count: text.months ?? 1, unit: 'month' }
}

/** The same, for a text that was checked to be a length of time. */
export function readDuration(text: IntervalText): TimeInterval {
  const interval = readInterval(text)
  return isTime(interval) ? interval : { count: interval.count, unit: 'day' }
}
