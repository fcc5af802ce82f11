// Lists in order of time, cut at a day: what was known by then, and what comes from then on. Found by halving, since
// the engine asks for them many times (SPEC 3.1).

/** Those of a list in order of time that lie on or before a day. */
export function upTo<T extends { readonly day: number }>(list: readonly T[], day: number): readonly T[] {
  if (list.length === 0 || list[list.length - 1]!.day <= day) return list
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.day <= day) low = middle + 1
    else high = middle
  }
  return list.slice(0, low)
}

/** The place of the first that lies on or after a day. */
export function firstFrom(list: readonly { readonly day: number }[], day: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.day < day) low = middle + 1
    else high = middle
  }
  return low
}
