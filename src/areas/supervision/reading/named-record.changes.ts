// Reading one named record as whoever may: its signed versions with their words, and what was said of them. Every opening
// leaves its line; for somebody who is no reader, or no longer one, it is null.
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { type Thing, thing } from '../../records/index.ts'
import { whoIsWhoIn } from '../discussion/who-is-who.ts'
import { type ReadVersion, readVersions } from '../record/reading.changes.ts'
import { findAnswers, findRecord, type StoredRecord } from '../record/record.store.ts'
import type { RecordOf } from '../record/record-of.ts'
import { findSession } from '../session/session.store.ts'
import { termsIn } from '../terms/terms.view.ts'
import type { NamedRecord } from './named-record.store.ts'

export type ReadRecord = {
  readonly of: RecordOf
  readonly record: StoredRecord
  readonly versions: readonly ReadVersion[]
}

/** Everything that opens with a record: its versions, and the comments that stand beside them. */
export async function thingsOf(work: Work, named: NamedRecord): Promise<readonly Thing[]> {
  const answers = (await findAnswers(work, named.record)).filter((one) => one.outcome === 'commented')
  return [thing('session record', named.record), ...answers.map((one) => thing('record answer', one.id))]
}

/** The record as the asker may read it at this moment, newest version first; null when they may not. */
export async function readNamedRecord(work: Work, named: NamedRecord): Promise<ReadRecord | null> {
  const [record, session] = [await findRecord(work, named.record), await findSession(work, named.session)]
  const then = londonDay(named.startsAt)
  const terms = termsIn(await policyOn(work, then), named.type) ?? termsIn(await policyOn(work), named.type)
  if (!record || !session || !terms) return null
  const versions = await readVersions(work, record)
  // The database ends a reading by its own clock: then nothing of it opens, whatever the program thinks.
  if (versions.every((version) => Object.keys(version.texts).length + version.spoiled.length === 0)) return null
  const who = versions[0] && whoIsWhoIn(versions[0].texts)
  if (named.caseId === null || !named.broughtBy) return { of: { session, terms, kind: named.kind }, record, versions }
  const known = { reference: who?.reference ?? '', people: who?.people ?? [] }
  const discussed = { caseId: named.caseId, holder: named.broughtBy, earlierPlan: false, ...known }
  return { of: { session, terms, kind: named.kind, discussed }, record, versions }
}

/** Everybody whose name such a record needs. */
export const peopleRead = ({ record, versions }: ReadRecord): readonly PersonId[] => [
  record.writer,
  ...versions.flatMap((version) => [version.by, ...version.answers.map((answer) => answer.person)]),
]
