// Who may see what of supervision as a whole.
import { access } from '../../platform/web/page.ts'

const leads = [
  'administrator',
  'senior advisor',
  'named professional',
  'designated professional',
  'director',
  'auditor',
]

export const seeOverrides = access(
  'Administrators, safeguarding leads, directors and auditors',
  (asker) => leads.some((role) => asker.roles.has(role)),
  'not allowed',
)
