// The fields of a plan of support and development, each once.
import { choice, date, defineForm, longText } from '../../../design/index.ts'

export const planForm = defineForm({
  what: choice({
    label: 'What you want to write down',
    missing: 'Select what you want to write down',
    options: [
      { value: 'plan', label: 'The plan of support and development that we agreed' },
      { value: 'looked again', label: 'We looked at it again, and carry on' },
      { value: 'closed', label: 'We looked at it again, and it is done' },
    ],
  }),
  words: longText({ label: 'In words that the two of you agree on', max: 20_000, rows: 5, missing: 'Write it down' }),
  on: date({ label: 'The day you look at it again', hint: 'Leave empty when it is done', optional: true }),
})
