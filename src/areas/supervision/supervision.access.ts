// Who may see what of supervision as a whole.
import { access } from '../../platform/web/page.ts'
import type { Asker } from '../../platform/work.ts'

const leads = [
  'administrator',
  'senior advisor',
  'named professional',
  'designated professional',
  'director',
  'auditor',
]

/** Those who see what went ahead against a check, and why (SPEC 5.2). */
export const maySeeOverrides = (asker: Asker): boolean => leads.some((role) => asker.roles.has(role))

export const seeOverrides = access(
  'Administrators, safeguarding leads, directors and auditors',
  maySeeOverrides,
  'not allowed',
)
