// Bringing cases to a session and leaving them out. How a case is called in that session, and why it stays away, is sealed for
// the supervisor of that session; nobody else learns more than how many there are (SPEC 6.1, 12.1).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import {
  findReadable,
  findReaders,
  letRead,
  openTexts,
  type Reader,
  removeReader,
  sealTexts,
  type Texts,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { aboutCase, aboutCaseLine, letReadCase, openCase } from '../case/case.changes.ts'
import type { Case, CaseFacts, CaseId, PersonAtRisk } from '../case/case.ts'
import { findCasesOf, findCasesToCome, lockCase } from '../case/case.store.ts'
import { findSession } from '../session/session.store.ts'
import { endsAt, type SessionFacts, type SessionId, type StoredSession } from '../session/session.ts'
import { termsOfSession } from '../terms/terms.changes.ts'
import { decideWhy, mayBring, notBrought, type SessionCase, type SessionCaseId, supervisorsOf } from './session-case.ts'
import { casesOfSession, findSessionCase, findSessionsOfCase, saveSessionCase } from './session-case.store.ts'

const aboutEntry = (id: SessionCaseId) => thing('session case', id)

/** Brings a case of the asker's to a session: its supervisor may read it from now on. */
export async function bringCase(work: Work, id: SessionId, what: { case: CaseId }): Promise<Decision<SessionCase>> {
  const found = await entryFor(work, id, what.case)
  if (!found.ok) return found
  const { session, opened } = found.value
  const entry = await saveEntry(work, found.value, { state: 'brought', why: '' })
  const supervisor: Reader = { person: session.supervisor, because: 'supervisor', until: null }
  await letReadCase(work, opened.id, [supervisor])
  await endFormerReading(work, found.value)
  return yes(entry)
}

/** Leaves a case of the asker's out of a session, with a reason that its supervisor reads. */
export async function leaveOut(
  work: Work,
  id: SessionId,
  what: { case: CaseId; why: string },
): Promise<Decision<SessionCase>> {
  const why = decideWhy(what.why)
  if (!why.ok) return why
  const found = await entryFor(work, id, what.case)
  if (!found.ok) return found
  const entry = await saveEntry(work, found.value, { state: 'not brought', why: why.value })
  await endFormerReading(work, found.value)
  return yes(entry)
}

/** Whoever supervised a case before, or supervises a session to which it is not brought after all, reads it no more. */
async function endFormerReading(work: Work, { opened }: Entering): Promise<void> {
  const now = supervisorsOf(await findSessionsOfCase(work, opened.id))
  for (const reader of await findReaders(work, aboutCase(opened)))
    if (reader.because === 'supervisor' && !now.includes(reader.person))
      await removeReader(work, aboutCase(opened), reader.person)
}

type Entering = { session: StoredSession; opened: Case; before: SessionCase | null }

async function entryFor(work: Work, id: SessionId, one: CaseId): Promise<Decision<Entering>> {
  const session = await findSession(work, id)
  if (!session) return no('There is no such session')
  // Held until this work is done, so that nobody brings a case while it goes to a colleague.
  const may = mayBring(session, await lockCase(work, one), {
    person: work.asker.person,
    caseWork: (await termsOfSession(work, session)).caseWork,
  })
  if (!may.ok) return may
  const opened = await openCase(work, one)
  if (!opened) return no('Choose a case from your own list')
  const before = await findSessionCase(work, id, one)
  if (before && before.by !== work.asker.person) return no('A colleague brought this case to this session')
  return yes({ session, opened, before })
}

async function saveEntry(
  work: Work,
  { session, opened, before }: Entering,
  what: Pick<SessionCase, 'state'> & { why: string },
): Promise<SessionCase> {
  const entry: SessionCase = {
    id: before?.id ?? work.newId<'session case'>(),
    session: session.id,
    case: opened.id,
    by: work.asker.person,
    state: what.state,
    version: (before?.version ?? 0) + 1,
    at: work.moment,
  }
  const people = what.state === 'brought' ? opened.people : []
  const texts = { reference: opened.reference, people: JSON.stringify(people), why: what.why }
  await showList(work, session)
  await saveSessionCase(work, entry)
  await sealTexts(work, { kind: 'case discussion', about: aboutEntry(entry.id), version: entry.version, texts })
  await letRead(work, aboutEntry(entry.id), [{ person: session.supervisor, because: 'supervisor', until: null }])
  const deed = what.state === 'brought' ? 'case brought' : 'case left out'
  writeTrail(work, { deed, about: thing('case', opened.id), detail: { session: session.id } })
  return entry
}

/**
 * Whoever begins to say what comes to a session shows its supervisor the references of all cases that should come, until
 * that session is over: a case that is neither brought nor left out is seen, too.
 */
async function showList(work: Work, session: StoredSession): Promise<void> {
  const entries = await casesOfSession(work, session.id)
  if (session.supervisor === work.asker.person || entries.some((entry) => entry.by === work.asker.person)) return
  await showCasesTo(work, session, [work.asker.person])
}

/**
 * A booking of planned case work shows its supervisor the references of the cases that should come, whichever of the two
 * says yes to the time; of a colleague's cases the database shows them to that supervisor alone (SPEC 6.1).
 */
export async function showCasesOf(work: Work, session: SessionFacts): Promise<void> {
  const by = work.asker.person
  if (session.state !== 'booked' || !(await termsOfSession(work, session)).caseWork) return
  await showCasesTo(work, session, session.supervisor === by ? session.supervisees : [by])
}

async function showCasesTo(work: Work, session: SessionFacts, holders: readonly PersonId[]): Promise<void> {
  const supervisor: Reader = { person: session.supervisor, because: 'supervisor', until: endsAt(session) }
  for (const one of await findCasesToCome(work, holders)) await letRead(work, aboutCaseLine(one), [supervisor])
}

/** Lets people read how a case was called in a session and who was at risk then: those who were present, or cover. */
export async function letReadSessionCase(
  work: Work,
  session: SessionId,
  what: { case: CaseId; readers: readonly Reader[] },
): Promise<Decision> {
  const entry = await findSessionCase(work, session, what.case)
  const mine = entry && (await findReadable(work, 'session case', [entry.id])).has(entry.id)
  if (!entry || !mine) return no('There is no such case in this session')
  await letRead(work, aboutEntry(entry.id), what.readers)
  return yes()
}

/** A case of a session with its words as they were then; `reference` is null for whoever may not read them. */
export type OpenedSessionCase = SessionCase & {
  readonly reference: string | null
  readonly people: readonly PersonAtRisk[]
  readonly why: string
}

/** The cases of a session with what the asker may read of them; each opening leaves its line. */
export async function openCasesOfSession(work: Work, session: SessionId): Promise<readonly OpenedSessionCase[]> {
  const entries = await casesOfSession(work, session)
  const ids = entries.map((entry) => entry.id)
  const readable = await findReadable(work, 'session case', ids)
  const opened: OpenedSessionCase[] = []
  for (const entry of entries) opened.push(await openedEntry(work, entry, readable))
  return opened
}

/** One case of a session, opened on its own; null when it has nothing to do with that session. */
export async function openSessionCase(work: Work, session: SessionId, one: CaseId): Promise<OpenedSessionCase | null> {
  const entry = await findSessionCase(work, session, one)
  if (!entry) return null
  return openedEntry(work, entry, await findReadable(work, 'session case', [entry.id]))
}

async function openedEntry(work: Work, entry: SessionCase, readable: ReadonlySet<string>): Promise<OpenedSessionCase> {
  const texts = readable.has(entry.id) ? await openEntry(work, entry) : null
  const people = texts?.people === undefined ? [] : (JSON.parse(texts.people) as PersonAtRisk[])
  return { ...entry, reference: texts?.reference ?? null, people, why: texts?.why ?? '' }
}

const openEntry = async (work: Work, entry: SessionCase): Promise<Texts> =>
  (await openTexts(work, { about: aboutEntry(entry.id), version: entry.version })).texts

/** A case that meets a criterion and does not come. `said` is null when nothing was said of it yet. */
export type NotBrought = {
  readonly case: CaseId
  /** Null for whoever may not read it; how many there are shows all the same. */
  readonly reference: string | null
  readonly said: { readonly why: string } | null
}

/**
 * The open cases on somebody's list that meet a criterion of the policy and were not brought to a session, for the two of that
 * session: how many is a fact, the reference and the reason open for the supervisor of that session and the holder (SPEC 6.1).
 */
export async function casesNotBrought(
  work: Work,
  session: SessionId,
  what: { supervisee: PersonId },
): Promise<readonly NotBrought[]> {
  const entries = await openCasesOfSession(work, session)
  const missing = notBrought(await findCasesOf(work, what.supervisee), entries)
  const readable = await findReadable(
    work,
    'case line',
    missing.map((one) => one.case.details),
  )
  const found: NotBrought[] = []
  for (const one of missing) {
    const entry = entries.find((other) => other.id === one.entry?.id)
    const reference = entry?.reference ?? (readable.has(one.case.details) ? await openLine(work, one.case) : null)
    found.push({ case: one.case.id, reference, said: entry ? { why: entry.why } : null })
  }
  return found
}

async function openLine(work: Work, facts: CaseFacts): Promise<string | null> {
  const opened = await openTexts(work, { about: aboutCaseLine(facts), version: facts.version })
  return opened.texts.reference ?? null
}
