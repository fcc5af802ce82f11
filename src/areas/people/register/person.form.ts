// The fields of a person, said once.
import { date, defineForm, email, text } from '../../../design/index.ts'

export const personForm = defineForm({
  name: text({ label: 'Full name', hint: 'As the person uses it at work', max: 200 }),
  staffNumber: text({ label: 'Staff number', hint: 'As in the workforce system', max: 40, optional: true }),
  email: email({ label: 'Work e-mail', optional: true }),
})

export const leavingForm = defineForm({
  lastDay: date({ label: 'Last day', hint: 'Every post ends then, and the person can no longer sign in' }),
})
