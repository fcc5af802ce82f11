// Deeds on the discussion of a case: what it is about as its reader may know it, saying that it was not reached, and saying when
// the plan was entered in the clinical record.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { openSessionCase } from '../bringing/session-case.changes.ts'
import { findSessionCase } from '../bringing/session-case.store.ts'
import { openCase } from '../case/case.changes.ts'
import { findRecords, type StoredRecord } from '../record/record.store.ts'
import { mayBeHeld, type StoredSession } from '../session/session.ts'
import { type ClinicalEntry, decideClinicalEntry, decideNotReached, type Discussed } from './discussion.ts'
import {
  addClinicalEntry,
  addNotReached,
  dropNotReached,
  findClinicalEntries,
  findDiscussions,
  findPast,
  type PastDiscussion,
} from './discussion.store.ts'
import { makesPlans } from './discussion.view.ts'

type CaseId = Id<'case'>

/**
 * What the record of a case is about; null when the case was not brought to the session. With `open` its words are opened for
 * whoever may read them: of the case as it is now for its readers, else as it was brought.
 */
export async function discussedIn(
  work: Work,
  session: StoredSession,
  { case: caseId, open }: { case: CaseId; open: boolean },
): Promise<Discussed | null> {
  const entry = await findSessionCase(work, session.id, caseId)
  if (entry?.state !== 'brought') return null
  const facts = { caseId, holder: entry.by, earlierPlan: (await earlierPlans(work, session, caseId)).length > 0 }
  if (!open) return { ...facts, reference: '', people: [] }
  const now =
    session.supervisor === work.asker.person || entry.by === work.asker.person ? await openCase(work, caseId) : null
  const then = now ?? (await openSessionCase(work, session.id, caseId))
  return { ...facts, reference: then?.reference ?? '', people: then?.people ?? [] }
}

/** Earlier signed discussions of a case that made a plan, newest first, whoever may read them. */
export async function earlierPlans(
  work: Work,
  session: StoredSession,
  caseId: CaseId,
): Promise<readonly PastDiscussion[]> {
  const policy = await policyOn(work)
  return (await findPast(work, caseId, session.startsAt)).filter((past) => makesPlans(policy, past.type))
}

/** The supervisor says that there was no time for a case: it goes back on the list for next time. */
export async function sayNotReached(work: Work, session: StoredSession, caseId: CaseId): Promise<Decision> {
  if (session.state !== 'held' && !mayBeHeld(session, work.moment).ok) return no('The session has not been held yet')
  const facts = (await findDiscussions(work, session.id)).find((one) => one.caseId === caseId) ?? null
  const decision = decideNotReached(facts, { person: work.asker.person, supervisor: session.supervisor })
  if (!decision.ok) return decision
  await addNotReached(work, session.id, caseId)
  writeTrail(work, { deed: 'case not reached', about: thing('case', caseId), detail: { session: session.id } })
  return yes()
}

/** Takes it back: the case was reached after all, and its record can be written. */
export async function sayReached(work: Work, session: StoredSession, caseId: CaseId): Promise<Decision> {
  if (session.supervisor !== work.asker.person) return no('The supervisor says which cases were not reached')
  await dropNotReached(work, session.id, caseId)
  writeTrail(work, { deed: 'case reached', about: thing('case', caseId), detail: { session: session.id } })
  return yes()
}

type EntrySaid = Pick<ClinicalEntry, 'version' | 'outcome' | 'day'>

/** The holder says when the plan of the newest version was entered in the clinical record, or that it need not be. */
export async function enterInClinicalRecord(
  work: Work,
  session: StoredSession,
  what: EntrySaid & { case: CaseId },
): Promise<Decision> {
  const entry = await findSessionCase(work, session.id, what.case)
  const record = await recordOfCase(work, session, what.case)
  if (!entry || !record) return no('There is no signed record of this case yet')
  const known = (await findClinicalEntries(work, [record.id])).get(record.id) ?? null
  const facts = { holder: entry.by, version: record.version, known }
  const held = londonDay(session.held?.beganAt ?? session.startsAt)
  const decision = decideClinicalEntry(facts, { ...what, by: work.asker.person, today: work.today, held })
  if (!decision.ok) return decision
  const { version, outcome, day } = what
  await addClinicalEntry(work, record.id, { version, outcome, day, by: work.asker.person, at: work.moment })
  const about = thing('session record', record.id)
  writeTrail(work, { deed: 'clinical record noted', about, detail: { outcome, version } })
  await work.tell({ name: 'facts changed', people: [entry.by] })
  return yes()
}

/** The record of a case in a session, when there is one. */
export const recordOfCase = async (
  work: Work,
  session: Pick<StoredSession, 'id'>,
  caseId: CaseId,
): Promise<StoredRecord | null> =>
  (await findRecords(work, session.id)).find((one) => one.kind === 'case' && one.caseId === caseId) ?? null
