// Who came to a meeting that is over, all in one list.
import { choices, defineForm } from '../../../design/index.ts'

export const whoCameForm = defineForm({
  came: choices({ label: 'Who was there', missing: 'Tick at least one person who was there', small: true }),
})
