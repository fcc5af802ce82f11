// Quarters of the calendar, for figures: only those that are over (SPEC 8.3). The quarter of today is left out, since from one
// day to the next its figures would tell of a single request.
import { addMonths, type Day, parseDay } from '../../../platform/time/day.ts'
import { monthName } from '../../../platform/time/words.ts'

export type Quarter = {
  /** '2026-3' */
  readonly key: string
  readonly name: string
  readonly from: Day
  /** The first day after it. */
  readonly to: Day
}

const SHOWN = 8

/** The quarters before the one of today, latest first. */
export function finishedQuarters(today: Day): readonly Quarter[] {
  const month = Number(today.slice(5, 7))
  const first = parseDay(`${today.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`) ?? today
  return Array.from({ length: SHOWN }, (_, back) => quarterFrom(addMonths(first, -3 * (back + 1))))
}

function quarterFrom(from: Day): Quarter {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  const name = `${monthName(month)} to ${monthName(month + 2)} ${year}`
  return { key: `${year}-${(month + 2) / 3}`, name, from, to: addMonths(from, 3) }
}
