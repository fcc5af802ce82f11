// How what somebody holds came to read as it does (SPEC 1.2): entered, given a last day or another one, taken back. Rows are
// never written over, so the history is the rows in the order in which they were known.
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'

/** One row as it was known from `at` until `until`; null: still. */
export type Known = {
  readonly registration: Id<'registration'>
  readonly kind: string
  readonly body: string
  readonly from: Day
  readonly to: Day | null
  readonly at: Moment
  readonly by: PersonId
  readonly until: Moment | null
}

export type Change = Pick<Known, 'kind' | 'body' | 'from' | 'to'> & {
  readonly at: Moment
  /** Null where nobody is on record for it, as when something was taken back. */
  readonly by: PersonId | null
  readonly what: 'entered' | 'last day' | 'no last day' | 'taken back'
}

/** Every change, the latest first. */
export function historyOf(rows: readonly Known[]): readonly Change[] {
  const changes = [...Map.groupBy(rows, (row) => row.registration).values()].flatMap((known) =>
    known.flatMap((row, at): readonly Change[] => {
      const next = known[at + 1]
      const first = at === 0 ? 'entered' : row.to === null ? 'no last day' : 'last day'
      const gone = row.until !== null && next === undefined
      return [
        { ...row, what: first },
        ...(gone && row.until !== null ? [{ ...row, at: row.until, by: null, what: 'taken back' as const }] : []),
      ]
    }),
  )
  return changes.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
