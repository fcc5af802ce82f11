// Opening the record of a session. Every opening leaves its line; what the asker may not read comes back empty.
import type { Work } from '../../../platform/work.ts'
import { draftVersion, findReadable, openTexts, type Texts, thing } from '../../records/index.ts'
import type { RecordAnswer } from './record.ts'
import { findAnswers, findVersions, type SignedVersion, type StoredRecord } from './record.store.ts'

/** An answer with its words; `unopened` when there are some and they would not open. */
export type ReadAnswer = RecordAnswer & { readonly comment: string; readonly unopened: boolean }
export type ReadVersion = SignedVersion & {
  readonly texts: Texts
  /** Fields whose bytes or key are not as they were sealed: the page names them, and shows the rest. */
  readonly spoiled: readonly string[]
  readonly answers: readonly ReadAnswer[]
}

/** The signed versions of a record with their words, newest first; none for somebody who may not read it. */
export async function readVersions(work: Work, record: StoredRecord): Promise<readonly ReadVersion[]> {
  const readable = await findReadable(work, 'session record', [record.id])
  if (!readable.has(record.id)) return []
  const answers: ReadAnswer[] = []
  for (const one of await findAnswers(work, record.id)) {
    const opened =
      one.outcome === 'commented' ? await openTexts(work, { about: thing('record answer', one.id), version: 1 }) : null
    answers.push({ ...one, comment: opened?.texts.comment ?? '', unopened: (opened?.spoiled.length ?? 0) > 0 })
  }
  const versions: ReadVersion[] = []
  for (const version of await findVersions(work, record.id)) {
    const { texts, spoiled } = await openTexts(work, {
      about: thing('session record', record.id),
      version: version.number,
    })
    versions.push({ ...version, texts, spoiled, answers: answers.filter((one) => one.version === version.number) })
  }
  return versions
}

/** The draft as it was last kept, for its writer alone; `spoiled` names what would not open. */
export async function readDraft(
  work: Work,
  record: StoredRecord,
): Promise<{ readonly texts: Texts; readonly spoiled: readonly string[] }> {
  return openTexts(work, { about: thing('record draft', record.id), version: draftVersion })
}
