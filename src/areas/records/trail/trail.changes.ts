// Writing to the trail.
import type { Work } from '../../../platform/work.ts'
import { trailKeyOf } from '../sealing/key.changes.ts'
import type { TrailLine } from './trail.ts'
import { appendLines } from './trail.store.ts'

const waiting = new WeakMap<Work, TrailLine[]>()

/**
 * Notes a line that is written just before this work commits: when it cannot be written, nothing of the work stays
 * and nothing is shown (SPEC 12.3). Lines go in at the end so that the chain is locked for as short as can be.
 */
export function writeTrail(work: Work, line: TrailLine): void {
  const lines = waiting.get(work)
  if (lines) {
    lines.push(line)
    return
  }
  const started = [line]
  waiting.set(work, started)
  work.beforeCommit(async (kept) => {
    const lines = kept ? started : started.filter((one) => readings.has(one.deed))
    if (lines.length > 0) await appendLines(work, await trailKeyOf(work), lines)
  })
}

/** What stays true when the change beside it is refused: the text was opened, and the form that came back shows it. */
const readings: ReadonlySet<string> = new Set(['opened', 'would not open'])
