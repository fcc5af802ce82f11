// The tree of units as rows of a page, with numbers.
import type { UnitId, UnitNode } from './unit.ts'

export type UnitRow = UnitNode & { readonly own: number; readonly all: number; readonly leads: readonly string[] }

/** Each unit with the people directly in it and, added up, those in everything below it. */
export function treeRows(
  tree: readonly UnitNode[],
  people: ReadonlyMap<UnitId, number>,
  leads: readonly { unit: UnitId; name: string }[],
): readonly UnitRow[] {
  const all = new Map<UnitId, number>()
  const parents = new Map(tree.map(({ unit, parent }) => [unit, parent]))
  for (const { unit } of tree) {
    const own = people.get(unit) ?? 0
    for (let at: UnitId | null | undefined = unit; at; at = parents.get(at)) all.set(at, (all.get(at) ?? 0) + own)
  }
  return tree.map((node) => ({
    ...node,
    own: people.get(node.unit) ?? 0,
    all: all.get(node.unit) ?? 0,
    leads: leads.filter(({ unit }) => unit === node.unit).map(({ name }) => name),
  }))
}
