// The dates of a cohort's sets month by month (SPEC 7.1): what is planned, what was held and what was called off, for those who keep
// the programme. Days only; nothing that is said in a meeting.
import { addMonths, type Day } from '../../../platform/time/day.ts'

export type DateState = 'planned' | 'held' | 'called off'
export type SetDate = { readonly day: Day; readonly state: DateState }

/** The first days of the months that a stretch of days touches. */
export function monthsOf(from: Day, to: Day): readonly Day[] {
  const first = `${from.slice(0, 7)}-01` as Day
  const months: Day[] = []
  for (let at = 0; addMonths(first, at) <= to; at += 1) months.push(addMonths(first, at))
  return months
}

/** Those of a month, in order. */
export const datesIn = (dates: readonly SetDate[], month: Day): readonly SetDate[] =>
  dates.filter((one) => one.day.slice(0, 7) === month.slice(0, 7)).toSorted((a, b) => (a.day < b.day ? -1 : 1))

/** '3, 17 held, 24 called off' in the days of one month; '' when there is none. */
export const datesInWords = (dates: readonly SetDate[]): string =>
  dates.map(({ day, state }) => `${Number(day.slice(8))}${state === 'planned' ? '' : ` ${state}`}`).join(', ')
