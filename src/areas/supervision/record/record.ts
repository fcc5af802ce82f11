// What is written of a session (SPEC 5.6, 6.2): the session's own record and one for each case that was discussed, written and
// signed off by the supervisor; in a group each supervisee's own part; each one's short feedback, private to the pair; and
// the evidence for the team lead, without cases. A record is drafted, signed off as a
// version that never changes, and amended only by a further version that says what changed and why. Each supervisee agrees
// with a version or comments on it, and a comment stays beside it. A save from a page that is out of date is refused, and loses nothing.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { type Day, daysBetween } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { formatLength } from '../../../platform/time/words.ts'
import type { RecordPart } from '../terms/terms.ts'

export type RecordId = Id<'session record'>
export type RecordKind = 'session' | 'own part' | 'feedback' | 'case' | 'evidence'

export type RecordFacts = {
  readonly id: RecordId
  readonly kind: RecordKind
  /** The case that it is about; for records of a case alone. */
  readonly caseId: Id<'case'> | null
  readonly writer: PersonId
  /** The last version that was signed off; 0 before the first. */
  readonly version: number
  /** Counts the saves of drafts, so that a stale one is noticed. */
  readonly save: number
  readonly drafting: boolean
  readonly savedAt: Moment
}

export type RecordAnswer = {
  readonly version: number
  readonly person: PersonId
  readonly outcome: 'agreed' | 'commented'
  readonly at: Moment
}

/** Texts by the key of their part; `why` says what an amendment changed and why. */
export type RecordTexts = Readonly<Record<string, string>>

/** The longest that one part may be, in characters. */
export const LONGEST_PART = 20_000

/** A save of the draft: refused when it was made from an older save. */
export function saveDraft(record: RecordFacts, by: PersonId, fromSave: number, now: Moment): Decision<RecordFacts> {
  const may = mayWrite(record, by)
  if (!may.ok) return may
  if (!record.drafting) return no('This record has been signed off. Amend it to change it')
  if (fromSave !== record.save) return no(staleWords)
  return yes({ ...record, save: record.save + 1, savedAt: now })
}

export const staleWords =
  'This record was saved from another window or phone meanwhile. Both texts are below: nothing is lost'

/** Signs the draft off as the next version. Every needed part must be there; an amendment must say why. */
export function signOff(
  record: RecordFacts,
  by: PersonId,
  what: { fromSave: number; texts: RecordTexts; parts: readonly RecordPart[]; mayBeEmpty?: boolean },
  now: Moment,
): Decision<RecordFacts> {
  const may = mayWrite(record, by)
  if (!may.ok) return may
  if (!record.drafting) return no('This version has been signed off already')
  if (what.fromSave !== record.save) return no(staleWords)
  const missing = what.parts.find((part) => isNeeded(part, what) && isEmpty(part, what.texts))
  if (missing) return no(`Fill in “${missing.label}” before you sign off`, missing.key)
  if (!what.mayBeEmpty && what.parts.every((part) => isEmpty(part, what.texts)))
    return no('Nothing has been written yet', what.parts[0]?.key)
  if (record.version > 0 && (what.texts.why ?? '').trim() === '') return no('Say what you changed and why', 'why')
  return yes({ ...record, version: record.version + 1, save: record.save + 1, drafting: false, savedAt: now })
}

const isEmpty = (part: RecordPart, texts: RecordTexts) => (texts[part.key] ?? '').trim() === ''

const isNeeded = (part: RecordPart, { parts, texts }: { parts: readonly RecordPart[]; texts: RecordTexts }) =>
  part.needed === 'always' ||
  (part.needed === 'once begun' && parts.some((other) => other.section === part.section && !isEmpty(other, texts)))

/** Opens a further version of a signed record; the signed one stays as it is. */
export function amend(record: RecordFacts, by: PersonId, now: Moment): Decision<RecordFacts> {
  const may = mayWrite(record, by)
  if (!may.ok) return may
  if (record.drafting) return no('A draft is open already. Carry on with it')
  return yes({ ...record, drafting: true, save: record.save + 1, savedAt: now })
}

/** What a supervisee says of the newest version: once per version, and a comment needs words. */
export function answer(
  record: RecordFacts,
  supervisees: readonly PersonId[],
  answers: readonly RecordAnswer[],
  what: { by: PersonId; version: number; outcome: RecordAnswer['outcome']; comment: string },
  now: Moment,
): Decision<RecordAnswer> {
  if (!isAnswered(record) || !supervisees.includes(what.by))
    return no('Only the people supervised in this session can answer its record')
  if (record.version === 0) return no('The record has not been signed off yet')
  if (what.version !== record.version) return no('The record was amended meanwhile. Read the new version first')
  if (answers.some((one) => one.version === what.version && one.person === what.by))
    return no('You have answered this version already')
  if (what.outcome === 'commented' && what.comment.trim() === '') return no('Write your comment', 'comment')
  return yes({ version: what.version, person: what.by, outcome: what.outcome, at: now })
}

const isAnswered = ({ kind }: RecordFacts) => kind === 'session' || kind === 'case'

/** Whose answer to the newest version is still open. */
export function unanswered(
  record: RecordFacts,
  supervisees: readonly PersonId[],
  answers: readonly RecordAnswer[],
): readonly PersonId[] {
  if (record.version === 0 || !isAnswered(record)) return []
  const done = new Set(answers.filter((one) => one.version === record.version).map((one) => one.person))
  return supervisees.filter((person) => !done.has(person))
}

const mayWrite = (record: RecordFacts, by: PersonId): Decision =>
  record.writer === by ? yes() : no('Only the person who writes this record can change it')

/** 'Written 4 days after', or null when it was written the same day or the day after (SPEC 12.5). */
export function latenessOf(happened: Day, written: Day): string | null {
  const days = daysBetween(happened, written)
  return days > 1 ? `Written ${formatLength(days)} after` : null
}
