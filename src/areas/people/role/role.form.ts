// The fields of granting and ending a role, said once.
import { choice, date, defineForm, longText, person } from '../../../design/index.ts'
import { roles, whatFor } from './role.ts'

const options = roles.map((value) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
  hint: whatFor[value],
}))

export const grantForm = defineForm({
  person: person({ label: 'Who gets the role', missing: 'Find and choose who gets the role' }),
  role: choice({ label: 'Role', options }),
  from: date({ label: 'From', mustBe: 'today or future' }),
  to: date({ label: 'Last day', hint: 'Leave empty for until further notice', optional: true }),
  reason: longText({ label: 'Why', hint: 'Stays on record', max: 500, called: 'the reason' }),
})

export const endGrantForm = defineForm({
  reason: longText({ label: 'Why does it end?', hint: 'Stays on record', max: 500, called: 'the reason' }),
})
