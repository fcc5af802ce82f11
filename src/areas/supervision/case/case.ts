// A case is a family, child or adult at risk that a practitioner holds and brings to supervision (SPEC 6.1 to 6.4). It is
// known by a local reference and initials, never by name. One case can hold several people at risk: children, unborn
// ones too, and adults, and how they are connected. It meets criteria of the policy, each since a day; professional
// judgement may list it without one. It has one holder at a time, is closed with a kind of reason, and can be reopened.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { type Day, latest } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'

export type CaseId = Id<'case'>
/** What the sealed texts of a case are about; a new one at each handover. */
export type DetailsId = Id<'case details'>
export const kindsAtRisk = ['child', 'unborn', 'adult'] as const
export type KindAtRisk = (typeof kindsAtRisk)[number]

/** Somebody at risk, known by initials. `relation` says who they are in the family: 'younger sister', 'mother'. */
export type PersonAtRisk = {
  readonly id: Id<'person at risk'>
  readonly kind: KindAtRisk
  readonly initials: string
  readonly relation: string
}

/** A criterion of the policy by its key, met since a day. */
export type MetCriterion = { readonly key: string; readonly since: Day }

/** What is sealed of a case. */
export type CaseDetails = {
  readonly reference: string
  readonly initials: string
  readonly people: readonly PersonAtRisk[]
  readonly connections: string
  readonly criteria: readonly MetCriterion[]
  /** Why words that were pointed out identify nobody; '' when nothing was. */
  readonly identifiesNobody: string
}

export type CaseState = 'open' | 'closed'
export const closingReasons = [
  'criteria no longer met',
  'moved away',
  'another service holds it',
  'reached the age limit',
  'died',
  'listed by mistake',
] as const
export type ClosedBecause = (typeof closingReasons)[number]

/** What stands in plain rows: nothing of what the case is about. */
export type CaseFacts = {
  readonly id: CaseId
  readonly holder: PersonId
  readonly details: DetailsId
  readonly state: CaseState
  readonly openedOn: Day
  readonly closedOn: Day | null
  readonly meetsCriterion: boolean
  /** The sealed version that stands. */
  readonly version: number
  /** Counts every change, so that a stale page is noticed. */
  readonly save: number
  readonly savedAt: Moment
}

/** A case as one of its readers sees it: why it was closed is sealed as well, for it says what became of a family. `spoiled` names sealed fields that would not open. */
export type Case = CaseFacts &
  CaseDetails & { readonly closedBecause: ClosedBecause | null; readonly spoiled: readonly string[] }

/** People at risk in one case, at most. */
export const MOST_PEOPLE = 20

/** A case needs somebody at risk, and no criterion twice. */
export function decideDetails(details: CaseDetails): Decision<CaseDetails> {
  if (details.people.length === 0) return no('Add at least one person at risk')
  if (details.people.length > MOST_PEOPLE) return no(`A case can hold ${MOST_PEOPLE} people at most`)
  if (new Set(details.criteria.map((one) => one.key)).size < details.criteria.length)
    return no('Each criterion can be chosen once', 'criteria')
  return yes(details)
}

/** Saves new details: by the holder, while the case is open, from the newest save. */
export function change(
  facts: CaseFacts,
  what: { by: PersonId; fromSave: number; details: CaseDetails; now: Moment },
): Decision<CaseFacts> {
  const may = mayChange(facts, what)
  if (!may.ok) return may
  if (facts.state === 'closed') return no('This case is closed. Reopen it to change it')
  const sound = decideDetails(what.details)
  if (!sound.ok) return sound
  const meetsCriterion = what.details.criteria.length > 0
  return yes({ ...next(facts, what.now), version: facts.version + 1, meetsCriterion })
}

/** Takes a case off the list of open ones; the reason is sealed with a further version. */
export function close(
  facts: CaseFacts,
  what: { by: PersonId; fromSave: number; today: Day; now: Moment },
): Decision<CaseFacts> {
  const may = mayChange(facts, what)
  if (!may.ok) return may
  if (facts.state === 'closed') return no('This case is closed already')
  // A clock that was set back across midnight closes nothing before it was opened.
  const closedOn = latest(facts.openedOn, what.today)
  return yes({ ...next(facts, what.now), version: facts.version + 1, state: 'closed', closedOn })
}

/** Puts a closed case back on the list. */
export function reopen(facts: CaseFacts, what: { by: PersonId; fromSave: number; now: Moment }): Decision<CaseFacts> {
  const may = mayChange(facts, what)
  if (!may.ok) return may
  if (facts.state === 'open') return no('This case is open')
  return yes({ ...next(facts, what.now), state: 'open', closedOn: null })
}

/** The case is another person's from now on: what they seal is a thing of its own, which the one before does not read. */
export const moved = (facts: CaseFacts, what: { to: PersonId; details: DetailsId; now: Moment }): CaseFacts => ({
  ...next(facts, what.now),
  holder: what.to,
  details: what.details,
  version: facts.version + 1,
})

export const movedWords = 'This case has been handed over meanwhile. Its new holder changes it from now on'
export const staleWords = 'This case was saved from another window or phone meanwhile'

function mayChange(facts: CaseFacts, what: { by: PersonId; fromSave: number }): Decision {
  if (facts.holder !== what.by) return no(movedWords)
  return facts.save === what.fromSave ? yes() : no(staleWords)
}

const next = (facts: CaseFacts, now: Moment): CaseFacts => ({ ...facts, save: facts.save + 1, savedAt: now })
