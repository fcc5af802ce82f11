// From an agreement's facts to the words of its page: what it is called, how it stands, whose turn it is.
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Agreement, isParty, type PartyRole, unsigned } from './agreement.ts'
import type { Clause } from './clauses.ts'
import type { AgreementEvent } from './history.ts'
import { type Standing, standingOf, type TermRules, usualTerm } from './term.ts'

export type NameOf = (person: PersonId) => string

/** 'Contract with Amina Yusuf', 'Safeguarding contract with Amina Yusuf', 'Ground rules'. */
export function titleOf(agreement: Agreement, asker: PersonId, nameOf: NameOf): string {
  if (agreement.kind === 'ground rules') return 'Ground rules'
  const other = agreement.parties.find((party) => party.person !== asker)
  const kind = agreement.kind === 'safeguarding contract' ? 'Safeguarding contract' : 'Contract'
  return `${kind} with ${other ? nameOf(other.person) : 'nobody'}`
}

/** 'your contract with Amina Yusuf', 'your ground rules', within a sentence. */
export const calledWithin = (agreement: Agreement, asker: PersonId, nameOf: NameOf): string =>
  `your ${titleOf(agreement, asker, nameOf).replace(/^[CGS]/, (letter) => letter.toLowerCase())}`

export const hrefOf = (agreement: Pick<Agreement, 'id'>): string => `/agreements/${agreement.id}`

export const standingWords: Readonly<
  Record<Standing, { readonly words: string; readonly tone: 'good' | 'soon' | 'late' | 'waiting' | 'new' | 'quiet' }>
> = {
  'being written': { words: 'Being written', tone: 'new' },
  'to be signed': { words: 'Waits for signatures', tone: 'waiting' },
  'begins later': { words: 'Signed, begins later', tone: 'good' },
  'in force': { words: 'In force', tone: 'good' },
  'ends soon': { words: 'Ends soon', tone: 'soon' },
  expired: { words: 'Run out', tone: 'late' },
  ended: { words: 'Ended', tone: 'quiet' },
  withdrawn: { words: 'Given up', tone: 'quiet' },
  replaced: { words: 'Replaced by a later one', tone: 'quiet' },
}

export const partWords: Readonly<Record<PartyRole, string>> = {
  supervisee: 'Supervisee',
  supervisor: 'Supervisor',
  member: 'Member',
  facilitator: 'Facilitator',
}

const boundWords: Readonly<Record<string, string>> = {
  both: 'Both of us',
  supervisee: 'The supervisee',
  supervisor: 'The supervisor',
  everyone: 'All of us',
  member: 'The members',
  facilitator: 'The facilitator',
  organisation: 'The organisation',
}

/** Whom a clause binds, as a heading over it. */
export const boundBy = (party: string): string => boundWords[party] ?? party

export type ClauseGroup = {
  readonly party: string
  readonly clauses: readonly (Clause & { readonly number: number })[]
}

/** Clauses in their order, numbered, one group for each stretch that binds the same people. */
export function groupsOf(clauses: readonly Clause[]): readonly ClauseGroup[] {
  const groups: { party: string; clauses: (Clause & { number: number })[] }[] = []
  for (const [at, clause] of clauses.entries()) {
    const numbered = { ...clause, number: at + 1 }
    const last = groups.at(-1)
    if (last?.party === clause.party) last.clauses.push(numbered)
    else groups.push({ party: clause.party, clauses: [numbered] })
  }
  return groups
}

/** How it stands in one sentence with its days, for the top of its page and for lists. */
export function standingSentence(
  agreement: Agreement,
  today: Day,
  { nameOf, asker, rules = usualTerm }: { nameOf: NameOf; asker: PersonId; rules?: TermRules },
): string {
  const standing = standingOf(agreement, today, rules)
  const day = (of: Day | null) => (of === null ? 'an open day' : formatDay(of))
  const last = agreement.until && addDays(agreement.until, -1)
  if (standing === 'being written') return 'The text can still be changed. Nobody has signed it.'
  if (standing === 'to be signed') return `${whoseTurn(agreement, asker, nameOf)}.`
  if (standing === 'begins later') return `Signed by all. It begins on ${day(agreement.from)}.`
  if (standing === 'in force') return `It holds until ${day(last)}.`
  if (standing === 'ends soon') return `It holds until ${day(last)}. It is time to look at it again together.`
  if (standing === 'expired') return `It ran out after ${day(last)}.`
  if (standing === 'ended') return `It was ended on ${day(agreement.endedOn)}.`
  return standing === 'replaced' ? `It held until ${day(last)}.` : 'It was given up before it was signed.'
}

/** 'You have not signed yet', 'Amina Yusuf has not signed yet'. */
export function whoseTurn(agreement: Agreement, asker: PersonId, nameOf: NameOf): string {
  const missing = unsigned(agreement).map((party) => (party.person === asker ? 'you' : nameOf(party.person)))
  const mine = missing.includes('you')
  const others = missing.filter((one) => one !== 'you')
  if (mine && others.length === 0) return 'Only your signature is missing'
  const listed = others.length > 3 ? `${others.length} others` : listOf(others)
  if (!mine) return `You have signed. ${listed} ${others.length === 1 ? 'has' : 'have'} not signed yet`
  return `You and ${listed} have not signed yet`
}

/** 'A', 'A and B', 'A, B and C'. */
export const listOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** One line of the history. */
export function eventWords(event: AgreementEvent, nameOf: NameOf, headingOf: (clause: string) => string): string {
  const who = nameOf(event.by)
  if (event.kind === 'changed') return `${who} ${changeWords(event, headingOf)}`
  const deeds: Record<Exclude<AgreementEvent['kind'], 'changed'>, string> = {
    started: event.step ? 'began from the text before' : 'began it',
    closed: 'closed the text for signing',
    'opened again': 'opened the text again; signatures given before count no longer',
    signed: 'signed',
    'in force': 'gave the last signature: it is in force',
    'given up': 'gave it up',
    ended: 'ended it',
    'ending undone': 'took the ending back',
    replaced: 'signed the one that takes its place',
  }
  return `${who} ${deeds[event.kind]}`
}

function changeWords({ step, clause }: AgreementEvent, headingOf: (clause: string) => string): string {
  const called = clause === null ? '' : `“${headingOf(clause)}”`
  if (step === 'fill in') return 'filled something in'
  if (step === 'add') return `added ${called}, as agreed`
  return step === 'leave out' ? `left ${called} out, as agreed` : `changed ${called}, as agreed`
}

/** Agreements in the order in which they concern somebody: what waits for them first. */
export function inOrder(
  agreements: readonly Agreement[],
  today: Day,
  { asker, waiting }: { asker: PersonId; waiting: ReadonlySet<string> },
): {
  readonly waits: readonly Agreement[]
  readonly holds: readonly Agreement[]
  readonly open: readonly Agreement[]
  readonly past: readonly Agreement[]
} {
  const mine = agreements.filter((one) => isParty(one, asker))
  const waits = mine.filter((one) => waiting.has(one.id))
  const rest = mine.filter((one) => !waiting.has(one.id))
  const stands = (one: Agreement) => standingOf(one, today)
  const current: readonly Standing[] = ['in force', 'ends soon', 'begins later']
  const holds = rest.filter((one) => current.includes(stands(one)))
  const open = rest.filter((one) => stands(one) === 'being written' || stands(one) === 'to be signed')
  return { waits, holds, open, past: rest.filter((one) => !holds.includes(one) && !open.includes(one)) }
}
