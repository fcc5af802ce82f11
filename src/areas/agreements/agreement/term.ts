// From when until when an agreement holds (SPEC 4.4). It begins on the London day of the last signature, or on the day that the
// one it renews runs out when that is later, so that nobody loses a day by signing early; with other parties it begins at
// once. It ends on the same date so many months later; where that month has no such date, on the first day of the next:
// signed on 29 February 2028 for 12 months, it holds to the end of 28 February 2029.
import { addDays, addMonths, type Day, latest } from '../../../platform/time/day.ts'
import { type Agreement, isOpen } from './agreement.ts'

/** A length of time as policies say it. */
export type Length = { readonly count: number; readonly unit: 'day' | 'week' | 'month' }

/** What the policy says of a kind of agreement's days. */
export type TermRules = {
  readonly term: Length
  /** How long before its end it can be renewed. */
  readonly opensBefore: Length
}

/** Where a policy is silent: a year, renewed in its last six weeks. */
export const usualTerm: TermRules = { term: { count: 12, unit: 'month' }, opensBefore: { count: 6, unit: 'week' } }

/** The first day on which an agreement that begins on `from` no longer holds. */
export function endOfTerm(from: Day, { count, unit }: Length): Day {
  if (unit === 'day') return addDays(from, count)
  if (unit === 'week') return addDays(from, count * 7)
  const same = addMonths(from, count)
  return same.slice(8) === from.slice(8) ? same : addDays(same, 1)
}

/** The day that lies so long before another. */
export function dayBefore(end: Day, { count, unit }: Length): Day {
  return unit === 'month' ? addMonths(end, -count) : addDays(end, -count * (unit === 'week' ? 7 : 1))
}

/** First and last days of an agreement whose last signature is given today. */
export function termFrom(
  today: Day,
  term: Length,
  follows: Pick<Agreement, 'from' | 'until' | 'parties'> | null,
  parties: Agreement['parties'],
): { readonly from: Day; readonly until: Day } {
  const renews = follows !== null && isSamePeople(follows.parties, parties) && hasDays(follows)
  const from = renews && follows.until ? latest(today, follows.until) : today
  return { from, until: endOfTerm(from, term) }
}

/** Not one that was ended before it began. */
const hasDays = ({ from, until }: Pick<Agreement, 'from' | 'until'>): boolean =>
  from !== null && until !== null && from < until

const isSamePeople = (one: Agreement['parties'], other: Agreement['parties']): boolean =>
  one.length === other.length && one.every(({ person }) => other.some((party) => party.person === person))

/** Whether it holds on a day. One that was replaced or ended holds until the day that is written down for it. */
export const holdsOn = (agreement: Pick<Agreement, 'from' | 'until'>, day: Day): boolean =>
  agreement.from !== null && agreement.until !== null && agreement.from <= day && day < agreement.until

/** The first day on which it can be renewed; null as long as it has no end. */
export const renewableFrom = (agreement: Pick<Agreement, 'until'>, rules: TermRules): Day | null =>
  agreement.until === null ? null : dayBefore(agreement.until, rules.opensBefore)

/** How an agreement stands on a day: derived, never stored. */
export type Standing =
  | 'being written'
  | 'to be signed'
  | 'begins later'
  | 'in force'
  | 'ends soon'
  | 'expired'
  | 'ended'
  | 'withdrawn'
  | 'replaced'

/** How an agreement stands on `day`, the policy saying when "soon" begins (SPEC 4.4). */
export function standingOf(agreement: Agreement, day: Day, rules: TermRules = usualTerm): Standing {
  if (isOpen(agreement)) return agreement.state === 'adapting' ? 'being written' : 'to be signed'
  if (agreement.state === 'withdrawn') return 'withdrawn'
  if (agreement.from !== null && day < agreement.from) return 'begins later'
  if (agreement.state === 'signed') return standingOfSigned(agreement, day, rules)
  if (holdsOn(agreement, day)) return 'in force'
  return agreement.state === 'ended' ? 'ended' : 'replaced'
}

function standingOfSigned(agreement: Agreement, day: Day, rules: TermRules): Standing {
  if (!holdsOn(agreement, day)) return 'expired'
  const soon = renewableFrom(agreement, rules)
  return soon !== null && day >= soon ? 'ends soon' : 'in force'
}
