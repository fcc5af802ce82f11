// Preparing for a session (SPEC 5.4): done in pieces, a sheet about oneself and one for each case that is brought. It is
// kept as it is typed and is its author's alone until the author says that it is ready; then the supervisor reads that
// version. It may be changed until the session begins, and said to be ready again. One that is private stays its author's
// for good, and nobody else learns whether it is there. A save from a page that is out of date is refused, and loses nothing.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { SessionFacts, SessionId } from '../session/session.ts'
import type { PreparationPart, PreparationTerms } from '../terms/preparation-terms.ts'
import type { RecordPart } from '../terms/terms.ts'

export type PreparationId = Id<'preparation'>
export type SheetId = Id<'preparation sheet'>

export type PreparationFacts = {
  readonly id: PreparationId
  readonly session: SessionId
  readonly person: PersonId
  readonly private: boolean
  /** How often it was said to be ready; 0 before the first time. */
  readonly version: number
  /** Something was typed since it was last ready. */
  readonly changed: boolean
  readonly recordsReviewed: boolean
  readonly begunAt: Moment
  readonly savedAt: Moment
  readonly firstReadyAt: Moment | null
  readonly readyAt: Moment | null
}

/** One page of a preparation: about oneself, or about one case. */
export type Sheet = {
  readonly id: SheetId
  readonly preparation: PreparationId
  readonly case: Id<'case'> | null
  /** Counts the saves of its draft, so that a stale one is noticed. */
  readonly save: number
}

/** Texts by the key of their part. */
export type SheetTexts = Readonly<Record<string, string>>

/** The longest that one answer may be, in characters. */
export const LONGEST_ANSWER = 20_000

export type PreparationState = 'not begun' | 'begun' | 'ready' | 'ready, being changed'

/** How far it has come; somebody has prepared as soon as it was ready once. */
export function stateOf(preparation: Pick<PreparationFacts, 'version' | 'changed'> | null): PreparationState {
  if (!preparation) return 'not begun'
  if (preparation.version === 0) return 'begun'
  return preparation.changed ? 'ready, being changed' : 'ready'
}

/** Whether somebody has prepared: only what was said to be ready counts. */
export const isPrepared = (preparation: Pick<PreparationFacts, 'version'> | null): boolean =>
  preparation !== null && preparation.version > 0

/** Only the people supervised prepare, for a session that is booked and has not begun. */
export function mayPrepare(
  session: SessionFacts,
  by: PersonId,
  terms: PreparationTerms | null,
  now: Moment,
): Decision<PreparationTerms> {
  if (!session.supervisees.includes(by)) return no('The people supervised in this session prepare for it')
  if (!terms) return no('Nothing has to be prepared for this session')
  if (session.state === 'cancelled') return no('This session was cancelled. What you wrote is kept')
  if (session.state === 'held') return no('This session has been held. What you wrote is kept')
  if (session.state !== 'booked') return no('Agree a time first, then prepare')
  return session.startsAt > now ? yes(terms) : no('This session has begun. What you wrote is kept')
}

/** A save of one sheet: refused when it was made from an older one. */
export function saveSheet(sheet: Sheet, fromSave: number): Decision<Sheet> {
  return fromSave === sheet.save ? yes({ ...sheet, save: sheet.save + 1 }) : no(staleWords)
}

export const staleWords = 'This was saved from another window or phone meanwhile. Both texts are below: nothing is lost'

/** Something that stands between a preparation and being ready, with the way to mend it. */
export type Lack = { readonly words: string; readonly field?: string; readonly case?: Id<'case'> }

/** One case of the person's list, as far as preparing has to know it. */
export type CaseToPrepare = {
  readonly id: Id<'case'>
  readonly called: string
  readonly choice: 'brought' | 'left out' | 'undecided'
  /** The parts to fill in for it, its people at risk included, and what is written in them. */
  readonly parts: readonly RecordPart[]
  readonly texts: SheetTexts
  /** Words in it may tell who it is about, and nothing was said of them. */
  readonly pointedOut: boolean
}

/** Everything that being ready is judged by. */
export type Gathered = {
  readonly parts: readonly PreparationPart[]
  readonly texts: SheetTexts
  readonly cases: readonly CaseToPrepare[]
  /** Own actions that are due by the session and were not reported on. */
  readonly unreported: number
}

/** What is still missing, in the order of the page; nothing when it can be ready. */
export function lacksOf(terms: PreparationTerms, gathered: Gathered): readonly Lack[] {
  return [
    ...(terms.actions === 'needed' ? lackOfReports(gathered.unreported) : []),
    ...(terms.cases === 'no' ? [] : gathered.cases.flatMap((one) => lacksOfCase(terms, one))),
    ...missingIn(gathered.parts, gathered.texts).map((part) => ({ words: missingWords(part), field: part.key })),
  ]
}

function lackOfReports(count: number): readonly Lack[] {
  if (count === 0) return []
  return [{ words: count === 1 ? 'Say what came of 1 action' : `Say what came of ${count} actions` }]
}

function lacksOfCase(terms: PreparationTerms, one: CaseToPrepare): readonly Lack[] {
  if (one.choice === 'undecided' && terms.cases === 'needed')
    return [{ words: `Say whether ${one.called} comes`, case: one.id }]
  if (one.choice !== 'brought') return []
  if (missingIn(one.parts, one.texts).length > 0) return [{ words: `Finish ${one.called}`, case: one.id }]
  return one.pointedOut
    ? [{ words: `Look at ${one.called} again: words in it may tell who it is about`, case: one.id }]
    : []
}

/** The parts that must be filled in and are not. */
export const missingIn = <Part extends RecordPart>(parts: readonly Part[], texts: SheetTexts): readonly Part[] =>
  parts.filter((part) => part.needed === 'always' && (texts[part.key] ?? '').trim() === '')

const missingWords = (part: PreparationPart): string =>
  part.declared ? `Tick “${part.label}”` : `Fill in “${part.label}”`

/** Ready, as a version of its own that is not changed any more; a further one takes its place. */
export function makeReady(
  preparation: PreparationFacts,
  what: { lacks: readonly Lack[]; recordsReviewed: boolean },
  now: Moment,
): Decision<PreparationFacts> {
  const lack = what.lacks[0]
  if (lack) return no(lack.words, lack.field)
  if (preparation.version > 0 && !preparation.changed) return no('It is ready already, and nothing has changed since')
  return yes({
    ...preparation,
    version: preparation.version + 1,
    changed: false,
    recordsReviewed: what.recordsReviewed,
    savedAt: now,
    readyAt: now,
    firstReadyAt: preparation.firstReadyAt ?? now,
  })
}

/** Whether every declaration of the template is made. */
export const declares = (parts: readonly PreparationPart[], texts: SheetTexts): boolean =>
  parts.filter((part) => part.declared).every((part) => (texts[part.key] ?? '') !== '')
