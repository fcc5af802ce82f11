// What pages say of preparing: until when, who reads it, how far it has come, and what a supervisor may know before the session.
import type { Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import type { SessionFacts } from '../session/session.ts'
import type { Tone } from '../session/session.view.ts'
import { type PreparationTerms, preparedBy } from '../terms/preparation-terms.ts'
import { isPrepared, type PreparationFacts, stateOf } from './preparation.ts'

/** The address of one's own preparation. */
export const hrefOf = (session: Pick<SessionFacts, 'id'>): string => `/sessions/${session.id}/preparation`

/** The address of what the people of a session have prepared, for those who may read it. */
export const preparationsHref = (session: Pick<SessionFacts, 'id'>): string => `/sessions/${session.id}/preparations`

/** The day by which a session should be prepared. */
export const dueDayOf = (session: Pick<SessionFacts, 'startsAt'>, terms: PreparationTerms): Day =>
  preparedBy(londonDay(session.startsAt), terms)

/** Who reads it, said before anybody writes. */
export function readersWords(
  terms: PreparationTerms,
  session: Pick<SessionFacts, 'format'>,
  supervisor: string,
): string {
  if (terms.private) return 'Only you can read this. Nobody else sees even that it is there.'
  const group = session.format === 'group' && terms.sharedWithGroup ? ' and those in your group' : ''
  return `Only you can read this until you say that it is ready. Then ${supervisor}${group} can. Managers never can.`
}

/** The state as a tag for its author. */
export function stateTagOf(preparation: PreparationFacts | null): { tone: Tone; words: string } {
  const state = stateOf(preparation)
  if (state === 'not begun') return { tone: 'new', words: 'Not begun' }
  if (state === 'begun') return { tone: 'soon', words: 'Begun' }
  return state === 'ready' ? { tone: 'good', words: 'Ready' } : { tone: 'soon', words: 'Changed since it was ready' }
}

/** 'Prepare by 22 November 2026', 'Should have been prepared by …', 'Ready since …' */
export function dueWords(
  preparation: PreparationFacts | null,
  session: Pick<SessionFacts, 'startsAt'>,
  terms: PreparationTerms,
  today: Day,
): string {
  if (preparation?.readyAt) return `Ready on ${formatMoment(preparation.readyAt)}.`
  const due = dueDayOf(session, terms)
  if (!terms.dueBefore) return 'It helps to have it done before you meet.'
  return today > due ? `It was to be ready by ${formatDay(due)}.` : `Have it ready by ${formatDay(due)}.`
}

/** How far somebody has come, for their supervisor: facts, never what is written. */
export function factOf(preparation: PreparationFacts | null): { tone: Tone; words: string } {
  const state = stateOf(preparation)
  if (state === 'not begun') return { tone: 'new', words: 'Not begun' }
  if (state === 'begun') return { tone: 'soon', words: 'Begun, not ready' }
  if (state === 'ready, being changed') return { tone: 'soon', words: 'Ready, being changed' }
  const again = preparation !== null && preparation.version > 1
  return { tone: 'good', words: again ? 'Ready, changed since first' : 'Ready' }
}

/** '2 of 6 prepared' */
export function countWords(people: number, preparations: readonly PreparationFacts[]): string {
  return `${preparations.filter(isPrepared).length} of ${people} prepared`
}
