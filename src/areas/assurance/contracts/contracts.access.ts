// Whose contracts somebody may see: those with people they supervise; their own staff, as facts; everybody's, as facts, for the
// safeguarding service, auditors and administrators; directors see totals (TRUST, SPEC 3.3).
import type { Asker } from '../../../platform/work.ts'
import { isAdministrator } from '../../people/index.ts'
import { mayLookAtTeam, maySeeNames, maySeeTotals } from '../dashboard/dashboard.access.ts'
import type { Scope } from './contracts-asked.ts'

/** The scopes that somebody may choose from, the one that says most to them first; one's own people are everybody's. */
export function scopesOf(asker: Asker): readonly Scope[] {
  const others: readonly Scope[] = [
    ...(mayLookAtTeam(asker) ? (['team'] as const) : []),
    ...(maySeeTotals(asker) || isAdministrator(asker) ? (['all'] as const) : []),
  ]
  return asker.standing.has('supervisor') ? ['mine', ...others] : [...others, 'mine']
}

/** Whether somebody sees people behind the figures of a scope; directors see totals of everybody. */
export const maySeeLines = (asker: Asker, scope: Scope): boolean =>
  scope !== 'all' || maySeeNames(asker) || isAdministrator(asker)
