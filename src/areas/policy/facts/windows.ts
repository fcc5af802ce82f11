// Lengths of time laid out on the calendar, in day numbers. A step of several months is always reckoned from its
// anchor, so that month ends never drift (31 January, 28 February, 31 March). SPEC 3.2.
import { addMonthsToNumber, civilOfNumber, type Day, numberOfDay } from '../../../platform/time/day.ts'
import type { TimeInterval } from '../rule/interval.ts'
import type { Period } from '../rule/period.ts'

/** The window of a period number `index`, both days inside. */
export type Window = { readonly from: number; readonly to: number; readonly index: number }

/** The day so long after another; months clamp to the end of the month. `times` stretches it (pro rata). */
export function after(day: number, length: TimeInterval, times = 1): number {
  const count = length.count * times
  if (length.unit !== 'month') return day + Math.round(count * (length.unit === 'week' ? 7 : 1))
  const whole = Math.floor(count + 1e-9)
  return addMonthsToNumber(day, whole) + Math.round((count - whole) * 30.4375)
}

/** The day so long before another. */
export function before(day: number, length: TimeInterval): number {
  return length.unit === 'month'
    ? addMonthsToNumber(day, -length.count)
    : day - length.count * (length.unit === 'week' ? 7 : 1)
}

/** About how many days a length has, for proportions and defaults. */
export const daysIn = (length: TimeInterval): number =>
  length.count * (length.unit === 'month' ? 30.4375 : length.unit === 'week' ? 7 : 1)

const origins = new Map<string, number>()
function originOf(period: Period, start: number): number {
  if (typeof period.origin !== 'string') return start
  const known = origins.get(period.origin)
  if (known !== undefined) return known
  const number = numberOfDay(period.origin as Day)
  origins.set(period.origin, number)
  return number
}

/** The window of a period that a day lies in; `start` is the person's own start, for periods that count from it. */
export function windowAround(period: Period, start: number, day: number): Window {
  const origin = originOf(period, start)
  const { count, unit } = period.length
  if (unit !== 'month') {
    const days = count * (unit === 'week' ? 7 : 1)
    return windowAt(period, start, Math.floor((day - origin) / days))
  }
  const [here, there] = [civilOfNumber(day), civilOfNumber(origin)]
  const months = (here.year - there.year) * 12 + here.month - there.month
  let index = Math.floor(months / count)
  while (opens(period, origin, index + 1) <= day) index++
  while (opens(period, origin, index) > day) index--
  return windowAt(period, start, index)
}

/** The window of a period by its number, counted from the origin. */
export function windowAt(period: Period, start: number, index: number): Window {
  const origin = originOf(period, start)
  return { index, from: opens(period, origin, index), to: opens(period, origin, index + 1) - 1 }
}

function opens({ length }: Period, origin: number, index: number): number {
  if (length.unit === 'month') return addMonthsToNumber(origin, index * length.count)
  return origin + index * length.count * (length.unit === 'week' ? 7 : 1)
}

/** Days that two spans share. */
export const overlap = (one: { from: number; to: number }, other: { from: number; to: number }): number =>
  Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from) + 1)
