// The fields of booking a whole team at once, and of a series.
import { choice, choices, defineForm } from '../../../design/index.ts'
import { timeFields } from '../booking/booking.form.ts'
import { monthsUpTo, rhythmFields } from './rhythm.form.ts'

export const groupForm = defineForm({
  type: choice({ label: 'Kind of supervision' }),
  people: choices({ label: 'Who comes', missing: 'Select who comes', small: true }),
  ...timeFields,
})

export const seriesForm = defineForm(
  {
    type: choice({ label: 'Kind of supervision' }),
    people: choices({
      label: 'With',
      hint: 'Those you supervise. One person, or a group',
      missing: 'Select with whom',
      small: true,
    }),
    ...rhythmFields({ many: 'How many sessions', least: 2, most: 52 }),
    ...timeFields,
  },
  { check: monthsUpTo(12) },
)
