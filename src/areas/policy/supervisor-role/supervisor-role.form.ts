// Giving a supervisor role.
import { choice, date, defineForm } from '../../../design/index.ts'

export const supervisorRoleForm = defineForm({
  role: choice({ label: 'Supervisor role', as: 'select', missing: 'Choose a supervisor role' }),
  from: date({ label: 'From', hint: 'Sessions they lead count from this day on' }),
})
