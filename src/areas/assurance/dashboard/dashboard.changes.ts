// What every dashboard page reads beside its figures.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { peopleInUnits, staffOf, type UnitId, unitsBelow, unitsLedBy } from '../../people/index.ts'
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

/** Those who report to the asker, and those in the units that the asker leads. */
export async function peopleOf(work: Work, day: Day): Promise<readonly PersonId[]> {
  const people = new Set(await staffOf(work, work.asker.person, day))
  const units = new Set<UnitId>()
  for (const led of await unitsLedBy(work, work.asker.person, day))
    for (const unit of await unitsBelow(work, led, day)) units.add(unit)
  for (const person of await peopleInUnits(work, [...units], day)) people.add(person)
  people.delete(work.asker.person)
  return [...people]
}
