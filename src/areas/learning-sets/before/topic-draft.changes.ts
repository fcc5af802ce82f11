// Drafting a topic: kept sealed as it is typed, for its author alone (SPEC 7.2, 12.2).
import { type Decision, no } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { draftVersion, openTexts, sealTexts, thing } from '../../records/index.ts'
import { plainPart, type RecordPart, termsIn } from '../../supervision/index.ts'
import type { MeetingId, PlannedMeeting } from '../room/planned-meeting.ts'
import { belongs, type LearningSet } from '../set/set.ts'
import { type DraftTexts, mayDraft, saveDraftFrom, type TopicDraft } from './topic-draft.ts'
import { findDraft, openDraft, saveDraftFacts } from './topic-draft.store.ts'

const aboutDraft = ({ id }: Pick<TopicDraft, 'id'>) => thing('topic draft', id)

/** What the policy asks of somebody who drafts a topic for a set of this kind: questions that are answered in words. */
export async function draftParts(work: Work, set: Pick<LearningSet, 'type'>): Promise<readonly RecordPart[]> {
  const asked = termsIn(await policyOn(work), set.type)?.preparation?.parts ?? []
  const written = asked.filter(
    (part) => !part.declared && (part.answer === 'long text' || part.answer === 'short text'),
  )
  return written.length > 0 ? written : usualParts
}

const usualParts: readonly RecordPart[] = [
  plainPart('situation', 'What is on your mind, in ten lines at most?', '', 'no'),
  plainPart('question', 'What do you want from the set?', '', 'no'),
]

/** A draft with what is written in it. */
export type OpenedDraft = { readonly save: number; readonly texts: DraftTexts }

/** The asker's own draft for a meeting; empty when they have written nothing. */
export async function openMyDraft(work: Work, meeting: MeetingId): Promise<OpenedDraft> {
  const draft = await findDraft(work, meeting)
  if (!draft || draft.save === 0) return { save: draft?.save ?? 0, texts: {} }
  const { texts } = await openTexts(work, { about: aboutDraft(draft), version: draftVersion })
  return { save: draft.save, texts }
}

/** What the asker has drafted, as words to name their topic with; '' when they have written nothing. */
export async function draftedWords(work: Work, meeting: MeetingId): Promise<string> {
  const { texts } = await openMyDraft(work, meeting)
  return Object.values(texts)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n')
}

/** Keeps what has been typed; refused with nothing lost when it was typed on an older page. */
export async function keepDraft(
  work: Work,
  { meeting, set }: { meeting: PlannedMeeting; set: LearningSet },
  what: { fromSave: number; texts: DraftTexts },
): Promise<Decision<TopicDraft>> {
  if (!belongs(set, work.asker.person, work.today)) return no('There is no such meeting')
  const may = mayDraft(meeting)
  if (!may.ok) return may
  const decision = saveDraftFrom(await openDraft(work, meeting.id), what.fromSave)
  if (!decision.ok) return decision
  await saveDraftFacts(work, decision.value)
  const { texts } = what
  await sealTexts(work, { kind: 'note', about: aboutDraft(decision.value), version: draftVersion, texts })
  return decision
}
