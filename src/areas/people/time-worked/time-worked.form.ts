// The field of sending a file of time worked.
import { defineForm, file } from '../../../design/index.ts'

export const timeFileForm = defineForm({
  file: file({
    label: 'File of shifts or hours',
    hint: 'A CSV file with “Staff number”, “From” and “To” (or “Day”), and “Shifts” or “Hours” or both',
    accept: '.csv,.txt,text/csv',
    maxBytes: 10_000_000,
  }),
})
