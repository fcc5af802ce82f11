// What a supervision type of the policy says about its sessions (SPEC 2.2): who may lead, how many may come, who
// must rebook after a cancellation, what the record asks. The policy holds it as data; nothing here decides for it.
import type { Day } from '../../platform/time/day.ts'
import { addDays, addMonths } from '../../platform/time/day.ts'

export type Length = { readonly count: number; readonly unit: 'days' | 'weeks' | 'months' }

/** Who must find a new date after a cancellation, and by when counted from the cancelled date. */
export type RebookingRule = {
  readonly who: 'whoever cancels' | 'supervisor' | 'supervisee'
  readonly within: Length | null
  readonly highPriority: boolean
}

/** One part of a record: a heading, a prompt, and whether the record can be signed off without it. */
export type RecordPart = {
  readonly key: string
  readonly label: string
  readonly prompt: string
  readonly needed: boolean
}

export type NamedChoice = { readonly key: string; readonly name: string }

export type Terms = {
  readonly key: string
  readonly name: string
  readonly format: 'one-to-one' | 'group' | 'either'
  /** Usual length in minutes, offered first. */
  readonly minutes: number
  /** Supervisees at most and at least in one group session; null for no limit. */
  readonly largestGroup: number | null
  readonly smallestGroup: number | null
  readonly contractNeeded: boolean
  /** Role keys of which the supervisor must hold one on the day; empty for no demand. */
  readonly supervisorRoles: readonly NamedChoice[]
  readonly rebooking: RebookingRule
  readonly recordParts: readonly RecordPart[]
  /** Supervision and reflection models to choose from. */
  readonly models: readonly NamedChoice[]
}

/** The day `length` after `from`; months clamp at the month's end. */
export function dayAfter(from: Day, length: Length): Day {
  if (length.unit === 'months') return addMonths(from, length.count)
  return addDays(from, length.count * (length.unit === 'weeks' ? 7 : 1))
}

/** '1 month', '6 weeks' */
export const lengthInWords = (length: Length): string =>
  `${length.count} ${length.count === 1 ? length.unit.slice(0, -1) : length.unit}`
