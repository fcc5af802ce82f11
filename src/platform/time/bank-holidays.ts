// Bank holidays of England and Wales by their rules, with the one-off changes that were proclaimed (2020, 2022, 2023).
// An organisation's policy adds or takes away days of its own.
import { addDays, type Day, day, numberOfCivil, dayOfNumber, weekdayOf } from './day.ts'

export type BankHoliday = { readonly day: Day; readonly name: string }

const moved = new Map<string, Day>([
  ['2020 Early May bank holiday', day('2020-05-08')],
  ['2022 Spring bank holiday', day('2022-06-02')],
])
const once: readonly BankHoliday[] = [
  { day: day('2022-06-03'), name: 'Platinum Jubilee bank holiday' },
  { day: day('2022-09-19'), name: 'Bank holiday for the state funeral of Queen Elizabeth II' },
  { day: day('2023-05-08'), name: 'Bank holiday for the coronation of King Charles III' },
]

/** The bank holidays of a year, in order. Exact from 2019 on; years before 1978 had other rules. */
export function bankHolidaysOf(year: number): readonly BankHoliday[] {
  const easter = easterSunday(year)
  const named: BankHoliday[] = [
    { day: nextWorkingDay(on(year, 1, 1), []), name: 'New Year’s Day' },
    { day: addDays(easter, -2), name: 'Good Friday' },
    { day: addDays(easter, 1), name: 'Easter Monday' },
    { day: firstMonday(year, 5), name: 'Early May bank holiday' },
    { day: lastMonday(year, 5), name: 'Spring bank holiday' },
    { day: lastMonday(year, 8), name: 'Summer bank holiday' },
    ...christmas(year),
  ].map((one) => ({ ...one, day: moved.get(`${year} ${one.name}`) ?? one.day }))
  const extra = once.filter((one) => one.day.startsWith(String(year)))
  return [...named, ...extra].sort((a, b) => a.day.localeCompare(b.day))
}

const on = (year: number, month: number, date: number): Day => dayOfNumber(numberOfCivil(year, month, date))

/** A holiday on a weekend is kept on the next weekday that is not itself one. */
function nextWorkingDay(from: Day, taken: readonly Day[]): Day {
  let at = from
  while (weekdayOf(at) > 5 || taken.includes(at)) at = addDays(at, 1)
  return at
}

function christmas(year: number): readonly BankHoliday[] {
  const [first, second] = [on(year, 12, 25), on(year, 12, 26)]
  // When one of them is a weekday it keeps its day, and the other takes the next free one.
  const christmasDay = weekdayOf(first) <= 5 ? first : nextWorkingDay(first, [second])
  const boxingDay = weekdayOf(second) <= 5 ? second : nextWorkingDay(second, [first, christmasDay])
  return [
    { day: christmasDay, name: 'Christmas Day' },
    { day: boxingDay, name: 'Boxing Day' },
  ]
}

function firstMonday(year: number, month: number): Day {
  const first = on(year, month, 1)
  return addDays(first, (8 - weekdayOf(first)) % 7)
}

function lastMonday(year: number, month: number): Day {
  const last = on(year, month, 31)
  return addDays(last, 1 - weekdayOf(last))
}

/** Easter Sunday by the anonymous Gregorian rule (Meeus, Jones, Butcher). */
function easterSunday(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const both = h + l - 7 * m + 114
  return on(year, Math.floor(both / 31), (both % 31) + 1)
}
