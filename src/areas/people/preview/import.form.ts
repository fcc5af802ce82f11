// The fields of an import, said once: the file, which column is which, and from when changes hold.
import { choice, date, defineForm, type Field, file, tick } from '../../../design/index.ts'
import { columns, type Mapping, type StaffField } from '../staff-file/columns.ts'

export const fileForm = defineForm({
  file: file({
    label: 'Staff file',
    hint: 'A CSV file of up to 60 MB, as a workforce system exports it or as our template has it',
    accept: '.csv,.txt,text/csv',
    maxBytes: 60_000_000,
  }),
})

const columnFields = Object.fromEntries(
  columns.map(({ field, label, hint }) => [field, choice({ label, hint, as: 'select', optional: true })]),
) as Record<StaffField, Field<string | null>>

/** One select for each field; its options are the file's headings, by their place. */
export const columnsForm = defineForm({
  ...columnFields,
  staffNumber: choice({
    label: 'Staff number',
    hint: 'One number for each person, the same in every file',
    missing: 'Choose the column with the staff number',
    as: 'select',
  }),
  from: date({
    label: 'Changes hold from',
    hint: 'When the file does not say since when. For most files that is the day it was made',
  }),
  missingHaveLeft: tick({
    label: 'People who are not in the file',
    option: 'have left. Choose this only when the file has everybody',
  }),
})

/** The mapping that was chosen; places that the file does not have are left out. */
export function mappingFrom(values: Readonly<Record<string, unknown>>, width: number): Mapping {
  const mapping: { [field in StaffField]?: number } = {}
  for (const { field } of columns) {
    const place = typeof values[field] === 'string' ? Number(values[field]) : Number.NaN
    if (Number.isInteger(place) && place >= 0 && place < width) mapping[field] = place
  }
  return mapping
}

/** A mapping as the form shows it. */
export const mappingShown = (mapping: Mapping): Partial<Record<StaffField, string>> =>
  Object.fromEntries(Object.entries(mapping).map(([field, place]) => [field, String(place)]))
