// Opening a discussion asks for a purpose, from a fixed list.
import { choice, defineForm } from '../../../design/index.ts'

export const purposeForm = defineForm({
  purpose: choice({
    label: 'What you read it for',
    hint: 'The people of the session see that you read it. The purpose is kept',
    missing: 'Select what you read it for',
    options: [
      { value: 'somebody may be at risk', label: 'Somebody may be at risk' },
      { value: 'following up a concern', label: 'Following up a concern that was passed on' },
      { value: 'quality of supervision', label: 'Quality of supervision' },
      { value: 'learning from a review', label: 'Learning from a review' },
      { value: 'support for the supervisor', label: 'Support for the supervisor' },
    ],
  }),
})
