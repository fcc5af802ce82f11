// The words and fields of booking: a time and a place, with whom, and why a check is set aside.
import { choice, date, defineForm, longText, number, person, text, timeOfDay } from '../../../design/index.ts'
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { londonMoment } from '../../../platform/time/moment.ts'
import type { PlaceKind, Time } from '../session/session.ts'

export const timeFields = {
  day: date({ label: 'Day', mustBe: 'today or future' }),
  time: timeOfDay({ label: 'Start', hint: 'For example 2:30pm' }),
  minutes: number({ label: 'Length in minutes', min: 5, max: 480 }),
  placeKind: choice({
    label: 'Where',
    options: [
      { value: 'in person', label: 'In person' },
      { value: 'video', label: 'By video' },
      { value: 'phone', label: 'By phone' },
    ],
  }),
  place: text({ label: 'Room, address or link', optional: true, max: 300 }),
}

export const timeForm = defineForm(timeFields)

export const bookingForm = defineForm({
  type: choice({ label: 'Kind of supervision' }),
  side: choice({
    label: 'Who supervises?',
    options: [
      { value: 'they', label: 'They supervise me' },
      { value: 'me', label: 'I supervise them' },
    ],
  }),
  with: person({ label: 'With' }),
  ...timeFields,
})

export const overrideFields = {
  reason: longText({
    label: 'Why it should go ahead all the same',
    hint: 'Shown to administrators and safeguarding leads. No case details',
    max: 500,
    optional: true,
    rows: 2,
  }),
}
export const overrideForm = defineForm(overrideFields)

export type TypedTime = {
  readonly day: string
  readonly time: string
  readonly minutes: number
  readonly placeKind: string
}

/** The moment of a typed day and time; refused for the hour that the clocks leave out in March. */
export function readTime(typed: TypedTime): Decision<Time> {
  const day = parseDay(typed.day)
  if (!day) return no('Enter a real day', 'day')
  const startsAt = londonMoment(day, typed.time)
  if (!startsAt) return no('The clocks go forward that night, so this time does not exist. Choose another', 'time')
  return yes({ startsAt, minutes: typed.minutes, placeKind: typed.placeKind as PlaceKind })
}
