// From how a supervisor stands to the words and colours of the pages.
import { type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Tone } from '../../../design/index.ts'
import type { OwnStanding } from '../in-date/own-supervision.ts'
import { progressWords } from '../pathway/pathway.ts'
import { type OnWay, wayState } from './supervisor.ts'

export type Said = { readonly tone: Tone; readonly state: string; readonly more: string }

/** How somebody stands on a way. */
export function wayWords(way: OnWay, today: Day): Said {
  const state = wayState(way, today)
  const since = way.signed ? `Since ${formatDay(way.signed.from)}` : ''
  const until = way.signed?.to ? `, until ${formatDay(way.signed.to)}` : ''
  if (state === 'signed off') return { tone: 'good', state: 'Signed off', more: since + until }
  if (state === 'ends soon') return { tone: 'soon', state: 'Ends soon', more: since + until }
  if (state === 'ready') return { tone: 'waiting', state: 'Ready for sign-off', more: 'Every step is done' }
  const progress = progressWords(way.progress)
  if (state === 'on the way') return { tone: 'new', state: 'On the way', more: progress }
  return { tone: 'quiet', state: 'Not begun', more: progress }
}

/** How somebody's own supervision stands; null when it is not asked for. */
export function ownWords(own: OwnStanding | null, today: Day): Said | null {
  if (own === null) return null
  if (own.state === 'top')
    return { tone: 'quiet', state: 'Top of the chain', more: own.last ? `Last on ${formatDay(own.last.day)}` : '' }
  const last = own.last ? `Last on ${formatDay(own.last.day)}` : 'None on record'
  const next = own.next && own.next >= today ? `, next on ${formatDay(own.next)}` : ''
  const due = own.due ? formatDay(own.due) : ''
  if (own.state === 'out of date')
    return { tone: 'late', state: 'Out of date', more: `Was due by ${due}. ${last}${next}` }
  if (own.state === 'due soon') return { tone: 'soon', state: 'Due soon', more: `Due by ${due}. ${last}${next}` }
  return { tone: 'good', state: 'In date', more: `Until ${due}. ${last}${next}` }
}

/** The page of one who supervises. */
export const hrefOf = (person: string): string => `/supervisors/${person}`
