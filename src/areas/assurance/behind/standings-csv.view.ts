// The figures of a dashboard as rows for a spreadsheet: by person for those who may see names, otherwise totals by unit.
import type { UnitNode } from '../../people/index.ts'
import { coverageOf } from '../dashboard/coverage.ts'
import type { PlacedStanding } from '../dashboard/coverage.ts'
import type { DashboardPolicy } from '../dashboard/coverage.ts'

type Csv = [readonly string[], readonly (readonly (string | number | null)[])[]]

/** Headings and rows. */
export function standingsCsv(
  standings: readonly PlacedStanding[],
  units: readonly UnitNode[],
  policy: DashboardPolicy,
  named: boolean,
): Csv {
  return named ? byPerson(standings, units, policy) : byUnit(standings, units, policy)
}

function byPerson(standings: readonly PlacedStanding[], units: readonly UnitNode[], policy: DashboardPolicy): Csv {
  const path = new Map(units.map((unit) => [unit.unit as string, unit.path.join(' > ')]))
  return [
    ['Name', 'Unit', 'Staff group', 'Supervision', 'Strength', 'State', 'Due', 'Last had'],
    standings.map((one) => [
      one.name,
      path.get(one.unit ?? '') ?? '',
      policy.groups.get(one.staffGroup ?? '') ?? one.staffGroup,
      policy.names.get(one.type) ?? one.type,
      one.strength,
      one.state,
      one.dueOn,
      one.lastOn,
    ]),
  ]
}

function byUnit(standings: readonly PlacedStanding[], units: readonly UnitNode[], policy: DashboardPolicy): Csv {
  const path = new Map(units.map((unit) => [unit.unit as string, unit.path.join(' > ')]))
  const groups = Map.groupBy(standings, (one) => `${one.unit ?? ''}|${one.type}`)
  return [
    ['Unit', 'Supervision', 'Up to date', 'Of', 'Per cent', 'Overdue', 'Never had', 'Excused'],
    [...groups.values()].map((group) => {
      const coverage = coverageOf(group)
      const [first] = group
      return [
        path.get(first?.unit ?? '') ?? '',
        policy.names.get(first?.type ?? '') ?? '',
        coverage.upToDate,
        coverage.of,
        coverage.percent,
        coverage.overdue,
        coverage.neverHad,
        coverage.excused,
      ]
    }),
  ]
}
