// Who gives supervisor roles.
import { access } from '../../../platform/web/page.ts'

export const roleGivers = access(
  'Administrators, named professionals and designated professionals',
  (asker) => ['administrator', 'named professional', 'designated professional'].some((role) => asker.roles.has(role)),
  'not allowed',
)
