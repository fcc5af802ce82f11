// A session of the demonstration's plan: when, with whom, and what became of it.
import type { Day } from '../../platform/time/day.ts'
import type { Slot } from './diary.ts'

export type PlannedCame = {
  readonly person: string
  readonly presence: 'present' | 'late' | 'absent'
  readonly cause: 'sickness' | 'leave' | 'urgent clinical work' | 'staffing' | 'training' | 'did not know' | null
}

export type Outcome =
  /** `record`: days after the session when it was signed off; null while it waits. `answered`: who has agreed with it. */
  | {
      readonly kind: 'held'
      readonly came: readonly PlannedCame[]
      readonly record: number | null
      readonly unanswered: readonly string[]
    }
  | {
      readonly kind: 'cancelled'
      readonly cause: 'sickness' | 'leave' | 'urgent clinical work' | 'staffing'
      readonly hoursBefore: number
    }
  | { readonly kind: 'booked' }
  | { readonly kind: 'proposed'; readonly by: string }

export type PlannedSession = Slot & {
  readonly key: string
  readonly type: string
  readonly group: boolean
  readonly supervisor: string
  readonly people: readonly string[]
  readonly minutes: number
  readonly unit: string | null
  /** The day on which it was booked; null: it was recorded afterwards without a booking. */
  readonly bookedOn: Day | null
  /** The key of the cancelled session that it makes good. */
  readonly rebooks: string | null
  readonly place: string
  readonly outcome: Outcome
}
