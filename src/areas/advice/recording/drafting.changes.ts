// What is being typed of a record, kept for its writer alone until they save it: sealed, under the number of its save, so that two
// windows never write over each other.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Typed } from '../../../platform/web/page.ts'
import type { Work } from '../../../platform/work.ts'
import { draftVersion, dropDraft, openTexts, sealTexts, thing } from '../../records/index.ts'
import { doerOf } from '../request/request.access.ts'
import type { AdviceRequest, RequestId } from '../request/request.ts'
import { countSave, type Draft, findDraft, holdDraft } from './draft.store.ts'
import { type Part, writingOf } from './writing.ts'

const aboutDraft = ({ id }: Draft) => thing('advice draft', id)

/** What a page says whose text was saved elsewhere after it was opened. */
export const staleWords = 'This was saved from another window or phone after you opened this page'

export type Kept = { readonly save: number; readonly typed: Typed | null }

/** What the asker typed last of a record and has not saved yet, with the number of its save; nothing typed, null. */
export async function openDraft(work: Work, request: RequestId, part: Part): Promise<Kept> {
  const draft = await findDraft(work, request, part)
  if (!draft) return { save: 0, typed: null }
  const { texts } = await openTexts(work, { about: aboutDraft(draft), version: draftVersion })
  return { save: draft.save, typed: texts.typed === undefined ? null : (JSON.parse(texts.typed) as Typed) }
}

/** Keeps what was typed; refused when it goes on from an older save. Answers the number of the save. SPEC 14.5. */
export async function keepDraft(
  work: Work,
  request: AdviceRequest,
  what: { part: Part; typed: Typed; fromSave: number },
): Promise<Decision<number>> {
  const may = writingOf(request, doerOf(work.asker), what.part)
  if (!may.ok) return may
  const draft = await holdDraft(work, request.id, what.part)
  if (draft.save !== what.fromSave) return no(staleWords)
  await countSave(work, draft)
  const texts = { typed: JSON.stringify(what.typed) }
  await sealTexts(work, { kind: 'advice', about: aboutDraft(draft), version: draftVersion, texts })
  return yes(draft.save + 1)
}

/** The record was saved: its draft is thrown away, and a page that still shows it is out of date. */
export async function endDraft(work: Work, request: RequestId, part: Part): Promise<void> {
  const draft = await findDraft(work, request, part)
  if (!draft) return
  await countSave(work, draft)
  await dropDraft(work, aboutDraft(draft))
}
