// How a live page keeps at it: what it sends is sent again until the server has answered, what it asks for is asked for again,
// and one asking at a time. Knows no page, so that programs that stand for a browser in tests do exactly the same.

// A program that was killed is back within some seconds, and whoever waits for it is to be back with it: pauses grow slowly at
// first. Each browser's differ, so that they do not come all at once.
const sendPauses = [300, 600, 1_000, 1_000, 1_000, 1_000, 1_500, 2_000, 3_000, 4_000]
const mostAskPause = 5_000
const quickTries = 10

/** How long to wait before the next try, in milliseconds, after this many have failed one after the other. */
export function pauseAfter(failures: number, longest: number): number {
  const pause =
    failures <= quickTries ? Math.min(1_000, 300 * 1.5 ** (failures - 1)) : 1_000 * 2 ** (failures - quickTries)
  return Math.min(longest, pause) * (0.5 + Math.random())
}

/**
 * Sends until the server has answered with anything but a fault of its own; null when it could not be brought there for a
 * quarter of a minute. `send` must send the same under the same key each time. `onAgain` is told before each pause.
 */
export async function bringToServer(send: () => Promise<Response>, onAgain: () => void): Promise<Response | null> {
  for (const pause of [...sendPauses, null]) {
    try {
      const answer = await send()
      if (answer.status < 500) return answer
    } catch {
      // The network is away; what was sent may have come or not.
    }
    if (pause === null) break
    onAgain()
    await sleep(pause * (0.7 + Math.random() * 0.6))
  }
  return null
}

/** Asks until there is an answer; null and a fault are none. */
export async function askUntilAnswered<Answer>(ask: () => Promise<Answer | null>): Promise<Answer> {
  for (let failures = 1; ; failures += 1) {
    const answer = await ask().catch(() => null)
    if (answer !== null) return answer
    await sleep(pauseAfter(failures, mostAskPause))
  }
}

/** Runs it; asked for while it runs, it runs once more afterwards, however often it was asked. */
export function oneAtATime(deed: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false
  const run = async () => {
    try {
      do {
        again = false
        await deed()
      } while (again)
    } finally {
      running = null
    }
  }
  return () => {
    if (running) again = true
    else running = run()
    return running
  }
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
