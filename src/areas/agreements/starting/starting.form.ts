// Starting a contract: with whom, which of the two supervises, and from which template.
import { choice, defineForm, person } from '../../../design/index.ts'

export const startingForm = defineForm({
  with: person({ label: 'The other person', missing: 'Find the other person, then choose them' }),
  side: choice({
    label: 'Which of you supervises?',
    missing: 'Select which of you supervises',
    options: [
      { value: 'they', label: 'They supervise me' },
      { value: 'me', label: 'I supervise them' },
    ],
  }),
  template: choice({ label: 'Kind of contract', missing: 'Select the kind of contract' }),
})
