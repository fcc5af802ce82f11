// Who sees and keeps a cohort: administrators and programme leads, as they keep sets. Whoever takes part sees their own set, and
// the pages of the programme; line managers and everybody else find nothing.
import { access } from '../../../platform/web/page.ts'
import type { Asker } from '../../../platform/work.ts'
import { keepsProgrammes } from '../programme/programme.access.ts'
import type { Programme } from '../programme/programme.ts'
import type { Cohort } from './cohort.ts'

export type CohortSubject = { readonly cohort: Cohort; readonly programme: Programme }

export const keepersOfCohort = access<CohortSubject>('Administrators and programme leads', (asker: Asker) =>
  keepsProgrammes(asker),
)
