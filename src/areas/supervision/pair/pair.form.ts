// The words and fields of choosing a supervisor and of ending a pair.
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

export const endForm = defineForm({
  kind: choice({
    label: 'Why does it end?',
    missing: 'Select why it ends',
    options: [
      { value: 'changed supervisor', label: 'Another supervisor was chosen' },
      { value: 'moved', label: 'One of us moved to another team' },
      { value: 'left', label: 'One of us leaves' },
      { value: 'not working out', label: 'It does not work for us' },
      { value: 'no longer needed', label: 'It is no longer needed' },
    ],
  }),
})
