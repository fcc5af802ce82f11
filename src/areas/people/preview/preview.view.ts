// What a preview says: counts in sentences, what changes in a row, and the reasons of a refused one.
import { parseDay } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { columns } from '../staff-file/columns.ts'
import type { ImportState, OutcomeRow } from '../import/import.ts'

export type Change = { readonly field: string; readonly before: string; readonly after: string }

const dayFields = new Set(['Start date', 'Last day'])
const shown = (field: string, value: string | null): string => {
  if (value === null || value === '') return 'nothing'
  const day = dayFields.has(field) ? parseDay(value) : null
  return day === null ? value : formatDay(day)
}

/** The fields of a row that change, as they are and as they will be. */
export function changesIn(
  { before, after }: Pick<OutcomeRow, 'before' | 'after'>,
  staffGroups: ReadonlyMap<string, string>,
): readonly Change[] {
  const said = (field: string, value: string | null): string =>
    shown(field, field === 'Staff group' && value !== null ? (staffGroups.get(value) ?? value) : value)
  return Object.keys(after)
    .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({ field, before: said(field, before[field] ?? null), after: said(field, after[field] ?? null) }))
}

/** What an added row brings, without what it leaves empty. */
export const factsIn = ({ after }: Pick<OutcomeRow, 'after'>): string =>
  ['Team', 'Staff group', 'Profession or role', 'Line manager']
    .flatMap((field) =>
      after[field] ? [field === 'Line manager' ? `line manager ${after[field]}` : after[field]] : [],
    )
    .join(', ')

const labels = new Map<string, string>(columns.map(({ field, label }) => [field, label]))

/** Faults as they are kept ('field|sentence' on lines) with the column's name. */
export const faultsIn = (faults: string): readonly { column: string; reason: string }[] =>
  faults.split('\n').map((fault) => {
    const at = fault.indexOf('|')
    return { column: labels.get(fault.slice(0, at)) ?? 'Line', reason: fault.slice(at + 1) }
  })

/** The name of a column by its field. */
export const columnName = (field: string): string => labels.get(field) ?? 'Line'

export const stateWords: Readonly<Record<ImportState, string>> = {
  'choosing columns': 'Waiting for its columns',
  checking: 'Being read',
  checked: 'Ready to look at',
  importing: 'Being imported',
  imported: 'Imported',
  undoing: 'Being undone',
  undone: 'Undone',
  cancelled: 'Cancelled',
  failed: 'Could not be read',
}
