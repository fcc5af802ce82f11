// Who covers, and up to which day.
import { date, defineForm, person } from '../../../design/index.ts'

export const coverForm = defineForm({
  colleague: person({ label: 'Colleague', missing: 'Find and choose the colleague who covers' }),
  until: date({
    label: 'Last day',
    hint: 'Up to 12 weeks ahead. It ends by itself after that day.',
    missing: 'Enter the last day',
    mustBe: 'today or future',
  }),
})
