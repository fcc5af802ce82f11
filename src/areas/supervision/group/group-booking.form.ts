// The fields of booking a whole team at once, and of a series.
import { choice, choices, defineForm, number } from '../../../design/index.ts'
import { timeFields } from '../booking/booking.form.ts'

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
    every: number({ label: 'Every', min: 1, max: 52 }),
    unit: choice({
      label: 'Weeks or months',
      inline: true,
      options: [
        { value: 'weeks', label: 'weeks' },
        { value: 'months', label: 'months' },
      ],
    }),
    count: number({ label: 'How many sessions', min: 2, max: 26 }),
    ...timeFields,
  },
  {
    check: ({ every, unit }) =>
      unit === 'months' && every > 12 ? [{ field: 'every', message: 'Every must be 12 months or fewer' }] : [],
  },
)
