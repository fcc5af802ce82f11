// Giving one item to one person.
import { choice, defineForm, person } from '../../../design/index.ts'

export const releaseForm = defineForm({
  item: choice<string>({ label: 'What do you give?', missing: 'Choose what you give' }),
  recipient: person({
    label: 'To whom?',
    hint: 'One person who works here and was not in the meeting',
    missing: 'Choose to whom you give it',
  }),
})
