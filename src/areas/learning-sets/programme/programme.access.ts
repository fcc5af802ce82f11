// Who may see and do what of a programme. Its pages are for everybody in the organisation: they say what it is, never who takes
// part or what anybody said. Administrators and programme leads keep programmes; feedback is for the one who leads it.
import { access } from '../../../platform/web/page.ts'
import type { Asker } from '../../../platform/work.ts'
import { looksAfterSets } from '../set/set.access.ts'
import type { Programme } from './programme.ts'

/** Administrators and programme leads make programmes and keep them. */
export const keepsProgrammes = (asker: Asker): boolean => looksAfterSets(asker)

export const keepersOfProgrammes = access('Administrators and programme leads', keepsProgrammes, 'not allowed')

/** Whoever leads this programme, as long as they hold the role. */
export const leadsProgramme = (asker: Asker, programme: Pick<Programme, 'lead'>): boolean =>
  asker.person === programme.lead && asker.roles.has('programme lead')
