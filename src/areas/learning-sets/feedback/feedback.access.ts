// Who gives feedback and who reads it. Everybody of a cohort gives their own; whoever leads the programme reads it, without names.
// Administrators and other programme leads do not. Quotes are for everybody.
import { access } from '../../../platform/web/page.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { CohortSubject } from '../cohort/cohort.access.ts'
import { leadsProgramme } from '../programme/programme.access.ts'

export type FeedbackSubject = CohortSubject & { readonly asked: ReadonlySet<PersonId>; readonly gave: boolean }

export const peopleOfCohort = access<FeedbackSubject>(
  'Everybody who takes part in the cohort, each their own',
  (asker, { asked, gave }) => asked.has(asker.person) || gave,
)

export const leadOfCohort = access<CohortSubject>('Whoever leads the programme', (asker, { programme }) =>
  leadsProgramme(asker, programme),
)
