// One request for advice and what happens to it (SPEC 8.2). Anybody on the staff asks; an administrator may take the details
// of a caller on the phone. A professional of the desk takes it and advises; both write down what was advised. Each deed
// is an entry that stays; how the request stands follows from the entries, with a moment by which the next thing should have
// happened and a later one at which the safeguarding leads hear of it. Nobody advises themselves.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'

export type RequestId = Id<'request'>

export const urgencies = ['now', 'today', 'this week'] as const
export type Urgency = (typeof urgencies)[number]

export type EntryKind =
  | 'asked'
  | 'asked again'
  | 'handed on'
  | 'taken'
  | 'given back'
  | 'advised'
  | 'heard'
  | 'read first'
  | 'sent elsewhere'
  | 'seen'
  | 'withdrawn'
  | 'closed'
  | 'added'
  | 'desk told'
  | 'leads told'
  | 'case made'
  | 'looked at'
  | 'advice corrected'
  | 'account corrected'
  | 'found in the register'

export type Entry = {
  readonly number: number
  readonly kind: EntryKind
  readonly by: PersonId
  readonly at: Moment
  /** Whom it was handed to, or found as in the register. */
  readonly person: PersonId | null
}

export type RequestState =
  | 'waiting'
  | 'handed on'
  | 'taken'
  | 'advised'
  | 'recorded'
  | 'elsewhere'
  | 'withdrawn'
  | 'closed'

/** Facts only: nothing here says what it is about. */
export type AdviceRequest = {
  readonly id: RequestId
  /** Null where whoever asked is not in the register. */
  readonly caller: PersonId | null
  /** The caller, or the administrator who took the details. */
  readonly openedBy: PersonId
  readonly openedAt: Moment
  readonly urgency: Urgency
  readonly state: RequestState
  /** Who must act: the professional, then the caller; null while it is the whole desk's, and once it is over. */
  readonly has: PersonId | null
  /** By when; null once it is over. */
  readonly dueAt: Moment | null
  /** When the safeguarding leads hear of it. */
  readonly leadsAt: Moment | null
  /** Who advised, and when. */
  readonly adviser: PersonId | null
  readonly advisedAt: Moment | null
  /** When the caller wrote down what they heard. */
  readonly heardAt: Moment | null
  readonly readFirst: boolean
  /** In which choices the two records differ; null until both are there. */
  readonly differs: readonly string[] | null
  /** The same when they were first compared: a correction does not hide it. */
  readonly differed: readonly string[] | null
  readonly lookedAt: Moment | null
  readonly version: number
}

/** By when the next thing should have happened, and when the leads hear that it has not. */
export type Due = { readonly dueAt: Moment; readonly leadsAt: Moment }

/** Who asks for a deed, as far as the rules care. */
export type Doer = {
  readonly person: PersonId
  /** Advises at the desk today. */
  readonly advises: boolean
  /** Takes details at the desk. */
  readonly administers: boolean
  /** May look at the work of the desk as a safeguarding lead. */
  readonly leads: boolean
}

export type NewRequest = Pick<AdviceRequest, 'id' | 'caller' | 'openedBy' | 'openedAt' | 'urgency'>

/** A request as it begins: the whole desk's. An administrator opens it for somebody else, everybody for themselves. */
export function open(given: NewRequest, by: Doer, due: Due): Decision<AdviceRequest> {
  if (given.caller !== by.person && !by.administers && !by.advises)
    return no('Only the desk takes the details of somebody else', 'caller')
  return yes({
    ...given,
    ...due,
    state: 'waiting',
    has: null,
    adviser: null,
    advisedAt: null,
    heardAt: null,
    readFirst: false,
    differs: null,
    differed: null,
    lookedAt: null,
    version: 1,
  })
}

const onDesk = (by: Doer): boolean => by.advises || by.administers
/** Somebody of the desk must still do something. */
export const isWithDesk = ({ state }: Pick<AdviceRequest, 'state'>): boolean =>
  state === 'waiting' || state === 'handed on' || state === 'taken'
export const isOver = ({ state }: Pick<AdviceRequest, 'state'>): boolean =>
  state === 'recorded' || state === 'withdrawn' || state === 'closed'

export const movedOn = 'This request has moved on meanwhile. Look at it again'
/** The request as a deed leaves it, one version on. */
export const next = (request: AdviceRequest, change: Partial<AdviceRequest>): Decision<AdviceRequest> =>
  yes({ ...request, ...change, version: request.version + 1 })
/** What holds of every request that is over. */
export const over = { has: null, dueAt: null, leadsAt: null } as const

/** A professional takes it, and answers for it from now on. What somebody had who has left since may be taken like any other. */
export function take(
  request: AdviceRequest,
  by: Doer,
  { due, hasLeft }: { due: Due; hasLeft: boolean },
): Decision<AdviceRequest> {
  if (!by.advises) return no('A professional of the desk takes requests')
  if (request.caller === by.person) return no('This is a request of your own. A colleague takes it')
  if (request.state === 'taken' && request.has === by.person) return no('You have it already')
  if (request.state === 'taken' && !hasLeft) return no('A colleague has taken it. Ask them to hand it on')
  return isWithDesk(request) ? next(request, { ...due, state: 'taken', has: by.person }) : no(movedOn)
}

/** The desk hands it to a professional, who has it from now on and takes it, hands it on or gives it back. */
export function handOn(
  request: AdviceRequest,
  by: Doer,
  { to, due }: { to: Pick<Doer, 'person' | 'advises'>; due: Due },
): Decision<AdviceRequest> {
  if (!onDesk(by)) return no('Only the desk hands requests on')
  if (!isWithDesk(request)) return no(movedOn)
  if (!to.advises) return no('Choose somebody who advises at the desk', 'to')
  if (to.person === request.caller) return no('They asked for this advice themselves. Choose a colleague', 'to')
  if (to.person === request.has) return no('They have it already', 'to')
  return next(request, { ...due, state: 'handed on', has: to.person })
}

/** Whoever has it gives it back to the whole desk. */
export function giveBack(request: AdviceRequest, by: Doer, due: Due): Decision<AdviceRequest> {
  if (request.has !== by.person || !isWithDesk(request)) return no('Only the person who has it gives it back')
  return next(request, { ...due, state: 'waiting', has: null })
}

/** It does not belong here: the caller is told where to turn, and has it until they have seen that. */
export function sendElsewhere(request: AdviceRequest, by: Doer, due: Due): Decision<AdviceRequest> {
  if (request.caller === by.person) return no('This is a request of your own. Withdraw it instead')
  const mayDo = request.has === by.person || (by.administers && request.state !== 'taken')
  if (!mayDo) return no('Take it first: whoever has it says where to turn instead')
  if (!isWithDesk(request)) return no(movedOn)
  // Somebody who is not in the register hears it on the phone.
  if (request.caller === null) return next(request, { ...over, state: 'closed' })
  return next(request, { ...due, state: 'elsewhere', has: request.caller })
}

/** The caller has seen where to turn instead. */
export const see = (request: AdviceRequest, by: Doer): Decision<AdviceRequest> =>
  request.state === 'elsewhere' && request.caller === by.person
    ? next(request, { ...over, state: 'closed' })
    : no(movedOn)

/** The caller still needs the desk: it is the whole desk's again. */
export const askAgain = (request: AdviceRequest, by: Doer, due: Due): Decision<AdviceRequest> =>
  request.state === 'elsewhere' && request.caller === by.person
    ? next(request, { ...due, state: 'waiting', has: null })
    : no(movedOn)

/** The caller takes it back while nobody has taken it; the desk does for a caller who is not in the register. */
export function withdraw(request: AdviceRequest, by: Doer): Decision<AdviceRequest> {
  const mayDo = request.caller === null ? onDesk(by) : request.caller === by.person
  if (!mayDo) return no('Only the person who asked withdraws a request')
  if (request.state === 'taken') return no('It has been taken. Tell whoever has it that you need it no longer')
  return request.state === 'waiting' || request.state === 'handed on'
    ? next(request, { ...over, state: 'withdrawn' })
    : no(movedOn)
}

/** The adviser writes down what they advised; then the caller does. Whoever writes second brings the two together. */
export function advise(
  request: AdviceRequest,
  by: Doer,
  { at, due, differs }: { at: Moment; due: Due; differs: readonly string[] | null },
): Decision<AdviceRequest> {
  if (request.state !== 'taken' || request.has !== by.person)
    return no('Whoever has taken it writes down what they advised')
  const advised = { adviser: by.person, advisedAt: at, differs, differed: differs }
  if (request.heardAt !== null) return next(request, { ...advised, ...over, state: 'recorded' })
  return next(request, { ...advised, ...due, state: 'advised', has: request.caller ?? by.person })
}

/**
 * The caller writes down what they heard: once they have talked, before or after the adviser has. For somebody who is not in
 * the register whoever advised does, having read it back to them.
 */
export function hear(
  request: AdviceRequest,
  by: Doer,
  { at, differs }: { at: Moment; differs: readonly string[] | null },
): Decision<AdviceRequest> {
  if ((request.caller ?? request.adviser) !== by.person)
    return no('Only the person who asked writes down what they heard')
  if (request.heardAt !== null) return no('You have written down already what you heard')
  if (request.state === 'advised')
    return next(request, { ...over, heardAt: at, differs, differed: differs, state: 'recorded' })
  return request.state === 'taken'
    ? next(request, { heardAt: at })
    : no('Write down what you heard once somebody has talked with you')
}

/** The caller reads the adviser's words before writing their own: allowed, and said beside the comparison. */
export const readFirst = (request: AdviceRequest, by: Doer): Decision<AdviceRequest> =>
  request.state === 'advised' && request.caller === by.person ? next(request, { readFirst: true }) : no(movedOn)
