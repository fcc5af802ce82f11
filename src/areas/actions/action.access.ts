// Who may see and report on an action (SPEC 5.11, TRUST): its owner and whoever agreed it with them.
import { access } from '../../platform/web/page.ts'
import type { ActionFacts } from './action.ts'

export const partiesOfAction = access<ActionFacts>(
  'The person who will do it, and whoever agreed it with them',
  (asker, action) => asker.person === action.owner || asker.person === action.agreedBy,
)
