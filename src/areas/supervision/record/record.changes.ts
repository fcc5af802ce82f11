// Writing the record of a session: drafts, signing off, amending, answering. The words are sealed, each deed leaves its line
// on the trail, and a draft is its writer's alone until it is signed off (SPEC 5.6, 12.2, 12.3).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import {
  draftVersion,
  dropDraft,
  letRead,
  openTexts,
  type Reader,
  sealTexts,
  type Thing,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { findAttendance } from '../holding/attendance.store.ts'
import type { AttendanceFacts } from '../holding/attendance.ts'
import type { StoredSession } from '../session/session.ts'
import { mayBeHeld } from '../session/session.ts'
import type { RecordPart, Terms } from '../terms/terms.ts'
import {
  amend,
  answer,
  type RecordAnswer,
  type RecordFacts,
  type RecordKind,
  type RecordTexts,
  saveDraft,
  signOff,
} from './record.ts'
import {
  addAnswer,
  addVersion,
  findAnswers,
  findRecords,
  openRecord,
  saveRecord,
  type StoredRecord,
} from './record.store.ts'

/** What a deed on a record is about: the session, its terms, and which record of it. */
type WrittenKind = Exclude<RecordKind, 'case' | 'evidence'>
export type RecordOf = { readonly session: StoredSession; readonly terms: Terms; readonly kind: WrittenKind }

const aboutRecord = (record: Pick<RecordFacts, 'id'>): Thing => thing('session record', record.id)
const aboutDraft = (record: Pick<RecordFacts, 'id'>): Thing => thing('record draft', record.id)
const sealedAs = (terms: Terms) => (terms.caseWork ? ('case discussion' as const) : ('one-to-one record' as const))

/** Whether the asker writes this kind of record of this session, and may do so now. */
export function mayWriteRecord(work: Work, { session, kind }: Pick<RecordOf, 'session' | 'kind'>): Decision {
  const by = work.asker.person
  if (session.state !== 'held' && !mayBeHeld(session, work.moment).ok) return no('The session has not been held yet')
  if (kind === 'session' && by !== session.supervisor) return no('The supervisor writes the record of the session')
  if (kind === 'own part' && !session.supervisees.includes(by))
    return no('Only people supervised in this session have a part of their own')
  if (kind === 'own part' && session.format !== 'group') return no('Own parts belong to group sessions')
  return kind === 'feedback' && session.format === 'group' ? no('Feedback is between two people') : yes()
}

/** The asker's own record of a kind as it stands, without making one: a fresh draft when nothing is written yet. */
export async function lookAtOwn(work: Work, of: Pick<RecordOf, 'session' | 'kind'>): Promise<Decision<StoredRecord>> {
  const may = mayWriteRecord(work, of)
  if (!may.ok) return may
  const found = (await findRecords(work, of.session.id)).find(
    (one) => one.kind === of.kind && one.writer === work.asker.person,
  )
  return yes(found ?? freshRecord(work, of))
}

const freshRecord = (work: Work, { session, kind }: Pick<RecordOf, 'session' | 'kind'>): StoredRecord => ({
  id: work.newId<'session record'>(),
  session: session.id,
  kind,
  caseId: null,
  writer: work.asker.person,
  version: 0,
  save: 0,
  drafting: true,
  savedAt: work.moment,
  signedAt: null,
})

/** The asker's own record of a kind, made when there is none; refused for those who do not write one. */
async function recordOf(
  work: Work,
  { session, kind }: Pick<RecordOf, 'session' | 'kind'>,
): Promise<Decision<StoredRecord>> {
  const may = mayWriteRecord(work, { session, kind })
  return may.ok ? yes(await openRecord(work, session.id, { kind, writer: work.asker.person, caseId: null })) : may
}

/** Keeps what has been typed so far; refused with both texts kept when it was typed on an older page. */
export async function keepDraft(
  work: Work,
  of: RecordOf,
  what: { fromSave: number; texts: RecordTexts },
): Promise<Decision<RecordFacts>> {
  const record = await recordOf(work, of)
  if (!record.ok) return record
  const decision = saveDraft(record.value, work.asker.person, what.fromSave, work.moment)
  if (!decision.ok) return decision
  if (!(await saveRecord(work, decision.value))) return no('Another save came first')
  await sealTexts(work, {
    kind: sealedAs(of.terms),
    about: aboutDraft(record.value),
    version: draftVersion,
    texts: what.texts,
  })
  return decision
}

/** Signs off what is given as the next version, for everybody who may read it from now on. */
export async function signOffRecord(
  work: Work,
  of: RecordOf,
  what: { fromSave: number; texts: RecordTexts; parts: readonly RecordPart[] },
): Promise<Decision<RecordFacts>> {
  if (of.session.state !== 'held') return no('Say first who came and when it was held')
  const record = await recordOf(work, of)
  if (!record.ok) return record
  const decision = signOff(record.value, work.asker.person, what, work.moment)
  if (!decision.ok) return decision
  if (!(await saveRecord(work, decision.value))) return no('Another save came first')
  const signed = decision.value
  await sealTexts(work, {
    kind: sealedAs(of.terms),
    about: aboutRecord(signed),
    version: signed.version,
    texts: what.texts,
  })
  await addVersion(work, signed)
  await dropDraft(work, aboutDraft(signed))
  await letRead(work, aboutRecord(signed), await readersFor(work, of))
  writeTrail(work, { deed: 'signed off', about: aboutRecord(signed), detail: { version: signed.version } })
  await work.tell({ name: 'facts changed', people: [of.session.supervisor, ...of.session.supervisees] })
  return decision
}

/** Who may read a signed record: by what happened in that session, never by who supervises whom today. */
async function readersFor(work: Work, of: RecordOf): Promise<readonly Reader[]> {
  return readersAmong(work, of, await findAttendance(work, of.session.id))
}

function readersAmong(
  work: Work,
  { session, terms, kind }: RecordOf,
  rows: readonly AttendanceFacts[],
): readonly Reader[] {
  const present = rows.filter((row) => row.part === 'supervisee' && row.presence !== 'absent').map((row) => row.person)
  const supervisor = { person: session.supervisor, because: 'supervisor' as const, until: null }
  const because = session.format === 'group' ? ('was present' as const) : ('supervisee' as const)
  const supervisees = kind === 'own part' || (kind === 'session' && !terms.sharedWithGroup) ? [] : present
  return [supervisor, ...supervisees.map((person) => ({ person, because, until: null }))].filter(
    (reader) => reader.person !== work.asker.person,
  )
}

/** Opens a further version, beginning with the words of the signed one. */
export async function amendRecord(work: Work, of: RecordOf): Promise<Decision<RecordFacts>> {
  const record = await recordOf(work, of)
  if (!record.ok) return record
  const decision = amend(record.value, work.asker.person, work.moment)
  if (!decision.ok) return decision
  if (!(await saveRecord(work, decision.value))) return no('Another save came first')
  const signed = await openTexts(work, { about: aboutRecord(record.value), version: record.value.version })
  const texts = { ...signed.texts, why: '' }
  await sealTexts(work, { kind: sealedAs(of.terms), about: aboutDraft(record.value), version: draftVersion, texts })
  writeTrail(work, {
    deed: 'amendment begun',
    about: aboutRecord(record.value),
    detail: { version: record.value.version },
  })
  return decision
}

/** A supervisee agrees with a version or comments on it; a comment stays beside it for its readers. */
export async function answerRecord(
  work: Work,
  of: RecordOf,
  what: { record: StoredRecord; version: number; outcome: RecordAnswer['outcome']; comment: string },
): Promise<Decision> {
  const by = work.asker.person
  const rows = await findAttendance(work, of.session.id)
  const present = readersAmong(work, { ...of, kind: 'session' }, rows).map((reader) => reader.person)
  const came = rows.some((row) => row.person === by && row.presence !== 'absent')
  const answers = await findAnswers(work, what.record.id)
  const decision = answer(what.record, came ? of.session.supervisees : [], answers, { ...what, by }, work.moment)
  if (!decision.ok) return decision
  const id = work.newId<'record answer'>()
  await addAnswer(work, what.record.id, { ...decision.value, id })
  if (what.comment.trim() !== '') await sealComment(work, { of, id, comment: what.comment.trim(), readers: present })
  writeTrail(work, {
    deed: what.outcome === 'agreed' ? 'agreed to record' : 'commented on record',
    about: aboutRecord(what.record),
  })
  return yes()
}

async function sealComment(
  work: Work,
  {
    of,
    id,
    comment,
    readers,
  }: { of: RecordOf; id: ReturnType<Work['newId']>; comment: string; readers: readonly PersonId[] },
): Promise<void> {
  const about = thing('record answer', id)
  await sealTexts(work, { kind: sealedAs(of.terms), about, version: 1, texts: { comment } })
  const others = readers.filter((person) => person !== work.asker.person)
  await letRead(
    work,
    about,
    others.map((person) => ({ person, because: 'was present' as const, until: null })),
  )
}
