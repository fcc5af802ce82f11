// Contracts as rows for a spreadsheet: person by person for those who may see that, otherwise totals by unit.
import type { Day } from '../../../platform/time/day.ts'
import { addDays } from '../../../platform/time/day.ts'
import type { UnitNode } from '../../people/index.ts'
import { type Asked, linesAsked } from './contracts-asked.ts'
import { type ContractKind, type ContractLine, figureOf, type Way, waysOf, wayWords } from './contracts-in-date.ts'

type Csv = [readonly string[], readonly (readonly (string | number | null)[])[]]
type Given = {
  readonly asked: Asked
  readonly day: Day
  readonly kinds: readonly ContractKind[]
  readonly lines: readonly ContractLine[]
  readonly units: readonly UnitNode[]
  readonly named: boolean
}

/** Headings and rows. */
export const contractsCsv = (given: Given): Csv => (given.named ? byPerson(given) : byUnit(given))

function byPerson({ asked, day, kinds, lines, units }: Given): Csv {
  const name = new Map(units.map((unit) => [unit.unit as string, unit.name]))
  const path = new Map(units.map((unit) => [unit.unit as string, unit.path.join(' > ')]))
  const found = linesAsked(lines, asked, { day, unitName: (unit) => name.get(unit) ?? '' })
  return [
    ['Name', 'Unit', 'Supervision', 'Contract', 'Last day'],
    found.map((one) => [
      one.name,
      path.get(one.unit ?? '') ?? '',
      kinds.find((kind) => kind.type === one.type)?.name ?? one.type,
      wayWords[waysOf(one, day)[0] as Way],
      'until' in one.state ? addDays(one.state.until, -1) : null,
    ]),
  ]
}

function byUnit({ day, kinds, lines, units }: Given): Csv {
  const path = new Map(units.map((unit) => [unit.unit as string, unit.path.join(' > ')]))
  const groups = Map.groupBy(lines, (one) => `${one.unit ?? ''}|${one.type}`)
  return [
    ['Unit', 'Supervision', 'In force', 'Of', 'Per cent', 'End within 60 days'],
    [...groups.values()].map((group) => {
      const { inForce, of, percent, endsSoon } = figureOf(group, day)
      const [first] = group
      const kind = kinds.find((one) => one.type === first?.type)
      return [path.get(first?.unit ?? '') ?? '', kind?.name ?? '', inForce, of, percent, endsSoon]
    }),
  ]
}
