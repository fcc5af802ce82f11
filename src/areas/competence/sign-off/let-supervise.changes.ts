// Whom a lead let supervise without the steps, for the report of what was let through (SPEC 5.2). Reads only.
import type { Work } from '../../../platform/work.ts'
import type { LetSupervise } from '../../supervision/index.ts'
import { waysOn } from '../pathway/held.changes.ts'
import { findWithoutSteps } from './sign-off.store.ts'

const how = { 'for now': 'For now, before the steps', 'starting list': 'Supervised before' } as const

/** The newest first, at most so many; an exception that was ended says until when it held. */
export async function letSupervise(work: Work, { most }: { readonly most: number }): Promise<readonly LetSupervise[]> {
  const found = await findWithoutSteps(work, most)
  if (found.length === 0) return []
  const { pathways } = await waysOn(work, work.today)
  return found.map(({ person, by, at, way, pathway, to, reason, endedAt }) => ({
    person,
    by,
    at,
    way: pathways.find(({ key }) => key === pathway)?.name ?? pathway,
    how: way === 'for now' ? how['for now'] : how['starting list'],
    until: way === 'for now' || endedAt !== null ? to : null,
    reason: reason ?? '',
  }))
}
