// Days of the calendar as staff write them down: a date without a time and without a zone.
// Inside loops a day is a whole number (days since 1 January 1970), because that is a hundred times
// quicker than any date object; everywhere else it is the text 'YYYY-MM-DD'. SPEC 3.2.

declare const brand: unique symbol
/** A real calendar day as 'YYYY-MM-DD', from 1900-01-01 to 2200-12-31. Compares with < and >. */
export type Day = string & { readonly [brand]: 'day' }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day when the text is a real one within 1900 to 2200, else null. '2027-02-29' is not real. */
export function parseDay(text: unknown): Day | null {
  const found = typeof text === 'string' ? shape.exec(text) : null
  if (!found) return null
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return isRealDay(year, month, date) ? (text as Day) : null
}

export function isRealDay(year: number, month: number, date: number): boolean {
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
}

/** A day known to be good, for constants and tests; throws when it is not. */
export function day(text: string): Day {
  const found = parseDay(text)
  if (!found) throw new Error(`Not a day: ${text}`)
  return found
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1 January 1970 of a civil date (Howard Hinnant's days_from_civil). */
export function numberOfCivil(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** Year, month (1 to 12) and date of a day number; the inverse of `numberOfCivil`. */
export function civilOfNumber(count: number): { year: number; month: number; date: number } {
  const z = count + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date }
}

export function numberOfDay(of: Day): number {
  return numberOfCivil(Number(of.slice(0, 4)), Number(of.slice(5, 7)), Number(of.slice(8, 10)))
}

export function dayOfNumber(count: number): Day {
  const { year, month, date } = civilOfNumber(count)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day
}

export const addDays = (from: Day, days: number): Day => dayOfNumber(numberOfDay(from) + days)
/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOfDay(to) - numberOfDay(from)

/** The same date `months` later, clamped to the month's last day: 30 November + 3 = 28 or 29 February. Anchor it: never add to a clamped result. */
export function addMonths(from: Day, months: number): Day {
  return dayOfNumber(addMonthsToNumber(numberOfDay(from), months))
}

/** `addMonths` on day numbers. */
export function addMonthsToNumber(from: number, months: number): number {
  const { year, month, date } = civilOfNumber(from)
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return numberOfCivil(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (of: Day): number => weekdayOfNumber(numberOfDay(of))
export const weekdayOfNumber = (count: number): number => ((((count + 3) % 7) + 7) % 7) + 1

export const earliest = (a: Day, b: Day): Day => (a <= b ? a : b)
export const latest = (a: Day, b: Day): Day => (a >= b ? a : b)
