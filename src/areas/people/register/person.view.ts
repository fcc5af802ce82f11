// A person's facts in the words of a page.
import { type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'

/** 'From 3 February 2027', 'Until 5 March 2027', '3 February 2027 to 5 March 2027', 'Since 3 February 2027'. */
export function saySpan({ from, to }: { from: Day; to: Day | null }, today: Day): string {
  if (to !== null) return `${formatDay(from)} to ${formatDay(to)}`
  return from > today ? `From ${formatDay(from)}` : `Since ${formatDay(from)}`
}

/** '37.5 hours a week', 'hours not known'. */
export const sayHours = (hours: number | null): string => (hours === null ? 'hours not known' : `${hours} hours a week`)

/** The first letter small, inside a sentence. */
export const inSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** A staff group by its name in the policy, or as the file said it; 'None' without one. */
export const sayStaffGroup = (names: ReadonlyMap<string, string>, key: string | null): string =>
  key === null ? 'None' : (names.get(key) ?? capital(key.replaceAll('-', ' ')))

/** The first letter large, as at the start of a cell. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
