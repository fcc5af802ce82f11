// What those supervised say of a signed record: a yes, or a comment that stays beside it for its readers. A record of a case is
// answered by the holder of the case (SPEC 5.6, 6.6).
import { type Decision, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { letRead, sealTexts, type Texts, thing, writeTrail } from '../../records/index.ts'
import { findAttendance } from '../holding/attendance.store.ts'
import { othersWhoRead } from '../discussion/closing.changes.ts'
import { aboutRecord, sealedAs } from './record.changes.ts'
import { answer, type RecordAnswer } from './record.ts'
import { addAnswer, findAnswers, type StoredRecord } from './record.store.ts'
import { answerersOf, readersAmong, type RecordOf, type RecordReader } from './record-of.ts'

/** A supervisee agrees with a version or comments on it; a comment stays beside it for its readers. */
export async function answerRecord(
  work: Work,
  of: RecordOf,
  what: { record: StoredRecord; version: number; outcome: RecordAnswer['outcome']; comment: string; because?: Texts },
): Promise<Decision> {
  const by = work.asker.person
  const rows = await findAttendance(work, of.session.id)
  const came = rows.some((row) => row.person === by && row.presence !== 'absent')
  const answers = await findAnswers(work, what.record.id)
  const may = of.kind === 'case' || came ? answerersOf(of) : []
  const decision = answer(what.record, may, answers, { ...what, by }, work.moment)
  if (!decision.ok) return decision
  const id = work.newId<'record answer'>()
  await addAnswer(work, what.record.id, { ...decision.value, id })
  const readers = readersAmong(of, rows, await othersWhoRead(work, of))
  if (what.comment.trim() !== '') await sealComment(work, of, { ...what, id, comment: what.comment.trim(), readers })
  const deed = what.outcome === 'agreed' ? 'agreed to record' : 'commented on record'
  writeTrail(work, { deed, about: aboutRecord(what.record) })
  return yes()
}

async function sealComment(
  work: Work,
  of: RecordOf,
  {
    id,
    comment,
    because = {},
    readers,
  }: { id: ReturnType<Work['newId']>; comment: string; because?: Texts; readers: readonly RecordReader[] },
): Promise<void> {
  const about = thing('record answer', id)
  await sealTexts(work, { kind: sealedAs(of), about, version: 1, texts: { comment, ...because } })
  await letRead(
    work,
    about,
    readers.filter((reader) => reader.person !== work.asker.person),
  )
}
