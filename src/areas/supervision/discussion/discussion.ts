// The discussion of one case in one session (SPEC 6.2, 6.5). It begins with the plan from last time and what came of it, then
// asks what the policy asks for the case and for each person at risk in it, and ends with who else is told. It is not closed
// over an earlier plan that nobody looked at unless somebody says why. A case that was not reached goes back on the list.
// The session's own record waits until each case that was brought is signed off or was not reached.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { SessionId } from '../session/session.ts'
import { partsForCase, type PersonAsked } from '../terms/case-parts.ts'
import { plainPart, type RecordPart } from '../terms/terms.ts'
import { sharingParts } from './sharing.ts'

/** What a record of a case is about, as its reader may know it. */
export type Discussed = {
  readonly caseId: Id<'case'>
  readonly holder: PersonId
  readonly reference: string
  readonly people: readonly PersonAsked[]
  /** An earlier discussion of this case was signed off and made a plan, whoever may read it. */
  readonly earlierPlan: boolean
}

/** Where it is said why the earlier plan was not looked at. */
export const whyNotReviewed = 'review--why-not'
export const cameOfIt = 'review--came-of-it'
export const firstSection = 'The plan from last time'

/**
 * The parts of the record of one case, the review of the earlier plan first. `keys` are those of texts that were typed or kept:
 * rows of who is told, and people who have left the case since, keep their places.
 */
export function partsOfDiscussion(
  template: readonly RecordPart[],
  { people, earlierPlan }: Pick<Discussed, 'people' | 'earlierPlan'>,
  keys: readonly string[] = [],
): readonly RecordPart[] {
  const asked = partsForCase(template, { people: withPeopleOf(people, keys) })
    .filter((part) => part.means !== 'clinical record')
    .flatMap((part) => (part.means === 'who is told' ? sharingParts(part, keys) : [part]))
    .map((part): RecordPart => (part.means === 'earlier plan' ? { ...part, needed: 'no' } : part))
  if (!earlierPlan) return asked
  const reviews = asked.filter((part) => part.means === 'earlier plan')
  const first = reviews.length > 0 ? reviews.map((part) => ({ ...part, section: firstSection })) : [ownReview]
  return [...first, notReviewed, ...asked.filter((part) => part.means !== 'earlier plan')]
}

const ownReview: RecordPart = {
  ...plainPart(cameOfIt, 'What came of it?', '', 'no'),
  section: firstSection,
  means: 'earlier plan',
}
const notReviewed: RecordPart = {
  ...plainPart(
    whyNotReviewed,
    'If you did not look at it: why?',
    'Only when there was no time or no need this time',
    'no',
  ),
  section: firstSection,
}

/** People at risk whose answers are there though they are no longer in the case. */
function withPeopleOf(people: readonly PersonAsked[], keys: readonly string[]): readonly PersonAsked[] {
  const known = new Set(people.map((person) => person.id))
  const others = new Set(keys.flatMap((key) => /--([0-9a-f-]{36})$/.exec(key)?.[1] ?? []))
  return [...people, ...[...others].filter((id) => !known.has(id)).map((id) => ({ id, ...noLonger }))]
}

const noLonger = { kind: 'adult', initials: 'No longer in the case' } as const

/** An earlier plan is looked at, or somebody says why not; the reason is sealed with the record (SPEC 6.5). */
export function decideReview(
  { earlierPlan }: Pick<Discussed, 'earlierPlan'>,
  { parts, texts }: { parts: readonly RecordPart[]; texts: Readonly<Record<string, string>> },
): Decision {
  if (!earlierPlan) return yes()
  const reviews = parts.filter((part) => part.means === 'earlier plan')
  const filled = (key: string) => (texts[key] ?? '').trim() !== ''
  if (reviews.some((part) => filled(part.key)) || filled(whyNotReviewed)) return yes()
  return no('Say what came of the plan from last time, or why you did not look at it', reviews[0]?.key)
}

/** Facts of one case in one session: nothing here says what was talked about. */
export type DiscussionFacts = {
  readonly caseId: Id<'case'>
  /** The newest version signed off; 0 before the first, and when nothing was begun. */
  readonly version: number
  readonly begun: boolean
  readonly drafting: boolean
  readonly notReached: boolean
  /** What the holder said of the newest version. */
  readonly answer: 'agreed' | 'commented' | null
}

export type DiscussionState = 'to write' | 'being written' | 'signed off' | 'validated' | 'commented on' | 'not reached'

/** How a case stands in a session, for its page. A mark that it was not reached gives way to a record. */
export function stateOf(facts: DiscussionFacts): DiscussionState {
  if (facts.version > 0 && facts.answer === 'agreed') return 'validated'
  if (facts.version > 0 && facts.answer === 'commented') return 'commented on'
  if (facts.version > 0) return 'signed off'
  if (facts.notReached) return 'not reached'
  return facts.begun ? 'being written' : 'to write'
}

/** The session's own record is signed off when no brought case is left open. */
export function decideAllClosed(cases: readonly DiscussionFacts[]): Decision {
  const open = openCases(cases)
  if (open === 0) return yes()
  return no(
    open === 1
      ? 'One case is still open. Sign off its record, or say that it was not reached'
      : `${open} cases are still open. Sign off their records, or say that they were not reached`,
  )
}

/** How many cases wait to be written or said not to have been reached. */
export const openCases = (cases: readonly DiscussionFacts[]): number =>
  cases.filter((one) => one.version === 0 && !one.notReached).length

/** The supervisor says that a case was not reached: while nothing is signed off for it. */
export function decideNotReached(
  facts: DiscussionFacts | null,
  by: { person: PersonId; supervisor: PersonId },
): Decision {
  if (by.person !== by.supervisor) return no('The supervisor says which cases were not reached')
  if (!facts) return no('This case was not brought to the session')
  if (facts.version > 0) return no('The record of this case has been signed off already')
  return facts.notReached ? no('It is marked as not reached already') : yes()
}

/** When the plan was entered in the clinical record, or that it need not be (SPEC 12.8). */
export type ClinicalEntry = {
  readonly version: number
  readonly outcome: 'entered' | 'not needed'
  /** The day it was entered. */
  readonly day: Day | null
  readonly by: PersonId
  readonly at: Moment
}

/** A signed record of a case that waits for its holder. */
export type OpenPlan = {
  readonly session: SessionId
  readonly caseId: Id<'case'>
  readonly startsAt: Moment
  readonly type: string
}

/** The holder says it, once for each version, with a day from that of the session up to today. */
export function decideClinicalEntry(
  facts: { holder: PersonId; version: number; known: ClinicalEntry | null },
  said: { by: PersonId; version: number; outcome: ClinicalEntry['outcome']; day: Day | null; today: Day; held: Day },
): Decision {
  if (facts.holder !== said.by) return no('The holder of the case says when its plan was entered')
  if (facts.version === 0) return no('The record has not been signed off yet')
  if (said.version !== facts.version) return no('The record was amended meanwhile. Read the new version first')
  if (facts.known?.version === facts.version) return no('This has been said already')
  if (said.outcome === 'not needed') return yes()
  if (said.day === null) return no('Enter the day on which you entered the plan', 'day')
  if (said.day > said.today) return no('The day must be today or earlier', 'day')
  return said.day < said.held ? no('The day must be on or after the day of the session', 'day') : yes()
}
