// The fields of an absence, said once.
import { choice, date, defineForm } from '../../../design/index.ts'
import { absenceKinds } from './absence.ts'

const kinds = absenceKinds.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }))

export const absenceForm = defineForm(
  {
    kind: choice({ label: 'Kind of absence', options: kinds, as: 'select' }),
    from: date({ label: 'First day' }),
    to: date({ label: 'Last day', hint: 'Leave empty while it is not known', optional: true }),
    approvedBy: choice({
      label: 'Approved by',
      hint: 'An absence that excuses somebody from supervision needs this',
      as: 'select',
      optional: true,
    }),
  },
  {
    check: ({ from, to }) =>
      to !== null && to < from ? [{ field: 'to', message: 'The last day must be on or after the first' }] : [],
  },
)

export const endAbsenceForm = defineForm({ lastDay: date({ label: 'Last day of absence' }) })
