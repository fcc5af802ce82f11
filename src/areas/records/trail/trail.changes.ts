// Writing to the trail, and proving it whole.
import { hmac } from '../../../platform/keys/sealing.ts'
import type { Work } from '../../../platform/work.ts'
import { trailKeyOf } from '../sealing/key.changes.ts'
import { noHash, textOfLink, type TrailLine } from './trail.ts'
import { appendLines, findEvents, findHead, type StoredEvent } from './trail.store.ts'

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

export type TrailProof =
  | { readonly whole: true; readonly events: number }
  | { readonly whole: false; readonly brokenAt: number; readonly why: string }

/** Reads the organisation's whole chain and names the first broken link (SPEC 12.3). */
export async function verifyTrail(work: Work): Promise<TrailProof> {
  let [number, hash] = [0, noHash]
  for (;;) {
    const events = await findEvents(work, number, 5_000)
    for (const event of events) {
      const why = faultOf(work, event, number, hash)
      if (why) return { whole: false, brokenAt: number + 1, why }
      number = event.number
      hash = event.hash
    }
    if (events.length < 5_000) break
  }
  const head = await findHead(work)
  if ((head?.number ?? 0) !== number || (head?.hash ?? noHash) !== hash) {
    return { whole: false, brokenAt: number + 1, why: 'The end of the chain is missing' }
  }
  return { whole: true, events: number }
}

function faultOf(work: Work, event: StoredEvent, number: number, hash: string): string | null {
  if (event.number !== number + 1) return `Line ${number + 1} is missing`
  const key = work.keys.find(work.organisation, 'trail', event.keyId)
  if (!key) return `The key of line ${event.number} is not in the key directory`
  const expected = hmac(key.bytes, textOfLink(event, hash)).toString('hex')
  return expected === event.hash ? null : `Line ${event.number} was changed after it was written`
}
