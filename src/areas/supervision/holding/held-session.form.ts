// The fields of a session that was held without having been booked.
import { date, defineForm, person, choice } from '../../../design/index.ts'
import { timeFields } from '../booking/booking.form.ts'

const { time, minutes, placeKind } = timeFields

export const heldSessionForm = defineForm({
  type: choice({ label: 'Kind of supervision' }),
  with: person({ label: 'Whom did you supervise' }),
  day: date({ label: 'Day', mustBe: 'past or today' }),
  time,
  minutes,
  placeKind,
})
