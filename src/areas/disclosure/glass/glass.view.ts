// What pages say of a request to open a record, and of the record that it names: facts in words.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import type { NamedRecord } from '../../supervision/index.ts'
import { type Glass, type GlassState, isTold, reviewDue, tellingDue } from './glass.ts'

type Names = (person: PersonId) => string

const kinds: Readonly<Record<NamedRecord['kind'], string>> = {
  session: 'Record of the session',
  case: 'Discussion of a case',
  'own part': 'Own part',
}

/** 'Discussion of a case brought by Ben Carter, 24 November 2026 at 2pm, supervised by Amina Yusuf' */
export function recordWords(named: NamedRecord, nameOf: Names): string {
  const brought = named.broughtBy ? ` brought by ${nameOf(named.broughtBy)}` : ''
  const written = named.kind === 'own part' ? ` by ${nameOf(named.writer)}` : ''
  return `${kinds[named.kind]}${brought}${written}, ${formatMoment(named.startsAt)}, supervised by ${nameOf(named.supervisor)}`
}

export const stateTags: Readonly<
  Record<GlassState, { tone: 'waiting' | 'good' | 'late' | 'quiet' | 'soon'; words: string }>
> = {
  waiting: { tone: 'waiting', words: 'Waits for a second person' },
  agreed: { tone: 'soon', words: 'Agreed, not opened yet' },
  refused: { tone: 'quiet', words: 'Refused' },
  expired: { tone: 'quiet', words: 'Expired' },
  open: { tone: 'late', words: 'Open now' },
  'to review': { tone: 'soon', words: 'To be reviewed' },
  reviewed: { tone: 'good', words: 'Reviewed' },
}

/** The tag, late once the review is overdue. */
export function tagOf(glass: Glass, state: GlassState, today: Day) {
  const due = reviewDue(glass)
  return state === 'to review' && due !== null && due < today
    ? { tone: 'late' as const, words: 'Review overdue' }
    : stateTags[state]
}

/** How it stands with telling those concerned. */
export function tellingWords(glass: Glass): string {
  if (!glass.opening) return 'Nothing to tell unless it is opened'
  if (isTold(glass)) return 'Everybody concerned has been told'
  const due = tellingDue(glass)
  return due === null ? '' : `Not told yet, because it would put somebody at risk. To be told on ${formatDay(due)}`
}

export const causeWords: Readonly<Record<Glass['cause'], string>> = {
  'author ill or away': 'The author is ill or away',
  'author cannot be reached': 'The author cannot be reached',
  'somebody at risk now': 'Somebody is at risk now',
}
