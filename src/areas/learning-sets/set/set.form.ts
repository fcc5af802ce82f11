// The words and fields of making, renaming and handing over a set.
import { choice, date, defineForm, person, text } from '../../../design/index.ts'

const name = text({
  label: 'Name of the set',
  hint: 'For example “Tuesday set, west”. Everybody in it sees the name; keep people’s topics out of it',
  missing: 'Enter a name for the set',
  called: 'name of the set',
  max: 120,
})
const firstDay = date({
  label: 'First day',
  hint: 'When the set first met, or will meet. Members can be entered from this day on',
})

export const setForm = defineForm({
  name,
  type: choice({ label: 'Kind of set' }),
  from: firstDay,
  /** Asked of administrators and programme leads; a facilitator's set is their own. */
  facilitator: person({
    label: 'Facilitator',
    hint: 'Somebody whom the policy names for it. Without a name it is you',
    optional: true,
  }),
  deputy: person({ label: 'Deputy', hint: 'Stands in for the facilitator', optional: true }),
})

export const nameForm = defineForm({ name })

export const handoverForm = defineForm({
  to: person({
    label: 'Who facilitates from today on',
    hint: 'The deputy, or somebody whom the policy names for it',
    missing: 'Choose who facilitates from today on',
  }),
})
