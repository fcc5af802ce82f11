// The details of somebody who is not in the register, and finding them in it later.
import { defineForm, person, text } from '../../../design/index.ts'
import { callFields } from '../asking/asking.form.ts'

export const outsideForm = defineForm({
  name: text({ label: 'Their name', missing: 'Enter their name', max: 120 }),
  role: text({ label: 'Their role', hint: 'Such as agency nurse', missing: 'Enter their role', max: 120 }),
  place: text({
    label: 'Their organisation, or the unit they work in',
    missing: 'Enter their organisation or unit',
    max: 120,
  }),
  ...callFields,
})

export const linkForm = defineForm({
  registered: person({ label: 'Who they are in the register', missing: 'Find and choose them' }),
})
