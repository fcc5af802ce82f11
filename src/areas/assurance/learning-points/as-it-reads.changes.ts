// The deeds of a learning point for whoever has its words before them as they read now, without a page that remembers their hash.
import { type Decision, no } from '../../../platform/decision.ts'
import type { Id } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { answerPoint, approvePoint, type Drafted, draftPoint, readPointOver } from './learning-point.changes.ts'
import { findPoint } from './learning-point.store.ts'
import type { PointId, SourceKind } from './learning-point.ts'
import { sourceOf } from './sources.changes.ts'

type From = { readonly kind: SourceKind; readonly id: Id<string> }

/** Drafts a learning point from a session, a set or a peer review of the asker's. */
export async function draftLearning(work: Work, { kind, id }: From, what: Drafted): Promise<Decision<PointId>> {
  const source = await sourceOf(work, { kindKey: kind, source: id as string as Id<'source'> })
  return source ? draftPoint(work, source, what) : no('There is nothing to draft it from')
}

const hashNow = async (work: Work, id: PointId): Promise<string> => (await findPoint(work, id))?.textHash ?? ''

/** The asker agrees to the text as it reads now. */
export const agreeToLearning = async (work: Work, id: PointId): Promise<Decision> =>
  answerPoint(work, id, { textHash: await hashNow(work, id), agrees: true })

/** The second reader knows nobody by the text as it reads now. */
export const readLearningOver = async (work: Work, id: PointId): Promise<Decision> =>
  readPointOver(work, id, { textHash: await hashNow(work, id), back: null })

/** Approves the text as it reads now, and sends it. */
export const approveLearning = async (work: Work, id: PointId): Promise<Decision> =>
  approvePoint(work, id, { textHash: await hashNow(work, id), back: null })
