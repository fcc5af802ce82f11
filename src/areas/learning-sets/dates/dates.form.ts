// The words and fields of planning meetings: a rhythm for many, and a day for one.
import { choice, date, defineForm, number, text, timeOfDay } from '../../../design/index.ts'

const when = {
  time: timeOfDay({ label: 'Start', hint: 'For example 2:30pm' }),
  minutes: number({ label: 'Length in minutes', min: 10, max: 600 }),
  format: choice({ label: 'Format', hint: 'How the time is used. It can be changed until the meeting is opened' }),
  place: text({ label: 'Room, address or link', optional: true, max: 300 }),
}

export const rhythmForm = defineForm(
  {
    first: date({ label: 'First meeting', mustBe: 'today or future' }),
    every: number({ label: 'Every', min: 1, max: 26 }),
    unit: choice({
      label: 'Weeks or months',
      inline: true,
      options: [
        { value: 'weeks', label: 'weeks' },
        { value: 'months', label: 'months' },
      ],
    }),
    count: number({ label: 'How many meetings', min: 1, max: 26 }),
    ...when,
  },
  {
    check: ({ every, unit }) =>
      unit === 'months' && every > 6 ? [{ field: 'every', message: 'Every must be 6 months or fewer' }] : [],
  },
)

export const oneDateForm = defineForm({ day: date({ label: 'Day', mustBe: 'today or future' }), ...when })
