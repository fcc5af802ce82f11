// Moments: a point on the world's clock, shown and cut into days as London reads it (SPEC 3.2).
// Only the platform makes one; a request has exactly one, held by its `work`.
import { Temporal } from 'temporal-polyfill'
import type { Day } from './day.ts'

const london = 'Europe/London'

/** A point in time, to the millisecond, as ISO text in UTC: '2026-11-20T14:30:00.000Z'. Compares with < and >. */
export type Moment = string & { readonly __moment: true }

/** What tells the time: the real clock in service, a fixed one in tests and when demonstration history is made. */
export type Clock = () => Moment

export const realClock: Clock = () => new Date().toISOString() as Moment

export const momentOf = (date: Date): Moment => date.toISOString() as Moment

/** The moment of an ISO instant, to the millisecond; null when the text is not one. */
export function parseMoment(text: unknown): Moment | null {
  if (typeof text !== 'string') return null
  try {
    return iso(Temporal.Instant.from(text))
  } catch {
    return null
  }
}

/** A moment known to be good, for constants and tests; throws when it is not. */
export const moment = (text: string): Moment => iso(Temporal.Instant.from(text))

const iso = (instant: Temporal.Instant): Moment =>
  instant.round('millisecond').toString({ smallestUnit: 'millisecond' }) as Moment

/** The London day on which a moment falls. */
export function londonDay(of: Moment): Day {
  // London's clocks differ from the world's by whole hours, so an hour of the world lies within one day.
  const hour = of.slice(0, 13)
  const known = dayOfHour.get(hour)
  if (known !== undefined) return known
  const day = Temporal.Instant.from(of).toZonedDateTimeISO(london).toPlainDate().toString() as Day
  if (dayOfHour.size >= mostHours) dayOfHour.clear()
  if (/^(19|20|21)\d\d-/.test(hour)) dayOfHour.set(hour, day)
  return day
}

/** It is asked for with every request. */
const dayOfHour = new Map<string, Day>()
const mostHours = 2_000

/** The London wall clock of a moment as 'HH:MM'. */
export function londonTime(of: Moment): string {
  return Temporal.Instant.from(of).toZonedDateTimeISO(london).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The moment at which London's clocks read `time` ('HH:MM') on `day`; null for the hour that the March night leaves out. The earlier one in October. */
export function londonMoment(onDay: Day, time: string): Moment | null {
  const wall = Temporal.PlainDateTime.from(`${onDay}T${time}`)
  const zoned = wall.toZonedDateTime(london, { disambiguation: 'earlier' })
  if (!zoned.toPlainDateTime().equals(wall)) return null
  return iso(zoned.toInstant())
}

/** Whole minutes. */
export const addMinutes = (from: Moment, minutes: number): Moment => addSeconds(from, minutes * 60)

/** Whole seconds: every one of them is as long as the others, so this needs no calendar. */
export const addSeconds = (from: Moment, seconds: number): Moment =>
  momentOf(new Date(Date.parse(from) + seconds * 1_000))

/** Whole minutes from one moment to another, rounded towards zero; negative when `to` is earlier. */
export const minutesBetween = (from: Moment, to: Moment): number =>
  Math.trunc((Date.parse(to) - Date.parse(from)) / 60_000)

export const secondsBetween = (from: Moment, to: Moment): number =>
  Math.trunc((Date.parse(to) - Date.parse(from)) / 1000)

/** Seconds from one moment to another, a second that has begun counted whole; 0 when `to` is earlier. */
export const secondsBegun = (from: Moment, to: Moment): number =>
  Math.max(0, Math.ceil((Date.parse(to) - Date.parse(from)) / 1000))
