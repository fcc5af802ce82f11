import { describe, expect, it } from 'vitest'
import { suppress, suppressBoth } from './suppression.ts'

const cells = (counts: readonly number[]) => counts.map((count, at) => ({ label: String(at), count }))
const plain = ({ cells: shown, total }: ReturnType<typeof suppress>) =>
  [shown.map(({ count }) => count), total] as const

describe('small numbers', () => {
  it.each([
    [[6, 9, 12], [6, 9, 12], 27],
    [[0, 9, 12], [0, 9, 12], 21],
    [[5, 5], [5, 5], 10],
    [[3, 7, 12], [null, 7, 12], null],
    [[2, 2], [null, null], null],
    [[1, 50], [null, 50], null],
    [[0, 0], [0, 0], 0],
    [[], [], 0],
  ] as const)('%j shows %j, in all %j', (counts, shown, total) => {
    expect(plain(suppress(cells(counts)))).toEqual([shown, total])
  })

  it('cannot be worked out by somebody who knows how they are hidden, in two tables of the same things', () => {
    // Every table of three cells beside every way to split its sum in two, by what is shown of both.
    const most = 9
    const seen = new Map<string, Set<number>[]>()
    for (let code = 0; code < (most + 1) ** 3; code += 1) {
      const counts = [0, 1, 2].map((place) => Math.floor(code / (most + 1) ** place) % (most + 1))
      const sum = counts.reduce((all, count) => all + count, 0)
      for (let part = 0; part <= sum; part += 1) {
        const split = [part, sum - part]
        const key = JSON.stringify(suppressBoth(cells(counts), cells(split)).map(plain))
        const sets = seen.get(key) ?? counts.map(() => new Set<number>())
        for (const [at, count] of counts.entries()) sets[at]?.add(count)
        seen.set(key, sets)
      }
    }
    const told: string[] = []
    for (const [key, sets] of seen) {
      const [[shown]] = JSON.parse(key) as [[(number | null)[]]]
      if (shown.some((count, at) => count === null && sets[at]?.size !== 4)) told.push(key)
    }
    expect(told).toEqual([])
  })
})
