// What a rule inherits when it says nothing itself: from its pack and from its type of supervision (SPEC 2.2). And the
// small readers for what may be written in two ways.
import type { ConditionText } from './condition.ts'
import type { Interval } from './interval.ts'
import type { RuleText } from './rule.ts'
import { plainWords, type Vocabulary } from './test-of-facts.ts'

/** What a rule inherits when it says nothing itself: from its pack, and from the type of supervision it is about. */
export type RuleDefaults = {
  readonly lead: Interval | null
  readonly fullTimeHours: number
  readonly excused: RuleText['excused']
  readonly words: Vocabulary
  readonly typeOf: (
    key: string,
  ) =>
    | { readonly name?: string; readonly supervisors?: ConditionText | undefined; readonly group?: RuleText['group'] }
    | undefined
}
export const noDefaults: RuleDefaults = {
  lead: null,
  fullTimeHours: 37.5,
  excused: undefined,
  words: plainWords,
  typeOf: () => undefined,
}

/** An object without the keys that hold nothing. */
export const definedOf = <T extends object>(given: T): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>
/** One thing or a list of them, as a list. */
export const listOf = <T>(given: T | T[] | undefined): T[] =>
  given === undefined ? [] : Array.isArray(given) ? given : [given]

/** A share written as "50%" or 0.5; null when none is. */
export const shareOf = (text: string | number | undefined): number | null =>
  text === undefined ? null : typeof text === 'number' ? text : Number(text.replace('%', '')) / 100
