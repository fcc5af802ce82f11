// A queue in which everybody stands at most once, and a few are served at a time.

export type Turns<Thing> = {
  /** Serves it soon; nothing when it is waiting already. Asked for while it is served, it is served once more. */
  readonly add: (thing: Thing) => void
  readonly drop: (thing: Thing) => void
  readonly waiting: () => number
}

/** `serve` may not throw; `atOnce` is how many are served together. */
export function takeTurns<Thing>(serve: (thing: Thing) => Promise<void>, atOnce: number): Turns<Thing> {
  const queue = new Set<Thing>()
  let serving = 0
  const next = () => {
    if (serving >= atOnce) return
    const [thing] = queue
    if (thing === undefined) return
    queue.delete(thing)
    serving += 1
    void serve(thing).finally(() => {
      serving -= 1
      next()
    })
  }
  return {
    add: (thing) => {
      queue.add(thing)
      next()
    },
    drop: (thing) => {
      queue.delete(thing)
    },
    waiting: () => queue.size,
  }
}
