// Supervision between two people comes to an end (SPEC 4.5, 5.10). Either of the two may end it, after they have talked about
// it, on a day that is kept; where they could not talk, why not, in fixed words. From the last day on nothing new is shared;
// what was written stays with the two. Sessions ahead and open actions are gone through one by one. Nobody is to blame, so
// nothing here says whose fault it was. A day long, while nothing was built on it, whoever ended it may take that back.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, addMonths, type Day } from '../../../platform/time/day.ts'
import { addMinutes, type Moment } from '../../../platform/time/moment.ts'
import type { EndKind, PairId } from '../pair/pair.ts'

export type EndingId = Id<'ending'>
export const notTalkedReasons = ['away', 'no answer', 'risk'] as const
/** Why the two could not talk about it first. */
export type NotTalked = (typeof notTalkedReasons)[number]

/** The day on which the two talked about it, or why they could not. */
export type Talked = { readonly on: Day } | { readonly notBecause: NotTalked }

/** Who is supervised by whom. */
export type Two = { readonly supervisee: PersonId; readonly supervisor: PersonId }

/** Something of the two that can end: a kind of supervision, with the contract that it needs, or a contract by itself. */
export type Endable = {
  readonly key: string
  readonly name: string
  readonly type: string | null
  readonly pair: PairId | null
  readonly agreements: readonly Id<'agreement'>[]
}

export type Ending = Two & {
  readonly id: EndingId
  readonly by: PersonId
  readonly at: Moment
  /** The first day on which it no longer holds. */
  readonly on: Day
  readonly talked: Talked
  readonly kind: EndKind
  /** The kinds of supervision that end between the two. */
  readonly types: readonly string[]
  readonly pairs: readonly PairId[]
  readonly agreements: readonly Id<'agreement'>[]
  /** Who supervises from then on, when that is known: one person for all of these kinds. */
  readonly successor: PersonId | null
  readonly undoneAt: Moment | null
}

const UNDO_HOURS = 24
const MONTHS_AHEAD = 3
const DAYS_SINCE_TALK = 92

export type NewEnding = Pick<Ending, 'id' | 'supervisee' | 'supervisor' | 'on' | 'talked' | 'kind' | 'successor'> & {
  /** The keys of what ends. */
  readonly parts: readonly string[]
}

/** Ends supervision from a day on; `endable` is what the two have together today. */
export function decideEnding(
  what: NewEnding,
  by: PersonId,
  { endable, now, today }: { endable: readonly Endable[]; now: Moment; today: Day },
): Decision<Ending> {
  if (!isOfTwo(what, by)) return no('Only the two people themselves can end it')
  if (what.parts.length === 0) return no('Select what ends', 'parts')
  if (what.parts.some((key) => !endable.some((one) => one.key === key)))
    return no('This has ended already. Look at it again', 'parts')
  if (what.on < today) return no('The day must be today or later', 'on')
  if (what.on > addMonths(today, MONTHS_AHEAD)) return no('The day must be within 3 months', 'on')
  const talked = decideTalked(what.talked, today)
  if (!talked.ok) return talked
  const next = decideSuccessor(what, by)
  if (!next.ok) return next
  const { parts: _, ...kept } = what
  return yes({ ...kept, ...endingParts(endable, what.parts), by, at: now, undoneAt: null })
}

function decideTalked(talked: Talked, today: Day): Decision {
  if ('notBecause' in talked) return yes()
  if (talked.on > today) return no('The day you talked must be today or in the past', 'talkedOn')
  return talked.on < addDays(today, -DAYS_SINCE_TALK)
    ? no('That was more than 3 months ago. Talk about it again first, or say why you cannot', 'talkedOn')
    : yes()
}

function decideSuccessor({ successor, ...two }: Two & { successor: PersonId | null }, by: PersonId): Decision {
  if (successor === null) return yes()
  if (successor === two.supervisor) return no('Choose somebody else than your present supervisor', 'with')
  if (successor === two.supervisee) return no('Choose somebody else: nobody supervises themselves', 'with')
  return by === two.supervisee ? yes() : no('Only the person who is supervised chooses a supervisor', 'with')
}

/** What goes with these parts: a contract that another kind of the two still needs stays. */
function endingParts(endable: readonly Endable[], keys: readonly string[]) {
  const [going, staying] = [
    endable.filter((one) => keys.includes(one.key)),
    endable.filter((one) => !keys.includes(one.key)),
  ]
  const needed = new Set(staying.flatMap((one) => one.agreements))
  return {
    types: going.flatMap((one) => one.type ?? []),
    pairs: going.flatMap((one) => one.pair ?? []),
    agreements: [...new Set(going.flatMap((one) => one.agreements))].filter((id) => !needed.has(id)),
  }
}

/** Until when it can be taken back. */
export const undoUntil = (ending: Pick<Ending, 'at'>): Moment => addMinutes(ending.at, UNDO_HOURS * 60)

/** Takes an ending back, by whoever ended it, within a day, while nothing was decided or begun because of it. */
export function decideTakeBack(
  ending: Ending,
  by: PersonId,
  { now, actedOn }: { now: Moment; actedOn: boolean },
): Decision<Ending> {
  if (ending.undoneAt !== null) return no('This has been taken back already')
  if (ending.by !== by) return no('Only the person who ended it can take that back')
  if (actedOn) return no('Something was decided because of it already. You can choose each other again instead')
  if (now > undoUntil(ending)) return no('More than 24 hours have passed. You can choose each other again instead')
  return yes({ ...ending, undoneAt: now })
}

/** The other one of the two. */
export const otherOf = (two: Two, person: PersonId): PersonId =>
  two.supervisee === person ? two.supervisor : two.supervisee

/** Whether somebody is one of the two. */
export const isOfTwo = (two: Two, person: PersonId): boolean => two.supervisee === person || two.supervisor === person

export const sessionChoices = ['keep', 'cancel', 'ask the new supervisor'] as const
/** What becomes of a session ahead. */
export type SessionChoice = (typeof sessionChoices)[number]
export const actionChoices = ['keep', 'take along', 'close'] as const
/** What becomes of an open action: kept for oneself, taken along to the next supervisor, closed with the reason. */
export type ActionChoice = (typeof actionChoices)[number]

/** What may be chosen for a session ahead, by whom: the new supervisor is asked by the one who is supervised. */
export function choicesForSession(ending: Ending, by: PersonId): readonly SessionChoice[] {
  if (!isOfTwo(ending, by)) return []
  return ending.successor !== null && by === ending.supervisee ? sessionChoices : ['keep', 'cancel']
}

/** What may be chosen for an open action: by its owner; only the supervisee takes something along. */
export function choicesForAction(ending: Ending, owner: PersonId, by: PersonId): readonly ActionChoice[] {
  if (owner !== by || !isOfTwo(ending, by)) return []
  return by === ending.supervisee ? actionChoices : ['keep', 'close']
}
