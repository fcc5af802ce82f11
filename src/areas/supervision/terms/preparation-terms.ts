// What a supervision type of the policy says about preparing for its sessions (SPEC 2.2, 5.4): the template, whether the
// session may be put off without it, or whether it is for its author alone; until when, and who is told.
import type { Day } from '../../../platform/time/day.ts'
import { addDays, addMonths } from '../../../platform/time/day.ts'
import type { Length, RecordPart } from './terms.ts'

/** One question of a preparation. */
export type PreparationPart = RecordPart & {
  /** A box to tick: what is written there is declared. */
  readonly declared: boolean
  /** For its author alone, though the rest is read by the supervisor. */
  readonly private: boolean
}

export type PreparationTerms = {
  readonly name: string
  readonly summary: string
  /** The supervisor may put a session off that was not prepared. */
  readonly gate: boolean
  /** For its author alone: nobody else learns even that it is there. */
  readonly private: boolean
  readonly dueBefore: Length | null
  /** The line manager is told that a session was put off, and nothing else. */
  readonly tellManager: boolean
  /** Who reads it in a group beside the supervisor. */
  readonly sharedWithGroup: boolean
  readonly parts: readonly PreparationPart[]
  /** What came of earlier actions is part of it. */
  readonly actions: 'needed' | 'offered' | 'no'
  /** Cases of one's list are brought, or left out with a reason. */
  readonly cases: 'needed' | 'offered' | 'no'
}

/** The day by which a session of `day` should be prepared: so long before it, or the day itself. */
export function preparedBy(day: Day, { dueBefore }: Pick<PreparationTerms, 'dueBefore'>): Day {
  if (!dueBefore) return day
  if (dueBefore.unit === 'month') return addMonths(day, -dueBefore.count)
  return addDays(day, -dueBefore.count * (dueBefore.unit === 'week' ? 7 : 1))
}
