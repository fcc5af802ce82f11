// Which cases come to a session (SPEC 6.1): all open ones that meet a criterion come to planned case work; one that does
// not come is left out with a reason, and shows. Only its holder brings a case or leaves it out, to a session they are
// supervised in, of a kind in which cases are discussed.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { CaseFacts, CaseId } from '../case/case.ts'
import type { SessionFacts, SessionId } from '../session/session.ts'

export type SessionCaseId = Id<'session case'>

/** That a case came to a session, or was left out: facts only. */
export type SessionCase = {
  readonly id: SessionCaseId
  readonly session: SessionId
  readonly case: CaseId
  readonly by: PersonId
  readonly state: 'brought' | 'not brought'
  /** The sealed version that stands. */
  readonly version: number
  readonly at: Moment
}

/**
 * Who supervises a case as things stand: whoever it comes to next, and whoever it came to last. `brought` are the sessions to
 * which it was brought, newest first. Whoever supervised it before keeps their records, and reads nothing that comes after.
 */
export function supervisorsOf(
  brought: readonly { readonly state: string; readonly supervisor: PersonId }[],
): readonly PersonId[] {
  const ahead = brought.filter((one) => one.state === 'proposed' || one.state === 'booked')
  const last = brought.find((one) => one.state === 'held')
  return [...new Set([...ahead, ...(last ? [last] : [])].map((one) => one.supervisor))]
}

/** The longest reason for leaving a case out, in characters. */
export const LONGEST_WHY = 1000

/** Whether somebody may say now whether a case of theirs comes to a session. */
export function mayBring(
  session: SessionFacts,
  one: CaseFacts | null,
  by: { person: PersonId; caseWork: boolean },
): Decision<CaseFacts> {
  if (!one || one.holder !== by.person) return no('Choose a case from your own list')
  if (one.state === 'closed') return no('This case is closed. Reopen it to bring it')
  if (!session.supervisees.includes(by.person)) return no('Cases are brought by the people supervised in a session')
  if (!by.caseWork) return no('Cases are not discussed in this kind of supervision')
  if (session.state === 'cancelled' || session.state === 'withdrawn') return no('This session does not take place')
  return yes(one)
}

/** Leaving a case out needs a reason that the supervisor reads. */
export function decideWhy(why: string): Decision<string> {
  const said = why.trim()
  if (said === '') return no('Say why this case does not come this time', 'why')
  return said.length > LONGEST_WHY ? no(`Why must be ${LONGEST_WHY} characters or fewer`, 'why') : yes(said)
}

/** The open cases that meet a criterion and do not come: left out with a reason, or not spoken of at all. */
export function notBrought(
  held: readonly CaseFacts[],
  entries: readonly SessionCase[],
): readonly { case: CaseFacts; entry: SessionCase | null }[] {
  const byCase = new Map(entries.map((entry) => [entry.case, entry]))
  return held
    .filter((one) => one.state === 'open' && one.meetsCriterion && byCase.get(one.id)?.state !== 'brought')
    .map((one) => ({ case: one, entry: byCase.get(one.id) ?? null }))
}
