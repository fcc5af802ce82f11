// The words and fields of choosing a supervisor.
import { choice, defineForm, person } from '../../../design/index.ts'

export const pairForm = defineForm({
  type: choice({ label: 'Kind of supervision' }),
  side: choice({
    label: 'Who supervises?',
    options: [
      { value: 'they', label: 'They supervise me' },
      { value: 'me', label: 'I supervise them', hint: 'They are asked whether they agree' },
    ],
  }),
  with: person({ label: 'Who' }),
})
