// The one field of giving a recommendation to somebody else.
import { defineForm, person } from '../../../design/index.ts'

export const ownerForm = defineForm({ owner: person({ label: 'Who sees to it from now on?' }) })
