// What a person brings to their work: registrations with a professional body or accreditations, and training levels
// reached (SPEC 1.5, 2.3). The number of a registration is not kept: nothing here needs it. The staff file brings most of
// it; an administrator enters the rest, ends what has ended, and takes back what was entered by mistake.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'

export type Registration = {
  readonly registration: Id<'registration'>
  readonly person: PersonId
  readonly kind: 'registration' | 'accreditation' | 'supervisor role' | 'competence'
  /** 'NMC', 'GMC', 'HCPC' …; for a supervisor role or a competence its key in the policy: 'named-midwife'. */
  readonly body: string
  readonly from: Day
  readonly to: Day | null
}

export type Training = {
  readonly person: PersonId
  /** 'safeguarding children', 'safeguarding adults' … */
  readonly subject: string
  readonly level: string
  readonly on: Day
  readonly expires: Day | null
}

/** Kinds that are entered by hand; supervisor roles and competences are given elsewhere. */
export const enteredKinds = ['registration', 'accreditation'] as const

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** Whether this may be added to what somebody holds: not twice at the same time, and never ended before it began. */
export function mayHold(
  held: readonly Registration[],
  given: Pick<Registration, 'kind' | 'body' | 'from' | 'to'>,
): Decision {
  if (given.to !== null && given.to < given.from) return no('The last day must be on or after the first', 'to')
  const twin = held.some(
    (one) =>
      one.kind === given.kind &&
      same(one.body, given.body) &&
      (one.to === null || one.to >= given.from) &&
      (given.to === null || given.to >= one.from),
  )
  return twin ? no(`This ${given.kind} is on record for that time already`, 'body') : yes()
}

/** Whether what somebody holds may end on this day. */
export function mayEnd(held: Registration, lastDay: Day): Decision {
  if (lastDay < held.from) return no('The last day must be on or after the first', 'lastDay')
  return yes()
}

/** Whether this training may be added: once for a subject, level and day, and never expired before it was done. */
export function mayHaveDone(done: readonly Training[], given: Omit<Training, 'person'>): Decision {
  if (given.expires !== null && given.expires < given.on)
    return no('The day it expires must be on or after the day it was done', 'expires')
  const twin = done.some(
    (one) => same(one.subject, given.subject) && same(one.level, given.level) && one.on === given.on,
  )
  return twin ? no('This training is on record already', 'subject') : yes()
}
