// One line of a staff file, read and judged by itself (SPEC 1.1). Every fault is said at once, beside its column, in
// words that tell how to mend it. What needs the other lines or the register (twice the same number, an unknown line
// manager, a circle) is judged when the whole file is in.
import { nearestWord } from '../../../platform/nearest-word.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { PostKind } from '../post/post.ts'
import { hasControlCharacters, isEmail } from '../register/person.ts'
import type { Mapping, StaffField } from './columns.ts'
import { readDay, readHours, readKind, readYesNo } from './staff-words.ts'

export type StaffRow = {
  readonly line: number
  readonly staffNumber: string | null
  readonly assignment: string
  readonly name: string | null
  readonly email: string | null
  /** Names from the top, joined by ' > '. */
  readonly unitPath: string | null
  readonly staffGroup: string | null
  readonly profession: string | null
  readonly band: string | null
  readonly trainingStage: string | null
  readonly hoursPerWeek: number | null
  readonly kind: PostKind | null
  readonly caseload: boolean | null
  readonly managerNumber: string | null
  readonly started: Day | null
  readonly ended: Day | null
  readonly hasLeft: boolean
  readonly registration: string | null
  readonly trainingLevel: string | null
  readonly trainingDay: Day | null
  /** 'field|sentence' for each fault; null when there is none. */
  readonly faults: readonly string[] | null
}

/** A staff group of the policies in force: what figures use, what people say, other words for it. */
export type KnownStaffGroup = { readonly key: string; readonly name: string; readonly aliases?: readonly string[] }

export type StaffRowReading = {
  readonly mapping: Mapping
  /** How many columns the headings have. */
  readonly width: number
  /** From a word in small letters to the staff group's key; `null` key: keep the word as it stands. */
  readonly staffGroups: ReadonlyMap<string, string | null>
  /** Names to suggest from; when there are none, any staff group is taken. */
  readonly staffGroupNames: readonly string[]
}

/** What a staff group's words are compared as. */
export const plainWords = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** The words by which staff groups are known, with the organisation's own on top. */
export function staffGroupWords(
  known: readonly KnownStaffGroup[],
  own: ReadonlyMap<string, string>,
): ReadonlyMap<string, string | null> {
  const words = new Map<string, string | null>()
  for (const { key, name, aliases = [] } of known) {
    for (const word of [key, name, ...aliases]) words.set(plainWords(word), key)
  }
  for (const [heard, meant] of own) words.set(heard, meant === '' ? null : meant)
  return words
}

const longest: Partial<Record<StaffField, number>> = { staffNumber: 40, managerNumber: 40, assignment: 40, email: 254 }
const many = /[>\\/|»]\s*/

type Fault = (field: StaffField, sentence: string) => void

/** A line of the file as a row with its faults. */
export function readStaffRow(cells: readonly string[], line: number, reading: StaffRowReading): StaffRow {
  const faults: string[] = []
  const fault: Fault = (field, sentence) => faults.push(`${field}|${sentence}`)
  const cell = (field: StaffField): string | null => {
    const at = reading.mapping[field]
    return at === undefined ? null : cellOf(cells[at] ?? '', field, fault)
  }
  if (cells.length !== reading.width) fault('staffNumber', widthFault(cells.length, reading.width))
  const started = readDay(cell('started'), 'started', 'start date', fault)
  const ended = readDay(cell('ended'), 'ended', 'end date', fault)
  if (started !== null && ended !== null && ended < started) {
    fault('ended', `The end date is before the start date.`)
  }
  const [staffNumber, managerNumber] = [readStaffNumber(cell('staffNumber'), fault), cell('managerNumber')]
  if (managerNumber !== null && managerNumber === staffNumber) fault('managerNumber', 'The line manager is the person.')
  const trainingDay = readDay(cell('trainingDay'), 'trainingDay', 'training date', fault)
  return {
    line,
    staffNumber,
    assignment: cell('assignment') ?? '',
    name: readNames(cell, fault),
    email: readEmail(cell('email'), fault),
    unitPath: readUnitPath(cell, fault),
    staffGroup: readStaffGroup(cell('staffGroup'), reading, fault),
    profession: cell('profession'),
    band: cell('band')?.replace(/^band\s+(?=\d)/i, '') ?? null,
    trainingStage: cell('trainingStage'),
    hoursPerWeek: readHours(cell('hoursPerWeek'), fault),
    kind: readKind(cell('kind'), fault),
    caseload: readYesNo(cell('caseload'), fault),
    managerNumber,
    started,
    ended,
    hasLeft: hasLeft(cell('status')),
    registration: cell('registration'),
    trainingLevel: cell('trainingLevel'),
    trainingDay,
    faults: faults.length === 0 ? null : faults,
  }
}

function widthFault(has: number, wanted: number): string {
  const few = `This line has ${has} ${has === 1 ? 'column' : 'columns'}, the headings have ${wanted}.`
  return has > wanted ? `${few} A comma inside a cell may lack its quotation marks.` : `${few} The line may be cut off.`
}

const untidy = /^\s|\s$|\s\s|[^\S ]|\0/

/** The cell without outer and doubled spaces; null when it is empty. Says what cannot be kept. */
function cellOf(raw: string, field: StaffField, fault: Fault): string | null {
  if (raw === '') return null
  // The database cannot hold a NUL, so the row is kept without it, and refused.
  const text = untidy.test(raw) ? raw.replaceAll('\0', '').replace(/\s+/g, ' ').trim() : raw
  if (text === '') return null
  if (text.includes('\ufffd')) fault(field, 'Some letters cannot be read. Save the file as UTF-8 and try again.')
  else if (hasControlCharacters(text === raw ? raw : raw.replace(/\s+/g, ' ')))
    fault(field, 'There are characters in this cell that cannot be seen. Type it again.')
  const most = longest[field] ?? 200
  if (text.length <= most) return text
  fault(field, `This is ${text.length} letters long; ${most} is the most.`)
  return text.slice(0, most)
}

function readStaffNumber(text: string | null, fault: Fault): string | null {
  if (text === null) fault('staffNumber', 'The staff number is missing.')
  else if (/^\d(\.\d+)?e\+\d+$/i.test(text)) {
    fault('staffNumber', `“${text}” was shortened by a spreadsheet. Make the column text and export it again.`)
  }
  return text
}

function readNames(cell: (field: StaffField) => string | null, fault: Fault): string | null {
  const parts = [cell('firstName'), cell('lastName')].filter((part) => part !== null)
  const name = cell('name') ?? (parts.length > 0 ? parts.join(' ') : null)
  if (name === null) fault('name', 'The name is missing.')
  else if (name.length > 200) fault('name', `The name is ${name.length} letters long; 200 is the most.`)
  return name?.slice(0, 200) ?? null
}

function readEmail(text: string | null, fault: Fault): string | null {
  if (text !== null && !isEmail(text)) fault('email', `“${text}” is not an e-mail address.`)
  return text
}

function readUnitPath(cell: (field: StaffField) => string | null, fault: Fault): string | null {
  const levels = ['unitLevel1', 'unitLevel2', 'unitLevel3', 'unitLevel4', 'unitLevel5'] as const
  const parts = levels.map((level) => cell(level)).filter((part) => part !== null)
  const team =
    cell('unit')
      ?.split(many)
      .map((part) => part.trim())
      .filter(Boolean) ?? []
  const path = [...parts, ...team].filter(
    (part, at, all) => at === 0 || plainWords(part) !== plainWords(all[at - 1] ?? ''),
  )
  if (path.length > 8) fault('unit', 'The team lies more than 8 levels deep.')
  return path.length === 0 ? null : path.slice(0, 8).join(' > ')
}

function readStaffGroup(text: string | null, reading: StaffRowReading, fault: Fault): string | null {
  if (text === null) return null
  const meant = reading.staffGroups.get(plainWords(text))
  if (meant !== undefined) return meant ?? text
  if (reading.staffGroupNames.length === 0) return text
  const near = nearestWord(text, reading.staffGroupNames)
  const hint = near === null ? 'Say below what it means, or change the file.' : `Did you mean “${near}”?`
  fault('staffGroup', `The policy has no staff group “${text}”. ${hint}`)
  return text
}

const hasLeft = (status: string | null): boolean =>
  status !== null && /\b(left|leaver|terminated|ended|resigned|retired|ex-?employee)\b/i.test(status)
