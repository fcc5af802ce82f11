// Whether two people have a contract for a kind of supervision (SPEC 4.4, 5.2). The policy says which kinds need one, by the
// key of its template, and for how long one may serve. What counts is the day of the session, not the day of booking. Where
// none holds, the words say how things stand and what the next step is: sign it, renew it, or start one. Ground rules are
// written at a group's first session, so that one needs none; after it the next booking waits for them.
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, type Day, earliest } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { endOfTerm } from '../../agreements/index.ts'
import type { ContractTerms } from '../terms/terms.ts'

/** An agreement of the template between the supervisor and one person; `until` is the first day without it. */
export type Dealing = {
  readonly id: Id<'agreement'>
  readonly state: string
  readonly from: Day | null
  readonly until: Day | null
}

/** The same with whom it is, among several of one supervisor. */
export type DealingWith = Dealing & { readonly supervisee: PersonId }
/** The same by whichever template, of one person on either side. */
export type OwnDealing = DealingWith & { readonly template: string; readonly supervisor: PersonId }

/** How the contract of two people stands for a day. */
export type ContractState =
  | { readonly is: 'in force'; readonly id: Id<'agreement'>; readonly until: Day }
  | { readonly is: 'on its way'; readonly id: Id<'agreement'>; readonly state: 'adapting' | 'signing' }
  | { readonly is: 'over'; readonly id: Id<'agreement'>; readonly until: Day }
  | { readonly is: 'none' }

/** The best that these dealings give for a day: one in force, else one on its way, else one that can be renewed. */
export function contractOn(dealings: readonly Dealing[], terms: Pick<ContractTerms, 'term'>, day: Day): ContractState {
  const dated = dealings.flatMap((one) => {
    const { from, until } = one
    return from && until ? [{ ...one, from, until: servesUntil({ from, until }, terms) }] : []
  })
  const latest = (some: readonly (typeof dated)[number][]) => some.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0]
  const holding = latest(dated.filter((one) => one.from <= day && day < one.until))
  if (holding) return { is: 'in force', id: holding.id, until: holding.until }
  const coming = dealings.find((one) => one.state === 'signing') ?? dealings.find((one) => one.state === 'adapting')
  if (coming) return { is: 'on its way', id: coming.id, state: coming.state === 'signing' ? 'signing' : 'adapting' }
  const over = latest(dated.filter((one) => one.state === 'signed' && one.until <= day))
  return over ? { is: 'over', id: over.id, until: over.until } : { is: 'none' }
}

/** A kind of supervision may ask for a fresher contract than its template's own term. */
const servesUntil = ({ from, until }: { from: Day; until: Day }, { term }: Pick<ContractTerms, 'term'>): Day =>
  term ? earliest(until, endOfTerm(from, term)) : until

/** Days before its end from which a contract is said to end soon. */
export const SOON_DAYS = 60

/** Whether a contract in force ends within 60 days. */
export const endsSoon = (state: ContractState, today: Day): boolean =>
  state.is === 'in force' && state.until <= addDays(today, SOON_DAYS)

/** One supervised person of a planned session, with how their contract with the supervisor stands on its day. */
export type Missing = {
  readonly person: PersonId
  readonly name: string
  /** The name of the other side, as whoever asks would say it. */
  readonly other: string
  readonly state: Exclude<ContractState, { is: 'in force' }>
}

/** What a session needs and who of it lacks that. */
export type Lack = {
  readonly terms: ContractTerms
  readonly day: Day
  /** 'you' for the supervisor. */
  readonly supervisor: string
  readonly missing: readonly Missing[]
}

/** The objection in words for whoever books, without its full stop. */
export function lackWords({ terms, day, supervisor, missing }: Lack): string {
  const [first, ...others] = missing
  if (!first) return ''
  if (others.length === 0) return stateWords(first.state, { other: first.other, day, terms })
  return `${listOf(missing.map(({ name }) => name))} have no ${called(terms)} with ${supervisor} for ${formatDay(day)}`
}

/** How one contract stands for a day, as a sentence without its full stop: “Your contract with Ben Carter ends on …”. */
export function stateWords(
  state: Missing['state'],
  { other, day, terms }: { other: string; day: Day; terms: ContractTerms },
): string {
  const yours = `Your ${called(terms)} with ${other}`
  if (state.is === 'on its way')
    return state.state === 'signing' ? `${yours} waits to be signed` : `${yours} is still being written`
  if (state.is === 'over')
    return `${yours} holds until ${formatDay(addDays(state.until, -1))}, not on ${formatDay(day)}`
  return `You and ${other} have no ${called(terms)} for ${formatDay(day)}. It needs one, signed by both of you`
}

const called = ({ groundRules }: ContractTerms): string => (groundRules ? 'ground rules' : 'contract')

/** 'Dora Evans and Femi Ade'; from four names on the first three and how many more. */
function listOf(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
}
