// An observation: a designated nurse watches somebody supervise, in a booked session (SPEC 9.3). Everybody of the session is asked
// first; only when all say yes does anybody come, and it never shows who said no, only that not everybody agreed, once all have
// answered. A yes can be taken back until it begins. Whoever observes reads nothing of any session or case. What they saw goes
// to the supervisor, who comments; then to the director, who gets what the supervisor has read and nothing else.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { addMinutes, londonDay, type Moment } from '../../../platform/time/moment.ts'
import type { SessionFacts, SessionId } from '../../supervision/index.ts'

export type ObservationId = Id<'observation'>

/** What whoever observes may know of a session: when and what, never with whom. */
export type SessionSeen = {
  readonly id: SessionId
  readonly type: string
  readonly state: SessionFacts['state']
  readonly startsAt: Moment
  readonly minutes: number
  readonly placeKind: SessionFacts['placeKind']
  /** How many are asked: those supervised, and the supervisor. */
  readonly people: number
}

export type Comment = { readonly outcome: 'agreed' | 'commented'; readonly version: number; readonly at: Moment }

export type Observation = {
  readonly id: ObservationId
  readonly pathway: string
  readonly supervisor: PersonId
  readonly observer: PersonId
  readonly plannedAt: Moment
  /** Null for one that was recorded from paper. */
  readonly session: SessionSeen | null
  readonly calledOffAt: Moment | null
  /** How many have said yes, and no; which is which is known to nobody but themselves. */
  readonly agreed: number
  readonly refused: number
  /** The day of the session, once what was seen has been sent to the supervisor. */
  readonly seenOn: Day | null
  /** How often the draft was saved, and how often it was sent to the supervisor. */
  readonly save: number
  readonly version: number
  readonly sentAt: Moment | null
  readonly comment: Comment | null
  /** When it went to the director. */
  readonly passedAt: Moment | null
}

export type Stage =
  | 'asking'
  | 'not everybody agreed'
  | 'agreed'
  | 'session gone'
  | 'called off'
  | 'to be written'
  | 'with the supervisor'
  | 'to be passed on'
  | 'passed on'
  | 'from paper'

/** After so many days without a comment the report may go without one. */
const DAYS_TO_COMMENT = 14

/** Where an observation stands at a moment. */
export function stageOf(one: Observation, now: Moment): Stage {
  const { session } = one
  if (session === null) return 'from paper'
  if (one.passedAt !== null) return 'passed on'
  if (one.version > 0) return mayPassOn(one, now) ? 'to be passed on' : 'with the supervisor'
  if (one.calledOffAt !== null) return 'called off'
  if (session.state !== 'booked' && session.state !== 'held') return 'session gone'
  const answered = one.agreed + one.refused >= session.people
  if (!answered && session.startsAt > now) return 'asking'
  if (one.agreed < session.people) return 'not everybody agreed'
  return addMinutes(session.startsAt, session.minutes) > now && session.state !== 'held' ? 'agreed' : 'to be written'
}

/** Something is still to come of it. */
export const isOpen = (stage: Stage): boolean =>
  ['asking', 'agreed', 'to be written', 'with the supervisor', 'to be passed on'].includes(stage)

const mayPassOn = ({ comment, version, sentAt }: Observation, now: Moment): boolean =>
  comment?.version === version || (sentAt !== null && addDays(londonDay(sentAt), DAYS_TO_COMMENT) <= londonDay(now))

/** A session that somebody may plan to observe: booked, for tomorrow or later, of a kind that is observed. */
export function decidePlan(
  session: SessionFacts,
  { observer, types, managed, now }: { observer: PersonId; types: readonly string[]; managed: boolean; now: Moment },
): Decision {
  if (session.state !== 'booked' || session.startsAt < addMinutes(now, 24 * 60))
    return no('Choose a booked session that begins tomorrow or later, so that everybody can be asked first', 'session')
  if (!types.includes(session.type)) return no('Supervisors of this kind of session are not observed', 'session')
  if (session.supervisor === observer || session.supervisees.includes(observer))
    return no('Nobody observes a session of their own', 'session')
  if (managed)
    return no(
      'You are the line manager of somebody in this session. Choose another one, or ask somebody else to observe',
      'session',
    )
  return yes()
}

/** Somebody of the session says yes or no, or takes a yes back. `before` is what they said until now. */
export function decideAnswer(
  one: Observation,
  { agrees, before, now }: { agrees: boolean; before: boolean | null; now: Moment },
): Decision {
  const stage = stageOf(one, now)
  const isAhead = one.session !== null && one.session.startsAt > now
  if (!isAhead || !['asking', 'agreed', 'not everybody agreed'].includes(stage))
    return no('This can no longer be answered')
  if (before === agrees) return yes()
  if (agrees && stage === 'not everybody agreed')
    return no('It is settled that this session is not observed. Nothing more is needed of you')
  return yes()
}

/** The observer does not come after all. */
export function decideCallingOff(one: Observation, now: Moment): Decision {
  const stage = stageOf(one, now)
  return stage === 'asking' || stage === 'agreed' || stage === 'to be written'
    ? yes()
    : no('There is nothing left to call off')
}

/** What was seen may be written down from the session's start until the report is with the director. */
export function decideWriting(one: Observation, now: Moment): Decision {
  const stage = stageOf(one, now)
  if (stage === 'passed on') return no('The report is with the director and stays as it is')
  if (stage === 'agreed' && one.session !== null && one.session.startsAt <= now) return yes()
  return ['to be written', 'with the supervisor', 'to be passed on'].includes(stage)
    ? yes()
    : no('There is nothing to write down: nobody observed this session')
}

/** The supervisor says what they think of what was last sent to them, once for each time it was sent. */
export function decideComment(one: Observation, version: number): Decision {
  if (one.version === 0) return no('Nothing has been sent to you yet')
  if (one.passedAt !== null) return no('The report is with the director and stays as it is')
  if (one.version !== version) return no('It was changed and sent to you again. Read it first')
  return one.comment?.version === version ? no('You have answered this already') : yes()
}

/** The report goes to the director once the supervisor has answered, or has had two weeks to. */
export function decidePassingOn(one: Observation, now: Moment): Decision {
  const stage = stageOf(one, now)
  if (stage === 'to be passed on') return yes()
  if (stage === 'passed on') return no('The report is with the director already')
  return stage === 'with the supervisor'
    ? no('The supervisor has two weeks to read it and comment. It can go to the director after that')
    : no('There is nothing to pass on yet')
}

/** One that was done before this service was used, or outside it, from what was written then. */
export function decideFromPaper(
  { seenOn, supervisor, observer }: { seenOn: Day; supervisor: PersonId; observer: PersonId },
  today: Day,
): Decision {
  if (supervisor === observer) return no('Nobody observes themselves', 'observer')
  if (seenOn > today) return no('The day must be today or in the past', 'seenOn')
  return seenOn < addDays(today, -366 * 5) ? no('Choose a day within the last 5 years', 'seenOn') : yes()
}
