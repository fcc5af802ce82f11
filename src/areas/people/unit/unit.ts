// A unit is a directorate, department, service or team; units form a tree (SPEC, words). Name and place in the tree may
// change with time: each holds from a day, and the tree can be had as at any past day. A unit is never its own ancestor.
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { Id } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'

export type UnitId = Id<'unit'>

/** What a unit is called and where it stands on the day that was asked about. */
export type UnitPlace = { readonly unit: UnitId; readonly name: string; readonly parent: UnitId | null }

/** A unit in its tree, in the order of the tree: parents first, then by name. */
export type UnitNode = UnitPlace & {
  /** 0 at the top. */
  readonly depth: number
  /** Names from the top to this unit. */
  readonly path: readonly string[]
}

/** The tree as a list in its order. A unit whose parent has ended stands at the top, so that nothing is lost. */
export function treeOf(places: readonly UnitPlace[]): readonly UnitNode[] {
  const known = new Set(places.map(({ unit }) => unit))
  const below = new Map<UnitId | null, UnitPlace[]>()
  for (const place of [...places].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))) {
    const parent = place.parent !== null && known.has(place.parent) ? place.parent : null
    below.set(parent, [...(below.get(parent) ?? []), place])
  }
  const nodes: UnitNode[] = []
  const walk = (parent: UnitId | null, path: readonly string[]): void => {
    for (const place of below.get(parent) ?? []) {
      const here = [...path, place.name]
      nodes.push({ ...place, depth: path.length, path: here })
      walk(place.unit, here)
    }
  }
  walk(null, [])
  return nodes
}

/** A unit and everything below it. */
export function unitsUnder(places: readonly UnitPlace[], top: UnitId): readonly UnitId[] {
  const below = new Map<UnitId, UnitId[]>()
  for (const { unit, parent } of places) {
    if (parent !== null) below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  const found = new Set<UnitId>()
  const open = places.some(({ unit }) => unit === top) ? [top] : []
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    if (found.has(unit)) continue
    found.add(unit)
    open.push(...(below.get(unit) ?? []))
  }
  return [...found]
}

/** Whether a unit may stand under `parent`: never under itself or under something of its own; names are unique there. */
export function mayStand(
  places: readonly UnitPlace[],
  wanted: { unit: UnitId | null; name: string; parent: UnitId | null },
): Decision {
  const { unit, parent } = wanted
  if (unit !== null && parent !== null && unitsUnder(places, unit).includes(parent)) {
    return no('A unit cannot stand under itself or under one of its own teams.', 'parent')
  }
  const name = wanted.name.toLowerCase()
  const twin = places.some(
    (place) => place.unit !== unit && place.parent === parent && place.name.toLowerCase() === name,
  )
  return twin ? no('There is already a unit of this name in the same place.', 'name') : yes()
}

/** A lead of a unit, from a day, to a last day or until further notice. */
export type UnitLead<Person> = {
  readonly unit: UnitId
  readonly person: Person
  readonly from: Day
  readonly to: Day | null
}
