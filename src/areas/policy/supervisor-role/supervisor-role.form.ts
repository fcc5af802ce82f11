// Giving a supervisor role, and ending it.
import { choice, date, defineForm } from '../../../design/index.ts'

export const supervisorRoleForm = defineForm({
  role: choice({ label: 'Supervisor role', as: 'select', missing: 'Choose a supervisor role' }),
  from: date({ label: 'From', hint: 'Sessions they lead count from this day on' }),
})

export const endSupervisorRoleForm = defineForm({
  lastDay: date({ label: 'Last day', hint: 'Sessions they lead up to this day count' }),
})
