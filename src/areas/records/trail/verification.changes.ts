// Walking the organisation's whole chain, against its keys and its checkpoints.
import { hmacMaker } from '../../../platform/keys/sealing.ts'
import { type Moment, secondsBetween } from '../../../platform/time/moment.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { findKeys } from '../sealing/key.store.ts'
import { checkpointWritten, type SignedCheckpoint } from './checkpoint.ts'
import { readCheckpoints } from './checkpoint.changes.ts'
import { clockWentBack, noHash, overlap } from './trail.ts'
import {
  type Around,
  clockFault,
  clockNotice,
  endMissing,
  madeAgain,
  nameFault,
  numberFault,
  type RawLine,
  textMaker,
  type TrailProof,
} from './verification.ts'
import { findEnds, findLines } from './verification.store.ts'

type Break = { readonly brokenAt: number; readonly why: string }
type Means = Pick<Around, 'hashFor' | 'keyIds'> & {
  readonly seen: ReadonlyMap<number, SignedCheckpoint>
  readonly last: number
}

/** How far the walk has come: the last good line, and what is needed to judge the next. */
type Walk = {
  number: number
  hash: string
  latest: string
  /** Hashes of the lines just before, to tell a split. */
  readonly earlier: Map<number, string>
  readonly notices: string[]
  /** The highest checkpoint that the trail itself speaks of. */
  told: number
}

/** Reads the organisation's whole chain and names the first broken link (SPEC 12.3). */
export async function verifyTrail(work: Work): Promise<TrailProof> {
  const ends = await findEnds(work)
  const { checkpoints, fault } = readCheckpoints(work)
  const seen = new Map(checkpoints.map((one) => [one.line, one]))
  const walk: Walk = { number: 0, hash: noHash, latest: '', earlier: new Map([[0, noHash]]), notices: [], told: 0 }
  const broken =
    (await walkAlong(work, walk, { ...(await meansOf(work)), seen, last: ends.last })) ??
    faultOfEnd(walk, ends, checkpoints) ??
    faultOfShelf(work, walk, { checkpoints, fault })
  if (broken) return { whole: false, ...broken, notices: walk.notices }
  return { whole: true, events: walk.number, checkpoints: checkpoints.length, notices: walk.notices }
}

async function meansOf(work: Work): Promise<Pick<Means, 'hashFor' | 'keyIds'>> {
  const keyIds = (await findKeys(work, 'trail')).map((key) => key.id)
  const makers = new Map<string, ((text: string) => string) | null>()
  const makerOf = (id: string) => {
    const had = makers.get(id)
    if (had !== undefined) return had
    const key = work.keys.find(work.organisation, 'trail', id)
    const maker = key ? hmacMaker(key.bytes) : null
    makers.set(id, maker)
    return maker
  }
  const text = textMaker(work.organisation)
  return { keyIds, hashFor: (line, before, keyId = line.keyId) => makerOf(keyId)?.(text(line, before)) ?? null }
}

/** Reads a stretch ahead while the one before it is worked through: the database and this process have a core each. */
async function walkAlong(work: Work, walk: Walk, means: Means): Promise<Break | null> {
  for (let coming = findLines(work, 0); walk.number < means.last; ) {
    const lines = await coming
    const end = lines.at(-1)?.number
    if (lines.length === 0) return null
    coming = end === undefined || end >= means.last ? Promise.resolve([]) : findLines(work, end)
    const broken = walkStretch(walk, lines, means)
    if (!broken) continue
    await coming
    return broken
  }
  return null
}

function walkStretch(walk: Walk, lines: readonly (RawLine | null)[], means: Means): Break | null {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? null
    if (line && line.number > means.last) return null
    const why = faultOf(walk, { line, next: lines[at + 1] ?? null }, means)
    if (why !== null) return { brokenAt: walk.number + 1, why }
    if (line) step(walk, line)
  }
  return null
}

function faultOf(
  walk: Walk,
  { line, next }: { line: RawLine | null; next: RawLine | null },
  means: Means,
): string | null {
  if (line === null) return `Line ${walk.number + 1} was changed after it was written`
  if (line.number !== walk.number + 1) return numberFault(walk.number, line.number)
  if (means.hashFor(line, walk.hash) !== line.hash)
    return nameFault({ ...means, line, next, hashBefore: walk.hash, earlier: walk.earlier })
  const checkpoint = means.seen.get(line.number)
  if (checkpoint && checkpoint.hash !== line.hash) return madeAgain(checkpoint, formatMoment(checkpoint.at))
  if (line.at >= walk.latest || line.deed === clockWentBack) return null
  const back = secondsBetween(line.at as Moment, walk.latest as Moment)
  return back > overlap ? clockFault(line.number, back) : null
}

/** Takes a good line. */
function step(walk: Walk, line: RawLine): void {
  walk.number = line.number
  walk.hash = line.hash
  walk.earlier.set(line.number, line.hash)
  if (line.number > splitsSeen) walk.earlier.delete(line.number - splitsSeen)
  if (line.deed === clockWentBack) {
    walk.notices.push(clockNotice(line.number, secondsBetween(line.at as Moment, walk.latest as Moment)))
    walk.latest = line.at
  } else if (line.at > walk.latest) walk.latest = line.at
  if (line.deed === checkpointWritten)
    walk.told = Number((JSON.parse(line.detail) as { checkpoint: number }).checkpoint)
}

const splitsSeen = 200

function faultOfEnd(
  walk: Walk,
  ends: { head: number; hash: string },
  checkpoints: readonly SignedCheckpoint[],
): Break | null {
  const cut = checkpoints.find((one) => one.line > walk.number)
  const brokenAt = walk.number + 1
  if (cut) return { brokenAt, why: endMissing(walk.number, cut, formatMoment(cut.at)) }
  if (ends.head === walk.number && ends.hash === walk.hash) return null
  if (ends.head < walk.number)
    return { brokenAt, why: `The record of the end names line ${ends.head}, not ${walk.number}` }
  return { brokenAt, why: `The end of the trail is missing: it ends at line ${walk.number}, and had ${ends.head}` }
}

function faultOfShelf(
  work: Work,
  walk: Walk,
  { checkpoints, fault }: { checkpoints: readonly SignedCheckpoint[]; fault: string | null },
): Break | null {
  const brokenAt = (checkpoints.at(-1)?.line ?? 0) + 1
  if (fault)
    return { brokenAt, why: `${fault} (${work.checkpoints.place}); the lines themselves follow from each other` }
  if (walk.told <= checkpoints.length) return null
  const missing = checkpoints.length + 1
  return {
    brokenAt,
    why: `Checkpoint ${missing} is missing from ${work.checkpoints.place}, though the trail says it was written`,
  }
}
