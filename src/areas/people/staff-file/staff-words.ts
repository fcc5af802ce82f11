// The words and numbers of a staff file's cells (SPEC 1.1): dates, hours, kinds of post, yes and no. Days come as
// 31/12/2026, 31-Dec-2026 or 2026-12-31, never with a year of two digits.
import { nearestWord } from '../../../platform/nearest-word.ts'
import { type Day, isRealDay } from '../../../platform/time/day.ts'
import { type PostKind, postKinds } from '../post/post.ts'
import type { StaffField } from './columns.ts'

type Fault = (field: StaffField, sentence: string) => void

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+Z?)?$/
const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: [\d:.]+)?$/
const spoken = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})$/i
const shortYear = /^\d{1,2}[/.-](\d{1,2}|[a-z]{3})[/.-]\d{2}$/i
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

// A file says the same few thousand dates over and over.
const knownDays = new Map<string, Day>()

/** A day as 31/12/2026, 31-Dec-2026 or 2026-12-31; an end of 31/12/4712, as some systems write "never", is no day. */
export function readDay(text: string | null, field: StaffField, called: string, fault: Fault): Day | null {
  if (text === null) return null
  const known = knownDays.get(text)
  if (known) return known
  const parts = partsOf(text)
  if (parts && parts[0] === 4712) return null
  if (parts && isRealDay(...parts)) {
    const [year, month, date] = parts
    const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day
    if (knownDays.size < 50_000) knownDays.set(text, day)
    return day
  }
  fault(field, dayFault(text, called, parts !== null))
  return null
}

function partsOf(text: string): [number, number, number] | null {
  const day = iso.exec(text)
  if (day) return [Number(day[1]), Number(day[2]), Number(day[3])]
  const turned = british.exec(text)
  if (turned) return [Number(turned[3]), Number(turned[2]), Number(turned[1])]
  const words = spoken.exec(text)
  const month = words ? monthNames.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0
  return words && month > 0 ? [Number(words[3]), month, Number(words[1])] : null
}

function dayFault(text: string, called: string, looksLikeOne: boolean): string {
  if (looksLikeOne) return `The ${called} “${text}” is not a real date.`
  if (shortYear.test(text)) return `The ${called} “${text}” needs a year of four digits.`
  return `The ${called} “${text}” is not a date. Write it as 31/12/2026 or 2026-12-31.`
}

/** Hours a week, 0 to 168, with at most two decimals; a comma is read as the decimal point. */
export function readHours(text: string | null, fault: Fault): number | null {
  if (text === null) return null
  const number = /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (Number.isNaN(number)) fault('hoursPerWeek', `“${text}” is not a number of hours.`)
  else if (number < 0) fault('hoursPerWeek', `The hours a week cannot be negative (${text}).`)
  else if (number > 168) fault('hoursPerWeek', `A week has 168 hours; the file says ${text}.`)
  else return Math.round(number * 100) / 100
  return null
}

const kindWords: readonly (readonly [RegExp, PostKind])[] = [
  [/\bbank\b/i, 'bank'],
  [/\bagency\b/i, 'agency'],
  [/\blocum\b/i, 'locum'],
  [/\bhonorary\b|\bvolunteer\b/i, 'honorary'],
  [/\bfixed\b/i, 'fixed term'],
  [/\bcontract(ed|or)\b|\bthird party\b/i, 'contracted'],
  [/\btemp(orary)?\b|\bcasual\b|\bseasonal\b|\bsecond(ed|ment)\b/i, 'temporary'],
  [/\bpermanent\b|\bsubstantive\b|\bperm\b|\bregular\b/i, 'permanent'],
]

/** The kind of post, from the words that workforce systems use; null when the cell is empty. */
export function readKind(text: string | null, fault: Fault): PostKind | null {
  if (text === null) return null
  const found = kindWords.find(([words]) => words.test(text))
  if (found) return found[1]
  const near = nearestWord(text, postKinds)
  const hint = near === null ? `It may be ${postKinds.join(', ')}.` : `Did you mean “${near}”?`
  fault('kind', `“${text}” is not a kind of post. ${hint}`)
  return null
}

/** Yes or no, in the usual ways of writing it. */
export function readYesNo(text: string | null, fault: Fault): boolean | null {
  if (text === null) return null
  if (/^(yes|y|true|1)$/i.test(text)) return true
  if (/^(no|n|false|0)$/i.test(text)) return false
  fault('caseload', `“${text}” is neither yes nor no.`)
  return null
}
