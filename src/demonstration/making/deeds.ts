// Deeds of the past in the order in which they happened. What one person does at one moment is one work.
import type { Moment } from '../../platform/time/moment.ts'
import type { Work } from '../../platform/work.ts'
import type { Making } from './making.ts'

export type Deed = {
  readonly at: Moment
  /** The key of who does it. */
  readonly by: string
  readonly run: (work: Work) => Promise<unknown>
  /** Counts as a session in the progress. */
  readonly isSession?: boolean
}

/** Does everything in order; tells after each work how many sessions have been dealt with. */
export async function doAll(making: Making, deeds: readonly Deed[], tell: (sessions: number) => void): Promise<void> {
  const inOrder = [...deeds].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  let sessions = 0
  for (let first = 0; first < inOrder.length; ) {
    const start = inOrder[first]
    if (!start) break
    let end = first
    while (inOrder[end]?.at === start.at && inOrder[end]?.by === start.by) end += 1
    const together = inOrder.slice(first, end)
    await making.as(start.by, start.at, async (work) => {
      for (const deed of together) await deed.run(work)
    })
    sessions += together.filter((deed) => deed.isSession).length
    tell(sessions)
    first = end
  }
}
