// Words and tones for how an obligation stands: the same on every page. Overdue says for how long, due soon says when,
// and nobody is blamed: the colour is never the only sign (DESIGN 2 and 7; SPEC 3.2).
import { type Day, daysBetween } from '../../../platform/time/day.ts'
import { formatDay, formatLength } from '../../../platform/time/words.ts'
import type { ObligationState } from '../figures/span.ts'
import type { Standing } from './coverage.ts'

export type StateTone = 'good' | 'soon' | 'late' | 'waiting' | 'quiet'

const tones: Record<ObligationState, StateTone> = {
  met: 'good',
  'due soon': 'soon',
  overdue: 'late',
  'never had': 'late',
  excused: 'quiet',
  recommended: 'waiting',
  'as required': 'quiet',
  voluntary: 'quiet',
}
export const toneOf = (state: ObligationState): StateTone => tones[state]

/** 'Overdue 23 days', 'Due 12 December 2026', 'Up to date', in two or three words. */
export function stateWords(one: Pick<Standing, 'state' | 'dueOn'>, today: Day): string {
  const { state, dueOn } = one
  if (state === 'overdue')
    return dueOn === null ? 'Overdue' : `Overdue ${formatLength(Math.max(1, daysBetween(dueOn, today)))}`
  if (state === 'due soon') return dueOn === null ? 'Due soon' : `Due ${formatDay(dueOn)}`
  if (state === 'met') return 'Up to date'
  if (state === 'never had') return dueOn !== null && dueOn >= today ? `First due ${formatDay(dueOn)}` : 'Never had'
  return state.charAt(0).toUpperCase() + state.slice(1)
}
