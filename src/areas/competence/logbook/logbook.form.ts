// The fields of an entry in the logbook, said once.
import { choice, date, defineForm, person } from '../../../design/index.ts'

export const entryForm = defineForm({
  step: choice({ label: 'What did you do?', called: 'what you did' }),
  on: date({ label: 'On which day?', called: 'the day', mustBe: 'past or today' }),
  other: person({
    label: 'Who was there with you?',
    called: 'the colleague',
    hint: 'The supervisor whom you watched, or the senior who was present; they are asked to confirm it. Nobody for a course or a qualification',
    optional: true,
  }),
})
