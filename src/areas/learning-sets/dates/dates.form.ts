// The words and fields of planning meetings: a rhythm for many, and a day for one.
import { choice, date, defineForm, number, text, timeOfDay } from '../../../design/index.ts'
import { monthsUpTo, rhythmFields } from '../../supervision/index.ts'

const when = {
  time: timeOfDay({ label: 'Start', hint: 'For example 2:30pm' }),
  minutes: number({ label: 'Length in minutes', min: 10, max: 600 }),
  format: choice({ label: 'Format', hint: 'How the time is used. It can be changed until the meeting is opened' }),
  place: text({ label: 'Room, address or link', optional: true, max: 300 }),
}

export const rhythmForm = defineForm(
  {
    first: date({ label: 'First meeting', mustBe: 'today or future' }),
    ...rhythmFields({ many: 'How many meetings' }),
    ...when,
  },
  { check: monthsUpTo(6) },
)

export const oneDateForm = defineForm({ day: date({ label: 'Day', mustBe: 'today or future' }), ...when })
