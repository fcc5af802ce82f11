// Time worked: how many shifts and hours of practice a person worked between two days, as a roster says it (SPEC 2.3: rules
// may be measured in shifts worked or hours of practice). A stretch counts on its last day. The same stretch sent again
// with other figures corrects it; a stretch that overlaps another one is refused, as nobody could say which is true.
import type { Id, PersonId } from '../../../platform/ids.ts'
import { type Day, daysBetween } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { plainHeading } from '../staff-file/columns.ts'
import { readDay } from '../staff-file/staff-words.ts'

export type TimeFileId = Id<'file'>

export type TimeWorked = {
  readonly person: PersonId
  readonly from: Day
  readonly to: Day
  readonly shifts: number
  readonly hours: number
}
export type ReadRow = Omit<TimeWorked, 'person'> & { readonly line: number; readonly staffNumber: string }
export type RefusedTime = { readonly line: number; readonly staffNumber: string; readonly reason: string }

const headings = {
  staffNumber: ['staffnumber', 'employeenumber', 'personnelnumber', 'staffno', 'employeeno'],
  from: ['from', 'start', 'startdate', 'fromdate', 'periodstart', 'date', 'day', 'shiftdate'],
  to: ['to', 'end', 'enddate', 'todate', 'periodend'],
  shifts: ['shifts', 'shiftsworked', 'numberofshifts'],
  hours: ['hours', 'hoursworked', 'practicehours', 'hoursofpractice'],
} as const
type Column = keyof typeof headings
export type Columns = Readonly<Partial<Record<Column, number>>>

/** Which column holds what, by the headings' words. */
export function findColumns(given: readonly string[]): Columns {
  const plain = given.map(plainHeading)
  const places = Object.entries(headings).map(([column, words]) => [
    column,
    plain.findIndex((heading) => (words as readonly string[]).includes(heading)),
  ])
  return Object.fromEntries(places.filter(([, at]) => Number(at) >= 0)) as Columns
}

/** What is wrong with the headings of a file, for the person who sent it; null when they will do. */
export function columnsFault(columns: Columns): string | null {
  if (columns.staffNumber === undefined) return 'The file needs a column “Staff number”.'
  if (columns.from === undefined) return 'The file needs a column “Day”, or “From” and “To”.'
  if (columns.shifts === undefined && columns.hours === undefined)
    return 'The file needs a column “Shifts” or “Hours”, or both.'
  return null
}

/** One row of the file, or why it cannot be. Without a "to" the stretch is one day. */
export function readRow(
  cells: readonly string[],
  columns: Columns,
  { line, today }: { line: number; today: Day },
): ReadRow | RefusedTime {
  const cell = (column: Column) => (columns[column] === undefined ? '' : (cells[columns[column]] ?? '')).trim()
  const staffNumber = cell('staffNumber')
  const faults: string[] = []
  const dayIn = (column: 'from' | 'to', called: string) =>
    readDay(cell(column) || null, 'started', called, (_field, sentence) => faults.push(sentence))
  const from = dayIn('from', 'first day')
  const to = dayIn('to', 'last day') ?? from
  const [shifts, hours] = [countIn(cell('shifts'), 'shifts', faults), countIn(cell('hours'), 'hours', faults)]
  const fault = faults[0] ?? faultOf({ staffNumber, from, to, shifts, hours, today })
  if (fault || !from || !to) return { line, staffNumber, reason: fault ?? 'The day is missing.' }
  return { line, staffNumber, from, to, shifts: shifts ?? 0, hours: hours ?? 0 }
}

function countIn(text: string, what: 'shifts' | 'hours', faults: string[]): number | null {
  if (text === '') return null
  const number = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (Number.isNaN(number) || (what === 'shifts' && !Number.isInteger(number)))
    faults.push(`“${text}” is not a number of ${what}.`)
  return Math.round(number * 100) / 100
}

type Given = {
  staffNumber: string
  from: Day | null
  to: Day | null
  shifts: number | null
  hours: number | null
  today: Day
}

function faultOf({ staffNumber, from, to, shifts, hours, today }: Given): string | null {
  if (staffNumber === '') return 'The staff number is missing.'
  if (!from || !to) return 'The day is missing.'
  if (to < from) return `The last day, ${formatDay(to)}, is before the first.`
  if (to > today) return `${formatDay(to)} has not come yet: only what was worked can be counted.`
  const days = daysBetween(from, to) + 1
  if (days > 92) return 'A stretch is at most three months long.'
  if (shifts === null && hours === null) return 'Neither shifts nor hours are given.'
  if ((shifts ?? 0) > 3 * days) return `${shifts} shifts are too many for ${days === 1 ? 'one day' : `${days} days`}.`
  return (hours ?? 0) > 24 * days
    ? `${hours} hours are more than ${days === 1 ? 'a day has' : `${days} days have`}.`
    : null
}

export type Judged = {
  readonly added: readonly TimeWorked[]
  readonly changed: readonly TimeWorked[]
  readonly unchanged: number
  readonly refused: readonly RefusedTime[]
}

/** What rows would do to what is recorded: added, changed, the same already, or refused with the reason. */
export function judge(
  rows: readonly ReadRow[],
  people: ReadonlyMap<string, PersonId>,
  recorded: readonly TimeWorked[],
): Judged {
  const known = new Map<PersonId, (TimeWorked & { line?: number })[]>()
  for (const one of recorded) known.set(one.person, [...(known.get(one.person) ?? []), one])
  const [added, changed, refused]: [TimeWorked[], TimeWorked[], RefusedTime[]] = [[], [], []]
  let unchanged = 0
  for (const { line, staffNumber, ...row } of rows) {
    const person = people.get(staffNumber)
    if (!person) {
      refused.push({ line, staffNumber, reason: 'Nobody here has this staff number.' })
      continue
    }
    const theirs = known.get(person) ?? []
    const other = theirs.find((one) => one.from <= row.to && one.to >= row.from)
    const reason = other && againstBoth(other, row)
    if (reason) refused.push({ line, staffNumber, reason })
    else if (other && other.shifts === row.shifts && other.hours === row.hours) unchanged += 1
    else (other ? changed : added).push({ person, ...row })
    if (!reason) known.set(person, [...theirs.filter((one) => one !== other), { person, ...row, line }])
  }
  return { added, changed, unchanged, refused }
}

function againstBoth(other: TimeWorked & { line?: number }, row: { from: Day; to: Day }): string | null {
  if (other.line !== undefined) return `Line ${other.line} says something of these days already.`
  if (other.from === row.from && other.to === row.to) return null
  return `Overlaps what is recorded from ${formatDay(other.from)} to ${formatDay(other.to)}.`
}
