// Whether somebody brings cases to supervision: "My cases" stands in the navigation of those alone.
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { findCoveredBy } from '../cover/cover.store.ts'
import type { Pair } from '../pair/pair.ts'
import { findCaseStanding } from './case.store.ts'

/** True for whoever holds a case, covers one or is offered one, or is supervised in a kind in which cases are discussed. */
export async function bringsCases(work: Work, agreed: readonly Pair[]): Promise<boolean> {
  const { holds, types } = await findCaseStanding(work, work.asker.person)
  if (holds || (await findCoveredBy(work, work.asker.person, work.today)).length > 0) return true
  const paired = agreed.filter((pair) => pair.supervisee === work.asker.person).map((pair) => pair.type)
  const mine = new Set([...types, ...paired])
  if (mine.size === 0) return false
  const policy = await policyOn(work)
  return [...mine].some((key) => ['yes', true].includes(policy.type(key)?.caseWork ?? false))
}
