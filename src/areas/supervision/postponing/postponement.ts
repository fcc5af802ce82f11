// Putting a session off because somebody has not prepared (SPEC 5.4): the supervisor may, where the policy makes preparation
// a gate. Of a group either the whole session is put off, or one person's cases alone. Then a new date is owed as after any
// cancellation. The line manager learns that it happened, where the policy says so, and nothing else; the person sees who was
// told what, and may comment, for the two of them alone. For ten minutes it can be taken back.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { addMinutes, londonDay, type Moment } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { mayCancel } from '../cancelling/cancellation.ts'
import type { SessionFacts, SessionId } from '../session/session.ts'
import { dayAfter, type RebookingRule } from '../terms/terms.ts'

export type PostponementId = Id<'postponement'>

export type Postponement = {
  readonly id: PostponementId
  readonly session: SessionId
  readonly person: PersonId
  /** The whole session was cancelled; otherwise only this person's cases were put off. */
  readonly whole: boolean
  readonly type: string
  /** The day on which it would have been. */
  readonly day: Day
  readonly by: PersonId
  readonly at: Moment
  readonly rebooker: PersonId | null
  readonly deadline: Day | null
  readonly highPriority: boolean
  /** The line manager who was told that it happened. */
  readonly told: PersonId | null
  readonly commentedAt: Moment | null
}

/** Everybody who has not prepared, or one of them. */
export type Whom = PersonId | 'everybody'
export const LONGEST_COMMENT = 5000
const UNDO_MINUTES = 10

export type Unprepared = {
  readonly gate: boolean
  /** Those of the session who have not said that they are ready. */
  readonly people: readonly PersonId[]
  /** Those whose part has been put off already. */
  readonly already: readonly PersonId[]
}

/** Whether a session may be put off now, and for whom: the people whom it concerns, and whether the whole session goes. */
export function decidePostponing(
  session: SessionFacts,
  what: { by: PersonId; whom: Whom; unprepared: Unprepared },
  now: Moment,
): Decision<{ people: readonly PersonId[]; whole: boolean }> {
  const may = mayPostpone(session, what, now)
  if (!may.ok) return may
  const { people, already } = what.unprepared
  if (what.whom === 'everybody' || session.supervisees.length === 1) return yes({ people, whole: true })
  if (!session.supervisees.includes(what.whom)) return no('Choose somebody of this session', 'whom')
  if (already.includes(what.whom)) return no('Their cases have been put off already', 'whom')
  if (!people.includes(what.whom)) return no('They have prepared. Choose somebody who has not', 'whom')
  return yes({ people: [what.whom], whole: false })
}

/** Whether there is anything to put off, for the supervisor of a booked session with a gate. */
export function mayPostpone(
  session: SessionFacts,
  { by, unprepared }: { by: PersonId; unprepared: Unprepared },
  now: Moment,
): Decision {
  if (session.supervisor !== by) return no('The supervisor may put a session off that was not prepared')
  if (!unprepared.gate) return no('Under the policy this session takes place, prepared or not')
  const may = mayCancel(session, by, now)
  if (!may.ok) return may
  return unprepared.people.length > 0 ? yes() : no('Everybody has prepared for this session')
}

/** What is owed for one person's cases: the supervisor finds them a new date, by when the policy says. */
export const owedFor = (
  session: SessionFacts,
  rule: RebookingRule,
): Pick<Postponement, 'rebooker' | 'deadline' | 'highPriority'> => ({
  rebooker: session.supervisor,
  deadline: rule.within ? dayAfter(londonDay(session.startsAt), rule.within) : null,
  highPriority: rule.highPriority,
})

/** Taken back within ten minutes by whoever put it off, while the session is still ahead. */
export function takeBack(session: SessionFacts, one: Postponement, by: PersonId, now: Moment): Decision {
  if (one.by !== by) return no('Only the person who put it off can take that back')
  if (now > addMinutes(one.at, UNDO_MINUTES)) return no('More than 10 minutes have passed. Book a new date instead')
  if (session.state !== 'booked' || session.startsAt <= now) return no('Its time has passed. Book a new date instead')
  return yes()
}

/** Their own comment, once, in words. */
export function decideComment(one: Postponement, by: PersonId, comment: string): Decision<string> {
  if (one.person !== by) return no('Only the person whose session was put off can comment')
  if (one.commentedAt !== null) return no('You have commented already')
  const said = comment.trim()
  return said === '' ? no('Write your comment', 'comment') : yes(said)
}

/** 'It was to be rebooked by …', for everybody whom it concerns; nothing of what it was about. */
export function owedWords(one: Postponement, rebooked: Day | null, rebooker: string): string {
  if (rebooked) return `A new date is booked: ${formatDay(rebooked)}.`
  if (one.rebooker === null) return ''
  return one.deadline ? `${rebooker} finds a new date, by ${formatDay(one.deadline)}.` : `${rebooker} finds a new date.`
}
