// What was let through although the policy had something against it (SPEC 5.2): sessions that were booked, or recorded after
// they were held, against a check, and people whom a lead let supervise without the steps. Who, when and why, for those who
// look after supervision; never what was said in a session.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'

/** Somebody who was let supervise by a decision of a lead, as a later area knows it. */
export type LetSupervise = {
  readonly person: PersonId
  readonly by: PersonId
  readonly at: Moment
  /** For what, by the policy's name. */
  readonly way: string
  /** In a few words how: 'For now, before the steps'. */
  readonly how: string
  readonly until: Day | null
  readonly reason: string
}

/** Asked of later areas for the report; the newest first, at most so many. */
declare module '../../../platform/area.ts' {
  interface Questions {
    'whom somebody let supervise': { about: { readonly most: number }; answer: LetSupervise }
  }
}

export type LetTogether = Omit<LetSupervise, 'person'> & { readonly people: readonly PersonId[] }

/** Those who were let supervise by one decision stand in one line. */
export function together(all: readonly LetSupervise[]): readonly LetTogether[] {
  const groups = Map.groupBy(all, (one) => [one.at, one.by, one.way, one.how, one.until, one.reason].join('|'))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ ...first, people: group.map(({ person }) => person) }] : []
  })
}

/** Whether a session was recorded after it was held, and not booked ahead. */
export const isAfterwards = ({ at, startsAt }: { readonly at: Moment; readonly startsAt: Moment }): boolean =>
  at > startsAt
