// Who may let a colleague read a case: its holder, and a supervisor to whom it was brought. For everybody else it is not there.
import type { PersonId } from '../../../platform/ids.ts'
import { access } from '../../../platform/web/page.ts'
import type { CaseFacts } from '../case/case.ts'
import type { Cover, Covered } from './cover.ts'

export type CoverSubject = { readonly facts: CaseFacts; readonly covered: Covered }

export const grantsCover = access<CoverSubject>(
  'The holder of the case, and a supervisor to whom it was brought',
  (asker, { covered }) => covered.holder === asker.person || covered.supervisors.includes(asker.person),
)

export const endsCover = access<{ readonly cover: Cover; readonly holder: PersonId }>(
  'The holder of the case, and whoever granted it',
  (asker, { cover, holder }) => holder === asker.person || cover.grantedBy === asker.person,
)
