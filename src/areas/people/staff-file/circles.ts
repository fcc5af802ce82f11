// Circles of line managers in a file (SPEC 1.1): A is managed by B, B by C, C by A. Each is found once and named in
// full. People who only stand below a circle are in none.

export type ManagerEdge = { readonly person: string; readonly manager: string }

/** Every circle, from its first person in the order given and back: ['A', 'B', 'A']. People who only stand below a circle are in none. */
export function findCircles(edges: readonly ManagerEdge[]): readonly (readonly string[])[] {
  const managers = new Map<string, string[]>()
  for (const { person, manager } of edges) managers.set(person, [...(managers.get(person) ?? []), manager])
  const settled = new Set<string>()
  const circles: string[][] = []
  for (const start of managers.keys()) {
    if (settled.has(start)) continue
    walk(start, managers, settled, circles)
  }
  return circles
}

/** Climbs from `start` without recursion, so that a chain of any length can be climbed. */
function walk(start: string, managers: ReadonlyMap<string, string[]>, settled: Set<string>, circles: string[][]): void {
  const way: { person: string; next: number }[] = [{ person: start, next: 0 }]
  const onWay = new Set([start])
  for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
    const manager = managers.get(at.person)?.[at.next]
    at.next += 1
    if (manager === undefined) {
      way.pop()
      onWay.delete(at.person)
      settled.add(at.person)
    } else if (onWay.has(manager)) {
      const from = way.findIndex(({ person }) => person === manager)
      circles.push([...way.slice(from).map(({ person }) => person), manager])
    } else if (!settled.has(manager)) {
      way.push({ person: manager, next: 0 })
      onWay.add(manager)
    }
  }
}

/** 'Ben Carter (20000003) → Grace Okafor (20000002) → Ben Carter (20000003)', shortened in the middle when it is long. */
export function nameCircle(circle: readonly string[], nameOf: (number: string) => string | undefined): string {
  const named = circle.map((number) => {
    const name = nameOf(number)
    return name === undefined ? number : `${name} (${number})`
  })
  return (named.length > 8 ? [...named.slice(0, 5), '…', ...named.slice(-2)] : named).join(' → ')
}
