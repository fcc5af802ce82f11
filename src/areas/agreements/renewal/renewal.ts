// Renewing a contract (SPEC 4.4). It opens some weeks before the end, as the template says, and begins with looking back on
// the year: each side answers a few questions alone, and each reads the other's once both have sent theirs. Then the next
// text begins from the present one. Nobody can hold a renewal up by silence: after two weeks, or once the contract has
// ended, the other may go on alone, and it is noted that one side said nothing. Ground rules are renewed by the set itself.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, addMonths, type Day, earliest, latest } from '../../../platform/time/day.ts'
import { londonDay, type Moment } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { dayBefore, type TermRules } from '../agreement/term.ts'

/** So many days somebody waits for the other side's look back. */
export const WAITING_DAYS = 14

export type LookBackId = Id<'look back'>

/** One side's look back on the contract: whose, and whether it was sent. Its words are sealed. */
export type LookBack = {
  readonly id: LookBackId
  readonly agreement: Id<'agreement'>
  readonly person: PersonId
  /** Counts the saves of its draft, so that a stale one is noticed. */
  readonly save: number
  /** From then on the other side reads it, once they have sent theirs. */
  readonly sentAt: Moment | null
}

/** What the rules ask of a contract. `until` is the first day on which it no longer holds. */
export type Renewable = {
  readonly parties: readonly PersonId[]
  readonly state: string
  readonly from: Day | null
  readonly until: Day | null
  /** The day from which it can be renewed. */
  readonly opens: Day | null
  /** Whether each side looks back first: so in contracts of two, not in the ground rules of a set. */
  readonly looksBack: boolean
  /** The agreement that follows it, when one has been begun and not given up. */
  readonly next: Id<'agreement'> | null
}

/** The day on which a renewal opens: so long before the end as the policy says, never before the contract's first day. */
export const opensOn = (
  term: { readonly from: Day; readonly until: Day },
  rules: Pick<TermRules, 'opensBefore'>,
): Day => latest(dayBefore(term.until, rules.opensBefore), term.from)

/**
 * The day from which this contract can be renewed. Earlier than the policy says only where the two want to meet on a day
 * after its end, which they could not book otherwise; once one of them has begun to look back it stays open.
 */
export function opensFor(
  term: { readonly from: Day; readonly until: Day },
  rules: Pick<TermRules, 'opensBefore'>,
  what: { readonly today: Day; readonly meetingOn: Day | null; readonly isBegun: boolean },
): Day {
  const usual = opensOn(term, rules)
  const wanted = what.meetingOn !== null && what.meetingOn >= term.until && what.today >= term.from
  return what.isBegun || wanted ? earliest(usual, what.today) : usual
}

/** Where somebody stands in the renewal of a contract. */
export type RenewalStep =
  | { readonly step: 'closed'; readonly why: string }
  | { readonly step: 'not yet'; readonly opens: Day }
  | { readonly step: 'look back' }
  | { readonly step: 'waiting'; readonly others: readonly PersonId[]; readonly until: Day }
  | { readonly step: 'ready'; readonly without: readonly PersonId[] }
  | { readonly step: 'begun'; readonly next: Id<'agreement'> }

/** What is this person's next step on a day, with the look backs that there are. */
export function renewalStep(
  contract: Renewable,
  lookBacks: readonly LookBack[],
  { person, today }: { person: PersonId; today: Day },
): RenewalStep {
  if (contract.next) return { step: 'begun', next: contract.next }
  const { from, until, opens } = contract
  if (contract.state !== 'signed' || !from || !until || !opens)
    return { step: 'closed', why: closedWords[contract.state] ?? 'This is not signed yet' }
  if (today < opens) return { step: 'not yet', opens }
  if (!contract.looksBack) return { step: 'ready', without: [] }
  const sent = lookBacks.filter((one) => one.sentAt !== null)
  if (!sent.some((one) => one.person === person)) return { step: 'look back' }
  const without = contract.parties.filter((one) => !sent.some((other) => other.person === one))
  const goesOn = mayGoOnFrom(until, sent)
  return without.length === 0 || today >= goesOn
    ? { step: 'ready', without }
    : { step: 'waiting', others: without, until: goesOn }
}

const closedWords: Readonly<Record<string, string>> = {
  ended: 'This was ended, so it is not renewed. A new one can be started',
  withdrawn: 'This was given up before it was signed',
  replaced: 'A newer one is in force',
}

/** From this day on nobody waits any longer for the other side. */
function mayGoOnFrom(until: Day, sent: readonly LookBack[]): Day {
  const first = sent.flatMap((one) => one.sentAt ?? []).sort()[0]
  const waited = first ? addDays(londonDay(first), WAITING_DAYS) : until
  return waited < until ? waited : until
}

/** Whether the next text may be begun; yes with those who said nothing. */
export function decideNext(step: RenewalStep): Decision<readonly PersonId[]> {
  if (step.step === 'ready') return yes(step.without)
  if (step.step === 'begun') return no('The next one has been begun already')
  if (step.step === 'closed') return no(step.why)
  if (step.step === 'not yet') return no(`It can be renewed from ${formatDay(step.opens)}`)
  if (step.step === 'look back') return no('Look back first, and send what you wrote')
  return no(`The other side has not looked back yet. You can go on alone from ${formatDay(step.until)}`)
}

/** Whether somebody may still write or change their own look back. */
export function mayLookBack(step: RenewalStep, own: LookBack | null): Decision {
  if (own?.sentAt) return no('You have sent it already')
  if (step.step === 'look back') return yes()
  const next = decideNext(step)
  return next.ok ? no('There is nothing to look back on') : next
}

/** Sends one's own look back; at least one question must have an answer, and those that must be answered are. */
export function sendLookBack(
  own: LookBack,
  { texts, needed, now }: { texts: Readonly<Record<string, string>>; needed: readonly Needed[]; now: Moment },
): Decision<LookBack> {
  const missing = needed.find((one) => (texts[one.key] ?? '').trim() === '')
  if (missing) return no(missing.words, missing.key)
  if (Object.values(texts).every((text) => text.trim() === ''))
    return no('Answer at least one question. A few words are enough')
  return yes({ ...own, sentAt: now })
}

export type Needed = { readonly key: string; readonly words: string }

/** Whether somebody may read another's look back: only once both have sent theirs. */
export const mayReadOthers = (lookBacks: readonly LookBack[], reader: PersonId): boolean =>
  lookBacks.some((one) => one.person === reader && one.sentAt !== null)

/** How pressing a renewal is: the contract has ended or ends within two weeks, within a month, or later. */
export function pressure(until: Day, today: Day): 'now' | 'soon' | 'later' {
  if (until <= addDays(today, 14)) return 'now'
  return until <= addMonths(today, 1) ? 'soon' : 'later'
}
