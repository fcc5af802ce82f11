// The fields of a registration and of a training level, said once.
import { choice, date, defineForm, text } from '../../../design/index.ts'
import { enteredKinds } from './standing.ts'

const kinds = enteredKinds.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }))

export const registrationForm = defineForm({
  kind: choice({ label: 'Kind', options: kinds }),
  body: text({
    label: 'Body',
    called: 'the body',
    hint: 'For example NMC, HCPC or BACP. No registration number',
    max: 100,
  }),
  from: date({ label: 'Since', called: 'the first day', mustBe: 'past or today' }),
  to: date({ label: 'Last day', hint: 'Leave empty while it is not known', optional: true }),
})

export const endForm = defineForm({ lastDay: date({ label: 'Last day' }) })

export const trainingForm = defineForm({
  subject: text({ label: 'Subject', hint: 'For example safeguarding children', max: 100 }),
  level: text({ label: 'Level', hint: 'For example 3', max: 40 }),
  on: date({ label: 'Done on', called: 'the day it was done', mustBe: 'past or today' }),
  expires: date({ label: 'Expires on', hint: 'Leave empty when it does not expire', optional: true }),
})
