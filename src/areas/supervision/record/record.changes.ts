// Writing the records of a session and of its cases: drafts, signing off, amending. The words are sealed, each deed leaves its line
// on the trail, and a draft is its writer's alone until it is signed off (SPEC 5.6, 12.2, 12.3).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import {
  draftVersion,
  dropDraft,
  findReaders,
  letRead,
  openTexts,
  removeReader,
  sealTexts,
  type Thing,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { findAttendance } from '../holding/attendance.store.ts'
import { afterClosing, mayClose, othersWhoRead } from '../discussion/closing.changes.ts'
import { whoIsWho } from '../discussion/who-is-who.ts'
import { mayBeHeld, type StoredSession } from '../session/session.ts'
import type { RecordPart } from '../terms/terms.ts'
import { amend, type RecordFacts, type RecordTexts, saveDraft, signOff } from './record.ts'
import { addVersion, findRecords, openRecord, saveRecord, type StoredRecord } from './record.store.ts'
import { caseIdOf, isRecordOf, mayBeEmpty, readersAmong, type RecordOf, type RecordReader } from './record-of.ts'

/** What the signed versions of a record are sealed about. */
export const aboutRecord = (record: Pick<RecordFacts, 'id'>): Thing => thing('session record', record.id)
const aboutDraft = (record: Pick<RecordFacts, 'id'>): Thing => thing('record draft', record.id)
/** With which key: what is written of cases with that of case discussions; evidence for a team lead holds none. */
export const sealedAs = ({ terms, kind }: Pick<RecordOf, 'terms' | 'kind'>) =>
  terms.caseWork && kind !== 'evidence' ? ('case discussion' as const) : ('one-to-one record' as const)

/** Whether the asker writes this kind of record of this session, and may do so now. */
export function mayWriteRecord(work: Work, { session, kind, discussed }: Omit<RecordOf, 'terms'>): Decision {
  const by = work.asker.person
  if (session.state !== 'held' && !mayBeHeld(session, work.moment).ok) return no('The session has not been held yet')
  if (kind === 'own part') return mayWriteOwnPart(session, by)
  if (kind === 'feedback') return session.format === 'group' ? no('Feedback is between two people') : yes()
  if (by !== session.supervisor) return no('The supervisor writes the record of the session')
  return kind === 'case' && !discussed ? no('This case was not brought to the session') : yes()
}

function mayWriteOwnPart(session: StoredSession, by: PersonId): Decision {
  if (!session.supervisees.includes(by)) return no('Only people supervised in this session have a part of their own')
  return session.format === 'group' ? yes() : no('Own parts belong to group sessions')
}

/** The asker's own record of a kind as it stands, without making one: a fresh draft when nothing is written yet. */
export async function lookAtOwn(work: Work, of: Omit<RecordOf, 'terms'>): Promise<Decision<StoredRecord>> {
  const may = mayWriteRecord(work, of)
  if (!may.ok) return may
  const found = (await findRecords(work, of.session.id)).find(
    (one) => isRecordOf(one, of) && one.writer === work.asker.person,
  )
  return yes(found ?? freshRecord(work, of))
}

const freshRecord = (work: Work, of: Omit<RecordOf, 'terms'>): StoredRecord => ({
  id: work.newId<'session record'>(),
  session: of.session.id,
  kind: of.kind,
  caseId: caseIdOf(of),
  writer: work.asker.person,
  version: 0,
  save: 0,
  drafting: true,
  savedAt: work.moment,
  signedAt: null,
})

/** The asker's own record of a kind, made when there is none; refused for those who do not write one. */
async function recordOf(work: Work, of: Omit<RecordOf, 'terms'>): Promise<Decision<StoredRecord>> {
  const may = mayWriteRecord(work, of)
  if (!may.ok) return may
  const what = { kind: of.kind, writer: work.asker.person, caseId: caseIdOf(of) }
  return yes(await openRecord(work, of.session.id, what))
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
    kind: sealedAs(of),
    about: aboutDraft(record.value),
    version: draftVersion,
    texts: { ...what.texts, ...whoIsWho(of) },
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
  const decision = signOff(record.value, work.asker.person, { ...what, mayBeEmpty: mayBeEmpty(of) }, work.moment)
  if (!decision.ok) return decision
  const closes = await mayClose(work, of, what)
  if (!closes.ok) return closes
  if (!(await saveRecord(work, decision.value))) return no('Another save came first')
  const texts = { ...what.texts, ...whoIsWho(of) }
  await keepVersion(work, of, { signed: decision.value, texts, hadDraft: record.value.save > 0 })
  await afterClosing(work, of, { signed: decision.value, texts: what.texts })
  await work.tell({ name: 'facts changed', people: [of.session.supervisor, ...of.session.supervisees] })
  return decision
}

async function keepVersion(
  work: Work,
  of: RecordOf,
  { signed, texts, hadDraft }: { signed: RecordFacts; texts: RecordTexts; hadDraft: boolean },
): Promise<void> {
  const about = aboutRecord(signed)
  await sealTexts(work, { kind: sealedAs(of), about, version: signed.version, texts })
  await addVersion(work, signed)
  if (hadDraft) await dropDraft(work, aboutDraft(signed))
  const readers = readersAmong(of, await findAttendance(work, of.session.id), await othersWhoRead(work, of))
  if (signed.version > 1) await endFormerLeads(work, about, readers)
  await letRead(
    work,
    about,
    readers.filter((reader) => reader.person !== work.asker.person),
  )
  writeTrail(work, { deed: 'signed off', about, detail: { version: signed.version } })
}

/** Whoever has stopped leading the team reads nothing that is signed off after that. */
async function endFormerLeads(work: Work, about: Thing, now: readonly RecordReader[]): Promise<void> {
  for (const { person, because } of await findReaders(work, about))
    if (because === 'leads the team' && !now.some((one) => one.person === person))
      await removeReader(work, about, person)
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
  await sealTexts(work, { kind: sealedAs(of), about: aboutDraft(record.value), version: draftVersion, texts })
  writeTrail(work, {
    deed: 'amendment begun',
    about: aboutRecord(record.value),
    detail: { version: record.value.version },
  })
  return decision
}
