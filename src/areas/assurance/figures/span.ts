// A figure is a stretch of days on which one person's answer to one requirement stays the same: from the person's first
// day to the horizon, past and to come. The past never moves when time passes; only new or corrected facts move it.
import type { PersonId } from '../../../platform/ids.ts'
import { addMonths, type Day } from '../../../platform/time/day.ts'

export type ObligationState =
  | 'met'
  | 'due soon'
  | 'overdue'
  | 'never had'
  | 'excused'
  | 'recommended'
  | 'as required'
  | 'voluntary'
export type Strength = 'mandatory' | 'recommended' | 'as required' | 'voluntary'

export type FigureSpan = {
  readonly person: PersonId
  /** The key of the rule, and of its stream when it has several. */
  readonly requirement: string
  readonly type: string
  readonly strength: Strength
  readonly from: Day
  /** The last day of the stretch. */
  readonly to: Day
  readonly state: ObligationState
  /** For recommended supervision: how it would stand if it were mandatory. */
  readonly suggested: 'met' | 'due soon' | 'overdue' | 'never had' | 'excused' | null
  readonly dueOn: Day | null
  readonly dueSoonFrom: Day | null
  readonly lastOn: Day | null
}

/** How far ahead figures are worked out: far enough for every reminder and the next quarter's plan. */
export const horizonMonths = 24
export const horizonOf = (today: Day): Day => addMonths(today, horizonMonths)
