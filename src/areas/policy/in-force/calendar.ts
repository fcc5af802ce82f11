// The working days of an organisation: weekdays without bank holidays. The holidays of England follow from their rules; the
// calendar of each pack in force on that day adds its own and takes away those that are not kept (SPEC 2.2). A day that one
// pack takes away and another adds is a holiday: somebody asked for it by name.
import { bankHolidaysOf } from '../../../platform/time/bank-holidays.ts'
import { type Day, weekdayOf } from '../../../platform/time/day.ts'
import type { InForce } from '../version/version.ts'

/** The bank holidays from one day to another with their names, as the packs in force on each of them say. */
export function bankHolidaysBetween(history: readonly InForce[], from: Day, to: Day): ReadonlyMap<Day, string> {
  const days = new Map<Day, string>()
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    for (const holiday of bankHolidaysOf(year)) days.set(holiday.day, holiday.name)
  for (const one of history)
    for (const day of one.pack.calendar?.remove ?? []) if (holdsOn(one, day as Day)) days.delete(day as Day)
  for (const one of history)
    for (const { day, name } of one.pack.calendar?.add ?? []) if (holdsOn(one, day as Day)) days.set(day as Day, name)
  return new Map([...days].filter(([day]) => from <= day && day <= to).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether it is a weekday and no bank holiday. */
export const isWorkingDay = (history: readonly InForce[], day: Day): boolean =>
  weekdayOf(day) <= 5 && !bankHolidaysBetween(history, day, day).has(day)

const holdsOn = ({ from, until }: InForce, day: Day): boolean => from <= day && (until === null || day < until)
