// Small numbers are not shown, nor what would tell them (SPEC 8.3, TRUST). A count from one to four is hidden; a total is shown
// only where nothing is hidden, so that no difference tells a hidden count. Of two tables that count the same things the second
// is left out where the first hides something: its sum would be the total. Figures are of whole quarters that are over, so that
// nothing can be told from one day's figures to the next.

export type Cell = { readonly label: string; readonly count: number }
/** `count` is null where it is hidden. */
export type ShownCell = { readonly label: string; readonly count: number | null }
/** `total` is null where it would tell a hidden count. */
export type ShownTable = { readonly cells: readonly ShownCell[]; readonly total: number | null }

export const FEWEST = 5

/** The cells of one table as they may be shown, with their total where nothing is hidden. */
export function suppress(cells: readonly Cell[]): ShownTable {
  const shown = cells.map(({ label, count }) => ({ label, count: count > 0 && count < FEWEST ? null : count }))
  const isWhole = shown.every(({ count }) => count !== null)
  return { cells: shown, total: isWhole ? cells.reduce((sum, { count }) => sum + count, 0) : null }
}

/** Two tables that count the same things: the second has no cells where either hides something. */
export function suppressBoth(one: readonly Cell[], other: readonly Cell[]): readonly [ShownTable, ShownTable] {
  const [first, second] = [suppress(one), suppress(other)]
  if (first.total !== null && second.total !== null) return [first, second]
  return [
    { ...first, total: null },
    { cells: [], total: null },
  ]
}
