// Who reads case discussions as a safeguarding lead; the own service, nearness and time are asked besides (TRUST).
import { access } from '../../../platform/web/page.ts'
import { leadRoles } from '../lead.ts'

export const safeguardingLeads = access(
  'Named and designated professionals, for their own service',
  (asker) => leadRoles.some((role) => asker.roles.has(role)),
  'not allowed',
)
