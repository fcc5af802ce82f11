// The ground rules of a set (SPEC 4.1, 4.5). Everybody who belongs to it agrees them: members as members, the facilitator and a
// deputy from outside as facilitators. When somebody joins or leaves, they are agreed again, beginning from the text that is
// there; the rules in force hold until the new ones are signed. Whoever looks after the set begins it; when none of them
// knows the text, because the set was handed over to somebody new, a member who signed it does.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { type Agreement, holdsOn, isOpen, isParty, type Party } from '../../agreements/index.ts'
import { type LearningSet, leads, peopleOn } from '../set/set.ts'

/** The rules of a set as they stand: those being agreed or signed, those in force, and the newest of all. */
export type SetRules = {
  readonly open: Agreement | null
  readonly inForce: Agreement | null
  readonly newest: Agreement | null
}

/** What stands of all agreements about a set, the newest first. Rules that were given up count for nothing. */
export function rulesFrom(agreements: readonly Agreement[], day: Day): SetRules {
  const kept = agreements.filter((one) => one.kind === 'ground rules' && one.state !== 'withdrawn')
  return {
    open: kept.find(isOpen) ?? null,
    inForce: kept.find((one) => one.from !== null && one.state !== 'adapting' && holdsOn(one, day)) ?? null,
    newest: kept[0] ?? null,
  }
}

/** Who agrees the rules of a set on a day. A deputy who is a member too is named once, as a member. */
export function partiesOn(set: LearningSet, day: Day): readonly Party[] {
  const people = peopleOn(set, day)
  const members = new Set(people.filter((one) => one.as === 'member').map((one) => one.person))
  return people.flatMap((one): readonly Party[] => {
    if (one.as === 'member') return [{ person: one.person, as: 'member' }]
    return members.has(one.person) ? [] : [{ person: one.person, as: 'facilitator' }]
  })
}

/** Whether an agreement is between exactly these people in these parts. */
export const isBetween = (agreement: Pick<Agreement, 'parties'>, parties: readonly Party[]): boolean =>
  agreement.parties.length === parties.length &&
  parties.every((party) => agreement.parties.some((one) => one.person === party.person && one.as === party.as))

/** What there is to begin: the first rules, or the present ones agreed again; null when nothing is. */
export type ToBegin = { readonly what: 'first rules' } | { readonly what: 'agree again'; readonly from: Agreement }

/** What is to begin on a day. Rules whose time ran out are renewed from their text. */
export function toBegin(set: LearningSet, rules: SetRules, day: Day): ToBegin | null {
  const parties = partiesOn(set, day)
  if (parties.length < 2) return null
  const now = rules.open ?? rules.inForce
  if (now) return isBetween(now, parties) ? null : { what: 'agree again', from: now }
  return rules.newest ? { what: 'agree again', from: rules.newest } : { what: 'first rules' }
}

/** Whether somebody may begin it: whoever leads the set, or a member who knows the text when no leader does. */
export function mayBegin(set: LearningSet, what: { begin: ToBegin; by: PersonId; day: Day }): boolean {
  const { begin, by, day } = what
  if (begin.what === 'first rules') return leads(set, by, day)
  const leaders = peopleOn(set, day).filter((one) => one.as !== 'member')
  if (leads(set, by, day)) return isParty(begin.from, by)
  const isKnownToLeaders = leaders.some((one) => isParty(begin.from, one.person))
  const isThere = peopleOn(set, day).some((one) => one.person === by)
  return !isKnownToLeaders && !isOpen(begin.from) && isThere && isParty(begin.from, by)
}
