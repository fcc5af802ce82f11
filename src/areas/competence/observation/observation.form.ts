// The fields of planning an observation, of answering whether it may be, and of recording one from paper; each once.
import { choice, date, defineForm } from '../../../design/index.ts'

export const planForm = defineForm({
  session: choice({
    label: 'Which session do you want to observe?',
    hint: 'Everybody in it is asked first. You come only if all of them agree.',
    called: 'a session',
    missing: 'Select a session',
  }),
})

export const consentForm = defineForm({
  answer: choice({
    label: 'Is it all right with you?',
    missing: 'Select yes or no',
    inline: true,
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  }),
})

export const paperForm = defineForm({
  supervisor: choice({ label: 'Who was observed?', as: 'select', missing: 'Select who was observed' }),
  observer: choice({ label: 'Who observed?', as: 'select', missing: 'Select who observed' }),
  seenOn: date({ label: 'On which day?', called: 'the day', mustBe: 'past or today' }),
})
