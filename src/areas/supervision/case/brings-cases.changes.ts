// Who somebody is in supervision: supervisor, supervisee, and whether they bring cases; "My cases" stands in the navigation
// of those alone.
import { standingFrom } from '../../../platform/standing.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { coversACase } from '../cover/cover.store.ts'
import { supervisedTypes, supervisesSomebody } from '../pair/pair.store.ts'
import { holdsACase, typesMet } from './case.store.ts'

/**
 * Brings cases: whoever holds a case, covers one or is offered one, or is supervised in a kind in which cases are
 * discussed (SPEC 6).
 */
export const supervisionStanding = standingFrom(
  (work) => ({
    supervises: supervisesSomebody(work, work.asker.person),
    pairTypes: supervisedTypes(work, work.asker.person),
    metTypes: typesMet(work, work.asker.person),
    holds: holdsACase(work, work.asker.person),
    covers: coversACase(work, work.asker.person),
  }),
  async ({ supervises, pairTypes, metTypes, holds, covers }, work) => [
    ...(supervises ? ['supervisor'] : []),
    ...(pairTypes.length > 0 ? ['supervisee'] : []),
    ...(holds || covers || (await areCaseWork(work, [...pairTypes, ...metTypes])) ? ['brings cases'] : []),
  ],
)

async function areCaseWork(work: Work, types: readonly string[]): Promise<boolean> {
  if (types.length === 0) return false
  const policy = await policyOn(work)
  return types.some((key) => ['yes', true].includes(policy.type(key)?.caseWork ?? false))
}
