// Who may see the chain of supervision: whoever looks after it all of it, directors how many, everybody in it their own part.
import { access } from '../../../platform/web/page.ts'
import type { Asker } from '../../../platform/work.ts'
import { mayOversee } from '../supervisors/supervisors.access.ts'

export type Sees = 'all' | 'totals' | 'own part'

/** How much of the chain somebody sees; null for nothing. `inIt`: whether they stand in it. */
export function seesOfChain(asker: Asker, inIt: boolean): Sees | null {
  if (mayOversee(asker)) return 'all'
  if (inIt) return 'own part'
  return asker.roles.has('director') ? 'totals' : null
}

export const chainReaders = access<{ readonly sees: Sees | null }>(
  'Those in it see their own part; senior advisors, named and designated professionals and auditors all of it; directors totals',
  (_asker, { sees }) => sees !== null,
  'not allowed',
)
