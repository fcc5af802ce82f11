// Registrations and accreditations that end soon or have ended and were not renewed (SPEC 1.5, 9.1): said to the person, to
// their line manager and to administrators; to safeguarding leads for those who supervise. Soon is 60 days, as it is for
// contracts; the person's first page says it from then on, the manager's from 28 days. What ended a year ago is let rest.
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, addMonths, type Day, daysBetween } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'

/** What somebody holds of one kind and body, with its last day: nothing of the same follows it. */
export type RunningOut = {
  readonly person: PersonId
  readonly kind: 'registration' | 'accreditation'
  readonly body: string
  readonly to: Day
}

export const ways = ['ended', 'ends-soon'] as const
export type Way = (typeof ways)[number]

/** Days before the end: the person, and pages, are told from the first; a manager's first page from the second. */
export const soonDays = 60
export const managerDays = 28

/** The last days that are looked at: those that ended in the last year, and those that end soon. */
export const spanOn = (today: Day, days = soonDays): { from: Day; to: Day } => ({
  from: addMonths(today, -12),
  to: addDays(today, days),
})

export const wayOf = ({ to }: Pick<RunningOut, 'to'>, today: Day): Way => (to < today ? 'ended' : 'ends-soon')

/** '3 February 2027' once it has ended; '3 February 2027, in 12 days' before. */
export function daysWords({ to }: Pick<RunningOut, 'to'>, today: Day): string {
  if (to < today) return formatDay(to)
  const days = daysBetween(today, to)
  return `${formatDay(to)}, ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}`
}

/** The same as a sentence. */
export const endWords = (one: Pick<RunningOut, 'to'>, today: Day): string =>
  `${one.to < today ? 'Ended' : 'Ends'} on ${daysWords(one, today)}`

/** Of whom: everybody for administrators, those who supervise for safeguarding leads, one's own staff for a manager. */
export const scopes = ['everyone', 'supervisors', 'team'] as const
export type Scope = (typeof scopes)[number]

/** The widest of what somebody may see, or the one asked for when it is among them; null: nothing. */
export const scopeFor = (may: readonly Scope[], asked: string): Scope | null =>
  may.find((one) => one === asked) ?? may[0] ?? null

/** Which of them a page shows: in which units, and how they stand. */
export type Narrowing = { readonly units: ReadonlySet<string> | null; readonly way: Way | null }

/** Those that a page asked for; whoever has no unit stands in none. */
export const narrowed = <One extends Pick<RunningOut, 'to'> & { readonly unit: string | null }>(
  all: readonly One[],
  { units, way }: Narrowing,
  today: Day,
): readonly One[] =>
  all.filter(
    (one) =>
      (units === null || (one.unit !== null && units.has(one.unit))) && (way === null || wayOf(one, today) === way),
  )
