// What a person brings to their work: registrations with a professional body or accreditations, and training levels
// reached (SPEC 1.5, 2.3). The number of a registration is not kept: nothing here needs it.
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
