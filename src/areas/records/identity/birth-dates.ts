// Dates of birth in a text (SPEC 6.4). Beside a word about birth any day is one, however it is written. By itself a full
// date is one only when it lies more than a year back, or is all that a field holds: what was seen, agreed and planned
// lately is what notes are made of, and appointments lie ahead. "New birth visit on 3 May" says nothing about a birthday.
import { addMonths, type Day, isRealDay } from '../../../platform/time/day.ts'
import type { IdentifyingPart } from './identifying-text.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const gap = '[ \\u00a0]{0,2}'
const figures = new RegExp(
  `(?<![\\d/.-])(\\d{1,2})${gap}[/.-]${gap}(\\d{1,2})${gap}[/.-]${gap}(\\d{4}|\\d{2})(?![\\d/]|[.-]\\d)`,
  'g',
)
const yearFirst = /(?<![\d/.-])(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?![\d/]|[.-]\d)/g
const dayFirst = new RegExp(
  `(?<![\\d/.-])(\\d{1,2})(?:st|nd|rd|th)?[ \\u00a0-]{0,2}(?:of )?${monthName}(?![a-z])\\.?,?(?:[ \\u00a0-]{0,2}(\\d{4}|'?\\d{2})(?![\\d:]))?`,
  'gi',
)
const monthFirst = new RegExp(
  `(?<![a-z])${monthName}\\.?[ \\u00a0]{1,2}(\\d{1,2})(?:st|nd|rd|th)?,?(?:[ \\u00a0]{1,2}(\\d{4})(?!\\d))?(?![\\d:])`,
  'gi',
)
const together = /(?<!\d)(\d{2})(\d{2})(\d{4}|\d{2})(?!\d)/g

/** A date as written; `year` is null when only the day and month are. */
type Written = { from: number; to: number; year: number | null; month: number; date: number; run: boolean }

/** Dates that are, or may well be, a date of birth. */
export function birthDatesIn(text: string, today: Day | undefined): readonly IdentifyingPart[] {
  return datesIn(text, today)
    .filter((one) => isReal(one) && isBirth(text, one, today))
    .map(({ from, to }) => ({ kind: 'date of birth', text: text.slice(from, to), from, to }))
}

function datesIn(text: string, today: Day | undefined): readonly Written[] {
  const all: Written[] = []
  const add = (pattern: RegExp, order: readonly [number, number, number], run = false) => {
    for (const match of text.matchAll(pattern)) {
      const [year, month, date] = order.map((group) => match[group])
      const shown = { year: yearOf(year, today), month: monthOf(month ?? ''), date: Number(date), run }
      const found = match[0].replace(/[,. -]+$/, '')
      all.push({ ...britishOrder(shown), from: match.index, to: match.index + found.length })
    }
  }
  add(figures, [3, 2, 1])
  add(yearFirst, [1, 2, 3])
  add(dayFirst, [3, 2, 1])
  add(monthFirst, [3, 1, 2])
  add(together, [3, 2, 1], true)
  return all
}

/** A month over twelve can only be the day of somebody who writes the month first. */
function britishOrder<T extends { month: number; date: number }>(one: T): T {
  return one.month > 12 && one.date <= 12 ? { ...one, month: one.date, date: one.month } : one
}

const monthOf = (written: string): number =>
  /^\d/.test(written) ? Number(written) : months.indexOf(written.slice(0, 3).toLowerCase()) + 1

/** Two figures are a year of the last hundred. */
function yearOf(written: string | undefined, today: Day | undefined): number | null {
  if (written === undefined) return null
  const figure = Number(written.replace("'", ''))
  if (written.replace("'", '').length === 4) return figure
  const newest = Number((today ?? '2050').slice(0, 4))
  return 2000 + figure > newest + 5 ? 1900 + figure : 2000 + figure
}

/** A leap year stands in where none is written: 29 February is a birthday. */
const isReal = ({ year, month, date }: Written): boolean => isRealDay(year ?? 2000, month, date)

const bornBefore =
  /(?:\bd\.?[ ]?o\.?[ ]?b\b|\bborn\b|\bdate of birth\b|\bbirth ?date\b|\bbirthday\b|\bb\.)[^\n!?]{0,16}$/i
const bornAfter =
  /^[\s,(-]{0,3}(?:is |was )?(?:her |his |their |the )?(?:d\.?o\.?b\b|born\b|date of birth\b|birth ?date\b|birthday\b)/i

function isBirth(text: string, one: Written, today: Day | undefined): boolean {
  if (bornBefore.test(text.slice(Math.max(0, one.from - 40), one.from))) return true
  if (bornAfter.test(text.slice(one.to, one.to + 24))) return true
  if (one.run || one.year === null || today === undefined) return false
  const written = `${one.year}-${pad(one.month)}-${pad(one.date)}`
  const alone = text.trim().length === one.to - one.from
  return alone ? written <= today : written < addMonths(today, -12)
}

const pad = (figure: number): string => String(figure).padStart(2, '0')
