// What pages say of a case: the people in it, how long it has been open, when it was last discussed.
import { type Day, daysBetween } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Case, CaseFacts, CaseId, ClosedBecause, KindAtRisk, PersonAtRisk } from './case.ts'

const kindWords: Readonly<Record<KindAtRisk, string>> = { child: 'child', unborn: 'unborn child', adult: 'adult' }

/** 'T.O., child, elder brother'; an unborn child may have no initials. */
export function personWords(person: PersonAtRisk): string {
  const kind = kindWords[person.kind]
  const words = [person.initials, kind, person.relation].filter((one) => one !== '').join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** '2 children, 1 unborn child and 1 adult' */
export function peopleWords(people: readonly PersonAtRisk[]): string {
  const count = (kind: KindAtRisk) => people.filter((one) => one.kind === kind).length
  const parts = [
    counted(count('child'), 'child', 'children'),
    counted(count('unborn'), 'unborn child', 'unborn children'),
    counted(count('adult'), 'adult', 'adults'),
  ].filter((one) => one !== '')
  return parts.length < 2 ? (parts[0] ?? 'Nobody') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

const counted = (figure: number, one: string, many: string): string =>
  figure === 0 ? '' : `${figure} ${figure === 1 ? one : many}`

/** 'Open since 3 February 2026' or 'Closed on 3 February 2027: moved away' */
export function standingWords(opened: Case): string {
  if (opened.closedOn === null) return `On the list since ${formatDay(opened.openedOn)}`
  return `Closed on ${formatDay(opened.closedOn)}: ${closedWords(opened.closedBecause)}`
}

const closedWords = (because: ClosedBecause | null): string => because ?? 'no reason kept'

/** References are the same when their letters and figures are. */
export const sameReference = (a: string, b: string): boolean => plain(a) === plain(b) && plain(a) !== ''

const plain = (reference: string): string => reference.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Open cases in the order in which they should be looked at: never discussed first, then the longest ago. */
export function longestUndiscussed(
  open: readonly CaseFacts[],
  discussed: ReadonlyMap<CaseId, Day>,
): readonly CaseFacts[] {
  const rank = (one: CaseFacts): string => {
    const day = discussed.get(one.id)
    return day === undefined ? `0 ${one.openedOn}` : `1 ${day}`
  }
  return open.toSorted((a, b) => rank(a).localeCompare(rank(b)) || a.id.localeCompare(b.id))
}

/** 'Last on 3 February 2027, 4 months ago', or since when it waits. */
export function discussedWords(facts: CaseFacts, last: Day | null, today: Day): string {
  if (last === null) return `Not yet; listed ${formatDay(facts.openedOn)}`
  const days = daysBetween(last, today)
  return days < 60 ? `Last on ${formatDay(last)}` : `Last on ${formatDay(last)}, ${Math.floor(days / 30)} months ago`
}
