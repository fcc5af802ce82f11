// The fields of a unit and of its leads, said once.
import { choice, date, defineForm, person, text } from '../../../design/index.ts'

const facts = {
  name: text({ label: 'Name', max: 200 }),
  parent: choice({ label: 'Part of', hint: 'Leave empty for the top', as: 'select', optional: true }),
}

export const newUnitForm = defineForm({ ...facts, from: date({ label: 'From' }) })
export const changeUnitForm = defineForm({
  ...facts,
  from: date({ label: 'The change holds from', hint: 'Figures for earlier days keep the old name and place' }),
})
export const endUnitForm = defineForm({ lastDay: date({ label: 'Last day' }) })
export const leadForm = defineForm({
  person: person({ label: 'Team lead', missing: 'Find and choose the team lead' }),
  from: date({ label: 'From' }),
})
export const endLeadForm = defineForm({ lastDay: date({ label: 'Last day as team lead' }) })
