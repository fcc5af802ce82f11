// What a supervision type of the policy says about its sessions (SPEC 2.2): who may lead, how many may come, who
// must rebook after a cancellation, what the record asks. The policy holds it as data; nothing here decides for it.
import type { Day } from '../../../platform/time/day.ts'
import { addDays, addMonths } from '../../../platform/time/day.ts'
import type { PreparationTerms } from './preparation-terms.ts'

export type Length = { readonly count: number; readonly unit: 'day' | 'week' | 'month' }

/** Who must find a new date after a cancellation, and by when counted from the cancelled date. */
export type RebookingRule = {
  readonly who: 'whoever cancels' | 'supervisor' | 'supervisee'
  readonly within: Length | null
  readonly highPriority: boolean
}

/** One question of a record: what is asked, how it is answered, and when the record cannot be signed off without it. */
export type RecordPart = {
  /** Section and question together, unique in the template. */
  readonly key: string
  readonly section: string
  readonly label: string
  readonly prompt: string
  readonly answer: 'short text' | 'long text' | 'one of' | 'several of'
  readonly choices: readonly string[]
  /** Asked once, again for each case, or again for each child or adult at risk of a case. */
  readonly forEach: 'case' | 'person at risk' | null
  /** Questions to think with, from the policy's bank, and what the bank is called; none and '' without one. */
  readonly prompts: readonly string[]
  readonly promptsName: string
  /** What the policy says the answer stands for, so that it can be carried from one discussion of a case to the next. */
  readonly means: 'plan' | 'earlier plan' | 'who is told' | 'clinical record' | null
  /** Needed always, never, or once anything of its section is written (a section for each case, when no case came). */
  readonly needed: 'always' | 'once begun' | 'no'
}

/** A question in the service's own words, answered at length, for records that no template shapes. */
export function plainPart(key: string, label: string, prompt: string, needed: RecordPart['needed']): RecordPart {
  const answer = { section: '', answer: 'long text', choices: [], forEach: null, means: null } as const
  return { ...answer, key, label, prompt, prompts: [], promptsName: '', needed }
}

/** The contract that a kind of supervision needs: the key and name of its template, and how long one serves for this kind. */
export type ContractTerms = {
  readonly template: string
  readonly name: string
  /** Agreed by a whole group, at its first session. */
  readonly groundRules: boolean
  /** Null: as long as the contract itself holds. */
  readonly term: Length | null
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
  /** Null for kinds that need none. */
  readonly contract: ContractTerms | null
  /** Cases are discussed, so its records are sealed as case discussions. */
  readonly caseWork: boolean
  /** Whether the supervisee says yes to the record, or beside it. */
  readonly validated: boolean
  /** Whether those present at a group may read its record. */
  readonly sharedWithGroup: boolean
  /** Whether those present at a group may read what was written of each case, not the holder and the supervisor alone. */
  readonly casesForThosePresent: boolean
  readonly rebooking: RebookingRule
  readonly recordParts: readonly RecordPart[]
  /** What is filled in before a session; null when nothing is. */
  readonly preparation: PreparationTerms | null
  /** What the team lead's evidence asks, choices only; null for kinds without it (SPEC 5.7). */
  readonly evidenceParts: readonly RecordPart[] | null
  /** Supervision and reflection models to choose from. */
  readonly models: readonly NamedChoice[]
}

/** The day `length` after `from`; months clamp at the month's end. */
export function dayAfter(from: Day, length: Length): Day {
  if (length.unit === 'month') return addMonths(from, length.count)
  return addDays(from, length.count * (length.unit === 'week' ? 7 : 1))
}

/** '1 month', '6 weeks' */
export const lengthInWords = (length: Length): string =>
  `${length.count} ${length.unit}${length.count === 1 ? '' : 's'}`
