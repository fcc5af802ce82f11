// Signing a checkpoint of the trail, and reading those that there are with whatever is wrong with them.
import { keyFile } from '../../../platform/keys/keyring.ts'
import { hashOf, isSignatureOf, publicKeyOf, signText } from '../../../platform/keys/sealing.ts'
import type { Work } from '../../../platform/work.ts'
import { keyToSealWith } from '../sealing/key.changes.ts'
import {
  type Checkpoint,
  checkpointWritten,
  lineOfCheckpoint,
  readCheckpoint,
  type SignedCheckpoint,
  textOfCheckpoint,
} from './checkpoint.ts'
import { writeTrail } from './trail.changes.ts'
import { findHead } from './trail.store.ts'

/** Signs how the chain ends now, when it has grown since the last time, and says so on the trail. Throws KeyMissing. */
export async function signCheckpoint(work: Work): Promise<SignedCheckpoint | null> {
  const head = await findHead(work)
  const lines = work.checkpoints.lines(work.organisation)
  const last = lines.map(readCheckpoint).findLast((one) => one !== null) ?? null
  // The line that says so is itself no reason for another one.
  if (!head || head.number === (last?.line ?? -2) + 1 || head.number === last?.line) return null
  const key = await keyToSealWith(work, 'checkpoint')
  const checkpoint: Checkpoint = {
    organisation: work.organisation,
    checkpoint: (last?.checkpoint ?? 0) + 1,
    line: head.number,
    hash: head.hash,
    at: work.moment,
    key: key.id,
    before: hashOfLast(lines),
  }
  const signed = { ...checkpoint, signature: signText(key.bytes, textOfCheckpoint(checkpoint)) }
  work.checkpoints.publish(work.organisation, key.id, publicKeyOf(key.bytes))
  work.checkpoints.add(work.organisation, lineOfCheckpoint(signed))
  const about = { kind: 'organisation', id: work.organisation }
  writeTrail(work, { deed: checkpointWritten, about, detail: { checkpoint: signed.checkpoint } })
  return signed
}

const hashOfLast = (lines: readonly string[]): string => {
  const last = lines.at(-1)
  return last === undefined ? '' : hashOf(last)
}

/**
 * The checkpoints in order, and what is wrong with the file, in words; null when nothing is. A line that a crash cut short is
 * passed over when the checkpoint after it names it and is the next by number.
 */
export function readCheckpoints(work: Work): { checkpoints: readonly SignedCheckpoint[]; fault: string | null } {
  const checkpoints: SignedCheckpoint[] = []
  let [before, isCut] = ['', false]
  for (const line of work.checkpoints.lines(work.organisation)) {
    const one = readCheckpoint(line)
    const fault = one && faultOf(work, one, { last: checkpoints.at(-1), before })
    if (fault) return { checkpoints, fault }
    if (one) checkpoints.push(one)
    before = hashOf(line)
    isCut = one === null
  }
  return { checkpoints, fault: isCut ? 'The last line of the checkpoints was cut or changed' : null }
}

function faultOf(
  work: Work,
  one: SignedCheckpoint,
  { last, before }: { last: SignedCheckpoint | undefined; before: string },
): string | null {
  const expected = (last?.checkpoint ?? 0) + 1
  if (one.checkpoint !== expected) return `Checkpoint ${expected} is missing`
  const key = work.keys.find(work.organisation, 'checkpoint', one.key)
  if (!key)
    return `The key file ${keyFile(work.organisation, 'checkpoint', one.key)} of checkpoint ${one.checkpoint} is missing`
  if (one.organisation !== work.organisation || !isSignatureOf(key.bytes, textOfCheckpoint(one), one.signature))
    return `Checkpoint ${one.checkpoint} was changed, or signed by somebody else`
  if (one.before !== before) return `The checkpoint before checkpoint ${one.checkpoint} was changed or exchanged`
  return null
}
