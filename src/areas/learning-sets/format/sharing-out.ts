// How the minutes of a whole are shared out over its pieces (SPEC 7.3, 7.5): pieces with minutes of their own have them first,
// the others have their share of what is left, or an equal part where none is said. What is shared out in whole seconds adds
// up to the whole exactly; fixed minutes are never stretched, and only pressed together when the whole is too short for them.

export type Piece = { readonly share: number | null; readonly fixed: number | null }

/** Seconds of each piece of a whole of so many seconds, in their order. */
export function shareOut(whole: number, pieces: readonly Piece[]): readonly number[] {
  const fixed = pieces.reduce((sum, one) => sum + (one.fixed ?? 0), 0)
  if (fixed > whole)
    return inProportion(
      whole,
      pieces.map((one) => one.fixed ?? 0),
    )
  const open = pieces.filter((one) => one.fixed === null)
  const said = open.some((one) => one.share !== null)
  const weights = pieces.map((one) => (one.fixed !== null ? 0 : said ? (one.share ?? 0) : 1))
  const left = open.length === 0 ? pieces.map(() => 0) : inProportion(whole - fixed, weights)
  return pieces.map((one, at) => one.fixed ?? left[at] ?? 0)
}

/** A whole number cut into whole numbers that are in proportion to the weights and add up to it. */
export function inProportion(whole: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (whole * weight) / sum)
  const down = exact.map(Math.floor)
  const missing = whole - down.reduce((total, one) => total + one, 0)
  const byRest = exact
    .map((one, at) => ({ at, rest: one - Math.floor(one) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
    .slice(0, missing)
  const raised = new Set(byRest.map(({ at }) => at))
  return down.map((one, at) => one + (raised.has(at) ? 1 : 0))
}
