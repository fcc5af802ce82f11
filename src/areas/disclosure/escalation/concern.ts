// A concern that somebody passed on (SPEC 4.6, 12.4): at once, from whatever they were reading, never held back by the
// service. What was done is kept: whom they told, when and how, or that they decided not to share it and why; that is an
// outcome too. It stands apart from the record, with readers of its own. It can be taken back for some minutes; after that
// there are only further entries. A safeguarding lead, never the person who passed it on, follows it up and closes it. About
// fraud, wrongdoing or dignity at work a colleague is told by whoever looks into it under that policy, never from here.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { minutesBetween, type Moment } from '../../../platform/time/moment.ts'

export type ConcernId = Id<'concern'>
export const concernKinds = [
  'immediate danger',
  'safeguarding children',
  'safeguarding adults',
  'practice',
  'misconduct',
  'whistle-blowing',
  'dignity at work',
  'fraud',
  'disagreement',
  'wellbeing',
  'something else',
] as const
export type ConcernKind = (typeof concernKinds)[number]
export const toldHow = ['in person', 'phone', 'video', 'e-mail', 'form', 'other'] as const
export type ToldHow = (typeof toldHow)[number]
/** Whether the colleague it is about knows: told before, told by the service, or not yet, because of a risk. */
export type Telling = 'nobody is named' | 'told' | 'told here' | 'not yet'
export type AboutKind =
  | 'session'
  | 'session record'
  | 'case'
  | 'preparation'
  | 'agreement'
  | 'learning set'
  | 'learning set meeting'

export type Entry = {
  readonly number: number
  readonly kind: 'passed on' | 'added' | 'told' | 'seen' | 'handed on' | 'taken back' | 'closed'
  readonly by: PersonId
  readonly at: Moment
}

/** Facts only; the words are sealed. */
export type Concern = {
  readonly id: ConcernId
  readonly about: { readonly kind: AboutKind; readonly id: Id<string> } | null
  readonly kind: ConcernKind
  readonly routeKey: string | null
  readonly raisedBy: PersonId
  readonly raisedAt: Moment
  readonly outcome: 'told' | 'not shared'
  readonly toldAt: Moment | null
  readonly toldHow: ToldHow | null
  readonly named: PersonId | null
  readonly telling: Telling
  readonly entries: readonly Entry[]
}

/** Whether the colleague it is about is told from here; otherwise it is for whoever looks into it under the policy. */
export const tellsColleague = (kind: ConcernKind): boolean =>
  kind !== 'fraud' && kind !== 'whistle-blowing' && kind !== 'dignity at work'
/** Whether the line manager gets words of their own, from which a plan of support may start. */
export const goesToManager = (kind: ConcernKind): boolean => kind === 'practice' || kind === 'misconduct'

/** For how many minutes a concern can be taken back as a whole. */
export const MINUTES_TO_TAKE_BACK = 15

export type ConcernState = 'open' | 'taken back' | 'closed'

/** Closed by its last entry; an entry after that opens it again. */
export function stateOf(concern: Concern): ConcernState {
  if (concern.entries.some((entry) => entry.kind === 'taken back')) return 'taken back'
  return concern.entries.at(-1)?.kind === 'closed' ? 'closed' : 'open'
}

/** Whether the colleague it is about has been told of it. */
export const isTold = (concern: Concern): boolean =>
  concern.named !== null && (concern.telling !== 'not yet' || concern.entries.some((entry) => entry.kind === 'told'))

/** A concern as it is passed on: it needs what the outcome needs, and nothing else can hold it back. */
export function decideConcern(given: Omit<Concern, 'entries'>): Decision<Omit<Concern, 'entries'>> {
  if (given.named === given.raisedBy)
    return no('A concern about yourself is for your supervisor or line manager. Leave the colleague empty', 'named')
  if (given.toldAt !== null && given.toldAt > given.raisedAt)
    return no('The time you told them must not be in the future', 'time')
  return yes(given)
}

/** The person who passed it on may take the whole back, for some minutes, until somebody else has written. */
export function takeBack(concern: Concern, by: PersonId, now: Moment): Decision {
  if (concern.raisedBy !== by) return no('Only the person who passed it on can take it back')
  if (stateOf(concern) !== 'open') return no('This is closed already')
  if (concern.entries.some((entry) => entry.by !== by)) return no('Somebody has answered it already. Add to it instead')
  return minutesBetween(concern.raisedAt, now) < MINUTES_TO_TAKE_BACK
    ? yes()
    : no(`It can be taken back for ${MINUTES_TO_TAKE_BACK} minutes. Add to it instead: say what was wrong`)
}

/** The raiser and the leads may always add to it, also when it was closed: then it is open again. */
export function add(concern: Concern, by: PersonId, leads: readonly PersonId[]): Decision {
  if (stateOf(concern) === 'taken back') return no('This was taken back. Pass on a new concern instead')
  return by === concern.raisedBy || leads.includes(by) ? yes() : no('Only its readers can add to it')
}

/** A lead closes it, saying what came of it; never the person who passed it on. */
export function close(concern: Concern, by: PersonId, leads: readonly PersonId[]): Decision {
  if (!leads.includes(by)) return no('Only a safeguarding lead whom it went to can close it')
  if (by === concern.raisedBy) return no('You passed this on yourself. Another safeguarding lead closes it')
  if (stateOf(concern) !== 'open') return no('This is closed already')
  return concern.named !== null && tellsColleague(concern.kind) && !isTold(concern)
    ? no('The colleague it is about has not been told. Tell them first', 'came')
    : yes()
}

/** Telling the colleague it is about, once it puts nobody at risk any more. */
export function tell(concern: Concern, by: PersonId, leads: readonly PersonId[]): Decision {
  if (concern.named === null) return no('No colleague is named')
  if (!tellsColleague(concern.kind)) return no('Whoever looks into it under the policy decides what they are told')
  if (isTold(concern)) return no('They have been told already')
  if (stateOf(concern) === 'taken back') return no('This was taken back')
  return by === concern.raisedBy || leads.includes(by) ? yes() : no('Only its readers can do this')
}

/** Writing for the line manager of the colleague it is about, when nothing was written for them before. */
export function writeForManager(
  concern: Concern,
  by: PersonId,
  what: { leads: readonly PersonId[]; written: boolean },
): Decision {
  if (concern.named === null) return no('No colleague is named')
  if (!goesToManager(concern.kind)) return no('Line managers get what is about practice or conduct, and nothing else')
  if (stateOf(concern) !== 'open') return no('This is closed')
  if (what.written) return no('Their line manager was written to already')
  return by === concern.raisedBy || what.leads.includes(by) ? yes() : no('Only its readers can do this')
}
