// The fields of a session that was held without having been booked.
import { choice, date, defineForm, longText, person } from '../../../design/index.ts'
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

const why = {
  label: 'Why it was held all the same',
  hint: 'Shown to administrators and safeguarding leads. No case details',
  max: 500,
  rows: 2,
}

/** Read with every session; drawn where the supervisor was not in date by the policy. */
export const whyForm = defineForm({ reason: longText({ ...why, optional: true }) })
/** The same as it is drawn: it is asked for then. */
export const whyAskedForm = defineForm({ reason: longText(why) })
