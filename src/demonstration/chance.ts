// Chance from a seed: the same seed makes the same organisation, whatever the day.

export type Chance = {
  /** At least 0, less than 1. */
  readonly next: () => number
  /** Whether something of this likelihood happens. */
  readonly is: (likelihood: number) => boolean
  /** A whole number from `least` to `most`, both of them possible. */
  readonly between: (least: number, most: number) => number
  readonly oneOf: <T>(all: readonly T[]) => T
}

/** A small generator (mulberry32): good enough to scatter days and names, of no use for secrets. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    is: (likelihood) => next() < likelihood,
    between,
    oneOf: <T>(all: readonly T[]): T => {
      const found = all[between(0, all.length - 1)]
      if (found === undefined) throw new Error('There is nothing to choose from')
      return found
    },
  }
}
