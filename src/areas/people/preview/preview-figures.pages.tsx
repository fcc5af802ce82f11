// The counts of a preview, each opening to its rows.
import { FigureTiles } from '../../../design/index.ts'
import type { ImportCounts, StaffImport } from '../import/import.ts'

export function PreviewFigures({ one, counts }: { one: StaffImport; counts: ImportCounts }) {
  const open = one.state === 'checked'
  const at = `/set-up/people/imports/${one.id}`
  const tile = (value: number, says: string, rows?: string) => ({
    value: value.toLocaleString('en-GB'),
    says,
    href: open && value > 0 && rows !== undefined ? rows : undefined,
  })
  const figures = [
    tile(counts.added, 'added', `${at}/rows/added`),
    tile(counts.changed, 'changed', `${at}/rows/changed`),
    tile(counts.left, 'left, as the file says', `${at}/rows/left`),
    ...(counts.missing > 0 ? [tile(counts.missing, 'left, not in the file', `${at}/rows/missing`)] : []),
    tile(counts.unchanged, 'stay as they are'),
    { ...tile(counts.refused, 'refused', '#refused'), tone: counts.refused > 0 ? ('late' as const) : undefined },
  ]
  return <FigureTiles figures={figures} label="What the file does" />
}
