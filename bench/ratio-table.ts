// What a benchmark prints: each figure beside the floor that was measured in the same run, and the ratio of the two.
// Ratios travel from machine to machine, seconds do not.

export type Measured = {
  readonly what: string
  /** The figure and its floor in the same unit; without a floor the figure stands alone (bytes on the wire, peaks). */
  readonly figure: number
  readonly floor?: number
  readonly floorIs?: string
  readonly unit: 'ms' | 's' | 'KB' | 'MB' | 'rows/s'
}

/** The rows as a Markdown table, ready for docs/benchmarks.md. */
export function ratioTable(rows: readonly Measured[]): string {
  const lines = rows.map(({ what, figure, floor, floorIs, unit }) => {
    const ratio = floor === undefined || floor === 0 ? '' : `${(figure / floor).toFixed(2)} ×`
    const ground = floor === undefined ? '' : `${shown(floor)} ${unit}${floorIs === undefined ? '' : ` (${floorIs})`}`
    return `| ${what} | ${shown(figure)} ${unit} | ${ground} | ${ratio} |`
  })
  return ['| what | measured | floor | ratio |', '| --- | --- | --- | --- |', ...lines].join('\n')
}

/** The middle one of the given times; of an even number the lower of the two. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

/** Milliseconds that each of `rounds` runs took, after one that is not counted. */
export async function timed(rounds: number, run: () => Promise<unknown>): Promise<readonly number[]> {
  await run()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
  }
  return times
}

const shown = (value: number): string => value.toLocaleString('en-GB', { maximumSignificantDigits: 3 })
