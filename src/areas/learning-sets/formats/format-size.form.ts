// For what a format is drawn: minutes, people and topics, as somebody who plans a meeting tries them out.
import { defineForm, number } from '../../../design/index.ts'

export const formatSizeForm = defineForm({
  minutes: number({ label: 'Minutes', called: 'minutes', min: 10, max: 600 }),
  people: number({ label: 'People beside the facilitator', called: 'people', min: 2, max: 30 }),
  topics: number({ label: 'Topics', called: 'topics', min: 1, max: 12 }),
})
