// The top-level headings of a person, from the cards of the areas, in the order of DESIGN's last paragraph.
import type { Area, NavigationItem } from '../../area.ts'
import type { Asker } from '../../work.ts'

export function navigationFor(areas: readonly Area[], asker: Asker): readonly NavigationItem[] {
  const items = areas.flatMap((area) => area.navigation?.(asker) ?? [])
  const byLabel = new Map<string, NavigationItem>()
  for (const item of items) if (!byLabel.has(item.label)) byLabel.set(item.label, item)
  return [...byLabel.values()].sort((a, b) => a.order - b.order)
}
