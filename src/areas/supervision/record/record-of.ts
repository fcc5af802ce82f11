// What a deed or a page on a record is about: the session, the terms it was held under, and which record of it; for a record of
// a case also the case as its reader may know it. What follows from that alone stands here: its parts, whose word counts, who
// may read it (TRUST): by what happened in that session, never by who supervises whom today. A record of a case is read by its
// holder and the supervisor, in a group by those who were present too, and by whoever covers for the holder, for as long as
// that lasts; evidence for a team by its lead.
import type { Id, PersonId } from '../../../platform/ids.ts'
import { type Discussed, partsOfDiscussion } from '../discussion/discussion.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { AttendanceFacts } from '../holding/attendance.ts'
import type { StoredSession } from '../session/session.ts'
import { asksAboutCases, partsForAll } from '../terms/case-parts.ts'
import { plainPart, type RecordPart, type Terms } from '../terms/terms.ts'
import type { RecordFacts, RecordKind } from './record.ts'

export type RecordOf = {
  readonly session: StoredSession
  readonly terms: Terms
  readonly kind: RecordKind
  /** For a record of a case, and for no other. */
  readonly discussed?: Discussed
}

/** The case of a record; null for every other kind. */
export const caseIdOf = ({ discussed }: Pick<RecordOf, 'discussed'>): Id<'case'> | null => discussed?.caseId ?? null

/** Whether a record is the one in question. */
export const isRecordOf = (record: RecordFacts, of: Pick<RecordOf, 'kind' | 'discussed'>): boolean =>
  record.kind === of.kind && record.caseId === caseIdOf(of)

/**
 * The parts that a kind of writing has: the policy's template for the session's own record, without what it asks for each
 * case, and for each case; `keys` are those of what was typed or kept, for parts that come in rows.
 */
export function partsOf({ terms, kind, discussed }: RecordOf, keys: readonly string[] = []): readonly RecordPart[] {
  if (kind === 'own part') return ownParts
  if (kind === 'feedback') return feedbackParts
  if (kind === 'evidence') return terms.evidenceParts ?? []
  if (kind === 'case') return discussed ? partsOfDiscussion(terms.recordParts, discussed, keys) : []
  const parts = partsForAll(terms.recordParts)
  return parts.length > 0 ? parts : wholeSession
}

/** A session whose template asks about cases alone has room for the rest, and may have nothing to add. */
export const mayBeEmpty = ({ terms, kind }: RecordOf): boolean =>
  kind === 'evidence' || (kind === 'session' && asksAboutCases(terms.recordParts))

const ownParts = [
  plainPart('mine', 'My part', 'What you brought, what was said about it, and what you take away', 'always'),
  plainPart('needs', 'Development needs', 'Learning or support that would help you', 'no'),
]
const feedbackParts = [
  plainPart('helped', 'What helped', 'A sentence or two is enough', 'no'),
  plainPart('change', 'What would help more next time', '', 'no'),
]
const wholeSession = [
  plainPart('together', 'About the session as a whole', 'Leave it empty when the cases say it all', 'no'),
]

/** Whose answer a record waits for: the holder of the case, else everybody who was supervised. */
export const answerersOf = ({ session, discussed }: RecordOf): readonly PersonId[] =>
  discussed ? [discussed.holder] : session.supervisees

/** Who can own an action agreed here, the likeliest first. */
export function ownersOf({ session, kind, discussed }: RecordOf): readonly PersonId[] {
  if (kind === 'evidence') return [session.supervisor, ...session.supervisees]
  const first = discussed?.holder ?? session.supervisees[0]
  const all = [...(first ? [first] : []), ...session.supervisees, session.supervisor]
  return [...new Set(all)]
}

/** What the actions agreed in a record are said to come from; null for kinds that agree none. */
export function actionSourceOf({ kind, session }: Pick<RecordOf, 'kind' | 'session'>, record: string) {
  if (kind === 'session') return { kind: 'session', id: session.id } as const
  if (kind === 'case') return { kind: 'discussion', id: record } as const
  return kind === 'evidence' ? ({ kind: 'team evidence', id: record } as const) : null
}

export type RecordReader = {
  readonly person: PersonId
  readonly because: 'supervisor' | 'supervisee' | 'was present' | 'cover' | 'leads the team'
  readonly until: Moment | null
}

/** The readers of a record as things stand; `others` are those who cover, or lead the team. */
export function readersAmong(
  of: RecordOf,
  rows: readonly AttendanceFacts[],
  others: readonly RecordReader[] = [],
): readonly RecordReader[] {
  const supervisor: RecordReader = { person: of.session.supervisor, because: 'supervisor', until: null }
  return onceEach([supervisor, ...ofThoseSupervised(of, rows), ...others])
}

function ofThoseSupervised(of: RecordOf, rows: readonly AttendanceFacts[]): readonly RecordReader[] {
  const { session, terms, kind, discussed } = of
  const came = rows.filter((row) => row.part === 'supervisee' && row.presence !== 'absent').map((row) => row.person)
  if (kind === 'evidence' || kind === 'own part') return []
  if (kind === 'case') {
    const holder = discussed ? [readerOf(discussed.holder, 'supervisee')] : []
    return [...holder, ...(terms.casesForThosePresent ? came.map((person) => readerOf(person, 'was present')) : [])]
  }
  if (kind === 'session' && !terms.sharedWithGroup) return []
  return came.map((person) => readerOf(person, session.format === 'group' ? 'was present' : 'supervisee'))
}

const readerOf = (person: PersonId, because: RecordReader['because']): RecordReader => ({
  person,
  because,
  until: null,
})

/** The first reason counts: nobody's reading ends early because they also covered. */
const onceEach = (readers: readonly RecordReader[]): readonly RecordReader[] =>
  readers.filter((reader, at) => readers.findIndex((one) => one.person === reader.person) === at)
