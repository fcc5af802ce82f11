// What every dashboard page reads beside its figures.
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { countWaiting } from '../figures/figures.store.ts'
import type { DashboardPolicy } from './coverage.ts'
import { coverageTarget } from './dashboard.view.ts'

/** The policy's words and target on a day, and how many figures are still being worked out. */
export async function dashboardPolicy(work: Work, day: Day): Promise<DashboardPolicy> {
  const policy = await policyOn(work, day)
  return {
    names: new Map(policy.types.map((type) => [type.key, type.name])),
    groups: new Map(policy.staffGroups.map((group) => [group.key, group.name])),
    target: coverageTarget(policy),
    waiting: await countWaiting(work),
  }
}
