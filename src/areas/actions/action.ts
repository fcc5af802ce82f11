// An action is something a person committed to do by a day, agreed in supervision (SPEC 5.11). Unless another day
// is named it is due before the next planned session. At the next session it comes first and is reported on: done,
// part done, not done and why, or changed. Done and changed close it; the other two carry it on to a new day,
// unless the people agree to let it go. What it says is sealed; when it is due and how it stands are facts.
import { type Decision, no, yes } from '../../platform/decision.ts'
import type { Id, PersonId } from '../../platform/ids.ts'
import { addDays, addMonths, type Day, daysBetween } from '../../platform/time/day.ts'
import type { Moment } from '../../platform/time/moment.ts'
import { formatDay } from '../../platform/time/words.ts'

export type ActionId = Id<'action'>

/** What it was agreed in: a session, the discussion of a case (its record), for a team (its evidence); others later. */
export type ActionSource = {
  readonly kind: 'session' | 'discussion' | 'team evidence' | 'meeting' | 'advice' | 'audit' | 'observation'
  readonly id: string
}

export type ActionState = 'open' | 'done' | 'changed' | 'let go'
export const reportOutcomes = ['done', 'part done', 'not done', 'changed'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

/** The facts of an action: nothing here says what it is about. */
export type ActionFacts = {
  readonly id: ActionId
  readonly owner: PersonId
  readonly agreedBy: PersonId
  readonly agreedAt: Moment
  readonly from: ActionSource
  readonly due: Day
  readonly state: ActionState
  readonly lastReport: ReportOutcome | null
  readonly lastReportedAt: Moment | null
  readonly version: number
}

export type Report = {
  readonly outcome: ReportOutcome
  /** Why not, what is left, or what it became. */
  readonly note: string
  /** What is sealed beside the note: why words that were pointed out in it identify nobody. */
  readonly because?: Readonly<Record<string, string>>
  /** The day it is carried on to; for part done, not done and changed. */
  readonly newDue: Day | null
  /** Its owner said so in a meeting, which let somebody else write it down for them. */
  readonly saidInMeeting?: boolean
  /** Not done, and nobody will do it any more. */
  readonly letGo: boolean
  readonly version: number
}

/** What becomes of the action; `successor` says that a new one takes its place (changed). */
export type ReportDecision = { readonly state: ActionState; readonly due: Day; readonly successor: boolean }

const LONGEST_MONTHS = 24

/** The day an action is due when nobody names one: the day before the next planned session, else three months on. */
export function usualDueDay(today: Day, nextSession: Day | null): Day {
  if (nextSession === null || nextSession <= today) return addMonths(today, 3)
  const before = addDays(nextSession, -1)
  return before < today ? today : before
}

/** A due day must be today or later and within two years. */
export function decideDue(today: Day, due: Day): Decision<Day> {
  if (due < today) return no('The day to do it by must be today or later', 'due')
  if (due > addMonths(today, LONGEST_MONTHS)) return no('The day to do it by must be within 2 years', 'due')
  return yes(due)
}

/** What a report makes of an action. Refuses a stale version, a closed action, and words that are missing. */
export function decideReport(action: ActionFacts, report: Report, today: Day): Decision<ReportDecision> {
  if (action.state !== 'open') return no('This action has already been reported as finished')
  if (report.version !== action.version)
    return no('Somebody else reported on this action meanwhile. Read it again first')
  if (report.outcome === 'done') return yes({ state: 'done', due: action.due, successor: false })
  if (report.note.trim() === '') return no(missingNote[report.outcome], 'note')
  if (report.outcome === 'not done' && report.letGo) return yes({ state: 'let go', due: action.due, successor: false })
  if (report.newDue === null) return no('Enter the new day to do it by', 'newDue')
  const due = decideDue(today, report.newDue)
  if (!due.ok) return no(due.reason, 'newDue')
  return report.outcome === 'changed'
    ? yes({ state: 'changed', due: action.due, successor: true })
    : yes({ state: 'open', due: due.value, successor: false })
}

/** An open action may be taken along under the same words. Refuses a stale version. */
export function decideCarrying(action: ActionFacts, version: number): Decision {
  if (action.state !== 'open') return no('This action has already been reported as finished')
  return version === action.version ? yes() : no('Somebody else reported on this action meanwhile. Read it again first')
}

const missingNote: Record<Exclude<ReportOutcome, 'done'>, string> = {
  'part done': 'Say what is left to do',
  'not done': 'Say why it was not done',
  changed: 'Say what the action is now',
}

/** How an action stands today, as a sentence without its content. */
export function standingOf(action: Pick<ActionFacts, 'state' | 'due'>, today: Day): string {
  if (action.state !== 'open') return closedWords[action.state]
  const left = daysBetween(today, action.due)
  if (left < 0) return `Was due ${formatDay(action.due)}, not reported yet`
  return left === 0 ? 'Due today' : `Due ${formatDay(action.due)}`
}

const closedWords: Record<Exclude<ActionState, 'open'>, string> = {
  done: 'Done',
  changed: 'Changed into another action',
  'let go': 'Let go, with the reason',
}

/** The first to look at comes first: earliest due, then earliest agreed. */
export const byDue = (a: ActionFacts, b: ActionFacts): number =>
  a.due.localeCompare(b.due) || a.agreedAt.localeCompare(b.agreedAt) || a.id.localeCompare(b.id)

/** The same words twice cannot be told apart as links: then each says which it is ('Due 3 May 2027, 1 of 2'). */
export function toldApart(words: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return words.map((one) => {
    const all = words.filter((other) => other === one).length
    const at = (seen.get(one) ?? 0) + 1
    seen.set(one, at)
    return all === 1 ? one : `${one}, ${at} of ${all}`
  })
}
