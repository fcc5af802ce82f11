// Who writes which of the two records of one advice, and when (SPEC 8.2): whoever advised theirs, whoever asked what they heard.
// Once written, a record is corrected by its author alone, in a further version; what it said before stays. The two are compared
// anew, and where they differ after a correction a safeguarding lead looks again.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { type AdviceRequest, type Doer, type Entry, next } from '../request/request.ts'

/** The adviser's record, or the account of what was heard. */
export type Part = 'advice' | 'account'

/** Whose a record is to write; what somebody outside the register heard is written by whoever advised; null while nobody has taken the request. */
export function writerOf(request: AdviceRequest, part: Part): PersonId | null {
  if (part === 'account') return request.caller ?? request.adviser
  return request.adviser ?? (request.state === 'taken' ? request.has : null)
}

/** What somebody may write of a record now: it for the first time, or a correction of what they wrote. */
export function writingOf(request: AdviceRequest, by: Doer, part: Part): Decision<'first' | 'correction'> {
  if (writerOf(request, part) !== by.person) return no('Only its author writes this record')
  if ((part === 'advice' ? request.advisedAt : request.heardAt) !== null) return yes('correction')
  if (part === 'advice' || request.state === 'taken' || request.state === 'advised') return yes('first')
  return no('Write down what you heard once somebody has talked with you')
}

/** A record is corrected; `differs` is in which choices the two differ from now on, null while there is only one. */
export function correct(
  request: AdviceRequest,
  by: Doer,
  { part, differs }: { part: Part; differs: readonly string[] | null },
): Decision<AdviceRequest> {
  const may = writingOf(request, by, part)
  if (!may.ok) return may
  if (may.value === 'first') return no('There is nothing to correct yet')
  if (differs === null) return next(request, {})
  return next(request, { differs, lookedAt: differs.length > 0 ? null : request.lookedAt })
}

/** The number of the version in which a record stands: the first, and one for each correction. */
export const versionOf = (entries: readonly Pick<Entry, 'kind'>[], part: Part): number =>
  1 + entries.filter(({ kind }) => kind === `${part} corrected`).length
