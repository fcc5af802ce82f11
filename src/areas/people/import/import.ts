// A staff import goes from its file to its end in plain steps (SPEC 1.1): choose which column is which, read and check
// the file, look at what would change, then import all of it at once or nothing. Nothing is written to the register
// before "Import these changes"; the same file again changes nothing. Until then it can be cancelled.
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Mapping } from '../staff-file/columns.ts'

export type ImportId = Id<'import'>

export type ImportState =
  | 'choosing columns'
  | 'checking'
  | 'checked'
  | 'importing'
  | 'imported'
  | 'undoing'
  | 'undone'
  | 'cancelled'
  | 'failed'

export type ImportChoices = {
  readonly mapping: Mapping
  /** From which day changes hold when the file does not say. */
  readonly from: Day
  /** People whom the file does not have any more have left. */
  readonly missingHaveLeft: boolean
}

/** What the preview counts: rows of the file, but for `missing` people and `units`. */
export type ImportCounts = {
  readonly rows: number
  readonly added: number
  readonly changed: number
  /** Leave because the file says so. */
  readonly left: number
  /** Leave because the file does not have them any more. */
  readonly missing: number
  readonly unchanged: number
  readonly refused: number
  readonly noted: number
  /** New units that the file names. */
  readonly units: number
}

export type StaffImport = {
  readonly id: ImportId
  readonly fileName: string
  readonly bytes: number
  readonly encoding: 'utf-8' | 'windows-1252'
  readonly delimiter: string
  readonly headings: readonly string[]
  readonly rowsFrom: { readonly byte: number; readonly line: number }
  readonly state: ImportState
  readonly choices: ImportChoices | null
  readonly readBytes: number
  readonly readLine: number
  readonly readRows: number
  readonly counts: ImportCounts | null
  /** Why it failed, or what happened meanwhile. */
  readonly fault: string | null
  readonly registerMark: string
  readonly madeBy: PersonId
  readonly madeAt: Moment
  readonly endedAt: Moment | null
  /** When its changes were written; null before, and for imports of older days. */
  readonly writtenAt: Moment | null
  /** How the register stood then. */
  readonly markAfter: string
}

/** More rows are refused: no organisation has so many staff. */
export const mostRows = 400_000

/** Files up to this size are read at once, larger ones step by step in the background. */
export const readAtOnce = 512 * 1024

/** How far the reading has come, 0 to 100. */
export const percentRead = ({ readBytes, bytes }: Pick<StaffImport, 'readBytes' | 'bytes'>): number =>
  bytes === 0 ? 100 : Math.min(100, Math.floor((100 * readBytes) / bytes))

export const isOver = ({ state }: Pick<StaffImport, 'state'>): boolean =>
  state === 'imported' || state === 'cancelled' || state === 'undoing' || state === 'undone'

/** Whether columns may be chosen, again or for the first time. */
export function mayChooseColumns({ state }: Pick<StaffImport, 'state'>): Decision {
  if (state === 'choosing columns' || state === 'checked' || state === 'failed') return yes()
  return no(state === 'checking' ? 'The file is being read. Wait until it is done.' : 'This import is over.')
}

export const mayCancel = (one: Pick<StaffImport, 'state'>): Decision =>
  isOver(one) || one.state === 'importing' ? no('This import is over; there is nothing to cancel.') : yes()

/** Whether the changes may be imported now. */
export function mayImport({ state, counts }: Pick<StaffImport, 'state' | 'counts'>): Decision {
  if (state === 'imported') return no('These changes have been imported already.')
  if (state !== 'checked' || !counts) return no('The file has not been checked yet.')
  return changesOf(counts) > 0 ? yes() : no('There is nothing to import: the register already says all of this.')
}

export const changesOf = ({ added, changed, left, missing }: ImportCounts): number => added + changed + left + missing

/** One line of the preview. Values before and after, as texts, by field. */
export type OutcomeRow = {
  readonly line: number
  readonly staffNumber: string
  readonly name: string
  readonly person: PersonId | null
  readonly notes: string | null
  readonly from: Day
  readonly to: Day | null
  readonly back: boolean
  readonly before: Readonly<Record<string, string | null>>
  readonly after: Readonly<Record<string, string | null>>
}
