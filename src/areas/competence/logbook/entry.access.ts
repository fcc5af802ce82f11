// Who may see and answer one entry of a logbook: the two who were there.
import { access } from '../../../platform/web/page.ts'
import type { Entry } from './entry.ts'

export const twoOfEntry = access<Entry>(
  'The two who were there',
  (asker, entry) => asker.person === entry.person || asker.person === entry.other,
)
