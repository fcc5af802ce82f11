// An agreement is one text between parties for one term: a contract of two, or the ground rules of a set (SPEC 4). It is
// adapted, closed, signed by everybody who must, and then holds from a day until a day. Any change of the text clears every
// signature. A renewal, or other parties, begin a new agreement that follows this one. Nobody signs for somebody else, twice,
// before the text is closed, or another text than the one that lies there now; the time is the server's.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { type Day, latest } from '../../../platform/time/day.ts'
import { addMinutes, type Moment } from '../../../platform/time/moment.ts'
import { plainLine } from '../text/plain-lines.ts'

export type AgreementId = Id<'agreement'>
export const agreementKinds = ['one-to-one contract', 'safeguarding contract', 'ground rules'] as const
export type AgreementKind = (typeof agreementKinds)[number]
export type PartyRole = 'supervisee' | 'supervisor' | 'member' | 'facilitator'
export type Party = { readonly person: PersonId; readonly as: PartyRole }

/**
 * adapting: the text can be changed; signing: closed, waits for signatures; signed; ended: by a party, or with a set;
 * withdrawn: given up before it was signed; replaced: a later one of the same parties or set was signed.
 */
export type AgreementState = 'adapting' | 'signing' | 'signed' | 'ended' | 'withdrawn' | 'replaced'

/** With what a signer confirmed who they are. */
export type Means = 'password and code' | 'demonstration'

export type Signature = {
  readonly person: PersonId
  readonly as: PartyRole
  /** The signer's name as they typed it. */
  readonly typedName: string
  /** SHA-256 of the canonical text, 64 hex letters. */
  readonly textHash: string
  readonly at: Moment
  readonly means: Means
  /** Ed25519 of everything above, in base64. */
  readonly seal: string
}

/** What an agreement is about, opaquely: { kind: 'set', id }. */
export type About = { readonly kind: string; readonly id: Id<string> }

/** The facts of an agreement: no word of its text. */
export type Agreement = {
  readonly id: AgreementId
  readonly kind: AgreementKind
  /** The template's key in the pack. */
  readonly template: string
  readonly policyVersion: Id<'policy version'>
  readonly about: About | null
  readonly parties: readonly Party[]
  readonly state: AgreementState
  /** The newest text; each change is a version of its own. */
  readonly version: number
  /** How often the text was closed: a signature counts for the closing that it was given for, and no other. */
  readonly closing: number
  readonly startedBy: PersonId
  readonly startedAt: Moment
  readonly closedAt: Moment | null
  /** SHA-256 of the closed text; null while it is adapted. */
  readonly textHash: string | null
  /** Those that count now. */
  readonly signatures: readonly Signature[]
  /** The first day on which it holds. */
  readonly from: Day | null
  /** The first day on which it no longer holds. */
  readonly until: Day | null
  /** The end of its term, whatever came before: `until` unless it was ended or replaced. */
  readonly termUntil: Day | null
  readonly follows: AgreementId | null
  readonly endedOn: Day | null
  readonly endedBy: PersonId | null
  /** Counts the savings, so that a stale one is noticed. */
  readonly save: number
}

/** Whether somebody is named in it. */
export const isParty = (agreement: Pick<Agreement, 'parties'>, person: PersonId): boolean =>
  agreement.parties.some((party) => party.person === person)

/** The part in which somebody is named; null when they are not. */
export const partOf = (agreement: Pick<Agreement, 'parties'>, person: PersonId): PartyRole | null =>
  agreement.parties.find((party) => party.person === person)?.as ?? null

/** Those who must still sign. */
export const unsigned = (agreement: Agreement): readonly Party[] =>
  agreement.parties.filter((party) => !agreement.signatures.some((one) => one.person === party.person))

/** Nothing is decided yet: it can still be given up. */
export const isOpen = (agreement: Pick<Agreement, 'state'>): boolean =>
  agreement.state === 'adapting' || agreement.state === 'signing'

/** A new agreement in its first text. Two people at least, nobody twice, its starter among them. */
export function start(
  what: Pick<Agreement, 'id' | 'kind' | 'template' | 'policyVersion' | 'about' | 'parties' | 'follows'>,
  by: PersonId,
  now: Moment,
): Decision<Agreement> {
  const people = new Set(what.parties.map((party) => party.person))
  if (people.size < 2) return no('An agreement takes two people at least', 'with')
  if (people.size !== what.parties.length) return no('Somebody is named twice', 'with')
  if (!people.has(by)) return no('Only somebody who will sign it can start an agreement')
  if (what.kind !== 'ground rules' && !isBetweenTwo(what.parties))
    return no('A contract is between a supervisee and a supervisor', 'with')
  return yes({
    ...what,
    state: 'adapting',
    version: 1,
    closing: 0,
    startedBy: by,
    startedAt: now,
    closedAt: null,
    textHash: null,
    signatures: [],
    from: null,
    until: null,
    termUntil: null,
    endedOn: null,
    endedBy: null,
    save: 1,
  })
}

const isBetweenTwo = (parties: readonly Party[]): boolean =>
  parties.length === 2 &&
  parties.some((one) => one.as === 'supervisee') &&
  parties.some((one) => one.as === 'supervisor')

/** Whether somebody may change the text now. */
export function mayAdapt(agreement: Agreement, by: PersonId): Decision {
  if (!isParty(agreement, by)) return no('Only those who will sign it can change its text')
  if (agreement.state === 'adapting') return yes()
  if (agreement.state === 'signing') return no('The text is closed for signing. Open it again to change it')
  return no('This text was settled. Renew it to agree on another')
}

/** The text in its next version. */
export function change(agreement: Agreement, by: PersonId): Decision<Agreement> {
  const may = mayAdapt(agreement, by)
  return may.ok ? yes({ ...agreement, version: agreement.version + 1, save: agreement.save + 1 }) : may
}

/** Closes the text for signing, under its hash. The closed text is a version of its own. */
export function close(agreement: Agreement, by: PersonId, textHash: string, now: Moment): Decision<Agreement> {
  if (agreement.state === 'signing') return no('The text is closed already')
  const may = mayAdapt(agreement, by)
  if (!may.ok) return may
  const part = partOf(agreement, by)
  if (agreement.kind === 'ground rules' && part !== 'facilitator') return no('The facilitator closes the text of a set')
  const next = { state: 'signing', version: agreement.version + 1, closing: agreement.closing + 1 } as const
  return yes({ ...agreement, ...next, closedAt: now, textHash, signatures: [], save: agreement.save + 1 })
}

/** Opens the text again: whatever was signed counts no longer. */
export function reopen(agreement: Agreement, by: PersonId): Decision<Agreement> {
  if (!isParty(agreement, by)) return no('Only those who will sign it can open it again')
  if (agreement.state !== 'signing')
    return no(agreement.state === 'adapting' ? 'The text is open already' : 'This text was settled. Renew it instead')
  const open = { state: 'adapting', closedAt: null, textHash: null, signatures: [] } as const
  return yes({ ...agreement, ...open, save: agreement.save + 1 })
}

/** Minutes for which having said who one is counts as fresh (TRUST 5). */
export const freshMinutes = 5

export type Signing = {
  readonly by: PersonId
  readonly typedName: string
  /** The signer's name in the register. */
  readonly name: string
  /** Of the text that the signer had before them. */
  readonly textHash: string
  /** When the signer last confirmed who they are. */
  readonly freshAt: Moment | null
  readonly means: Means
}

/** A signature without its seal, when this person may sign this text now. */
export function sign(agreement: Agreement, signing: Signing, now: Moment): Decision<Omit<Signature, 'seal'>> {
  const part = partOf(agreement, signing.by)
  if (!part) return no('Only the people named in it can sign, each for themselves')
  if (agreement.state === 'adapting') return no('The text has not been closed for signing yet')
  if (agreement.signatures.some((one) => one.person === signing.by)) return no('You have signed this already')
  if (agreement.state !== 'signing') return no('This can be signed no longer')
  if (signing.textHash !== agreement.textHash)
    return no('The text was changed after you opened it. Read it again before you sign')
  if (!isFresh(signing.freshAt, now)) return no('Confirm first that it is you, then sign within 5 minutes')
  if (!isSameName(signing.typedName, signing.name)) return no(`Type your name as it is here: ${signing.name}`, 'name')
  const { typedName, textHash, means } = signing
  return yes({ person: signing.by, as: part, typedName: plainLine(typedName), textHash, at: now, means })
}

const isFresh = (at: Moment | null, now: Moment): boolean =>
  at !== null && at <= now && addMinutes(at, freshMinutes) > now

/** Letters alone count: not their case, nor spaces, hyphens, apostrophes, accents. */
export const isSameName = (typed: string, name: string): boolean => lettersOf(typed) === lettersOf(name)
const lettersOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
    .toLowerCase()

/** With one more signature; in force when it was the last that was needed. */
export function withSignature(
  agreement: Agreement,
  signature: Signature,
  term: { readonly from: Day; readonly until: Day },
): Agreement {
  const next = { ...agreement, signatures: [...agreement.signatures, signature], save: agreement.save + 1 }
  return unsigned(next).length > 0 ? next : { ...next, state: 'signed', ...term, termUntil: term.until }
}

/** Gives an agreement up before it was signed by all. */
export function withdraw(agreement: Agreement, by: PersonId): Decision<Agreement> {
  if (!isParty(agreement, by)) return no('Only the people named in it can give it up')
  if (!isOpen(agreement)) return no('This was signed by all. It can be ended, not given up')
  const part = partOf(agreement, by)
  if (agreement.kind === 'ground rules' && part !== 'facilitator' && agreement.startedBy !== by)
    return no('The facilitator can give the rules of a set up')
  return yes({ ...agreement, state: 'withdrawn', signatures: [], save: agreement.save + 1 })
}

/** Ends an agreement that holds: from this day on it no longer does. */
export function end(agreement: Agreement, by: PersonId, on: Day): Decision<Agreement> {
  if (agreement.state !== 'signed') return no('Only an agreement that everybody signed can be ended')
  if (agreement.until !== null && agreement.until <= on) return no('It had run out before that day')
  const until = agreement.from !== null ? latest(on, agreement.from) : on
  return yes({ ...agreement, state: 'ended', endedOn: on, endedBy: by, until, save: agreement.save + 1 })
}

/** Takes an ending back: it holds again to the end of its term. */
export function takeBackEnding(agreement: Agreement): Decision<Agreement> {
  if (agreement.state !== 'ended') return no('It has not been ended')
  const open = { state: 'signed', endedOn: null, endedBy: null, until: agreement.termUntil } as const
  return yes({ ...agreement, ...open, save: agreement.save + 1 })
}

/** One that was replaced and still holds, cut short or given back its days when the later one is ended or that is undone. */
export function holdUntil(agreement: Agreement, day: Day): Agreement {
  const most = agreement.termUntil !== null && agreement.termUntil < day ? agreement.termUntil : day
  const until = agreement.from !== null ? latest(most, agreement.from) : most
  return { ...agreement, until, save: agreement.save + 1 }
}

/** The earlier one when a later one was signed: it holds until the later one begins. */
export function replace(agreement: Agreement, laterFrom: Day): Agreement {
  if (agreement.state !== 'signed') return agreement
  return { ...holdUntil(agreement, laterFrom), state: 'replaced' }
}
