// Stopping without harm: no new requests, the running ones are answered, jobs end or go back into the queue, then the
// database is closed. Told twice, it still stops once; a part that fails to stop does not keep the others.

export type Stoppable = {
  /** Answers how many requests were still running when the time was up. */
  readonly drain: (milliseconds: number) => Promise<number>
  /** In this order, each whatever happened to the one before. */
  readonly parts: readonly { readonly name: string; readonly stop: () => Promise<unknown> }[]
  readonly onFault: (part: string, fault: unknown) => void
}

/** How long running requests may take to finish, in milliseconds. */
export const longestDrain = 10_000

/** A function that stops everything once; every call answers the same promise. */
export function stopper({ drain, parts, onFault }: Stoppable): () => Promise<void> {
  let stopping: Promise<void> | null = null
  const stop = async () => {
    await drain(longestDrain).catch((fault: unknown) => onFault('requests', fault))
    for (const { name, stop: stopPart } of parts) {
      try {
        await stopPart()
      } catch (fault) {
        onFault(name, fault)
      }
    }
  }
  return () => {
    stopping ??= stop()
    return stopping
  }
}

/** Stops on SIGTERM and SIGINT, then lets the process go. */
export function stopWhenTold(
  stop: () => Promise<void>,
  exit: (code: number) => void = (code) => process.exit(code),
): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void stop().then(() => exit(0)))
  }
}
