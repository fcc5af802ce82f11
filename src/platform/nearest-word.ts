// "Did you mean …?": the known word nearest to a mistyped one, or nothing when none is near.

/** The known word that differs from `word` by the fewest keystrokes, or null when even that one is too far off to be meant. */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  const wanted = plain(word)
  let best: string | null = null
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of known) {
    const distance = keystrokes(wanted, plain(candidate))
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** " Did you mean “x”?" with its leading space, or the empty string. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const nearest = nearestWord(word, known)
  return nearest === null ? '' : ` Did you mean “${nearest}”?`
}

const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '')

/** Keystrokes to turn one word into the other: put in, take out, replace or swap neighbours. */
function keystrokes(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[to.length]!
}
