// Notes on the trail that somebody let words stand that may identify a person: kinds and counts, never a word (SPEC 6.4, 12.3).
import type { Work } from '../../../platform/work.ts'
import type { Thing } from '../trail/trail.ts'
import { writeTrail } from '../trail/trail.changes.ts'
import { countsOf, type PointedOut } from './pointing-out.ts'

/** Call it where the text is sealed; nothing is noted when nothing was found. */
export function noteJustified(work: Work, about: Thing, pointed: PointedOut): void {
  if (pointed.found.length === 0) return
  writeTrail(work, { deed: 'identifying text justified', about, detail: countsOf(pointed) })
}
