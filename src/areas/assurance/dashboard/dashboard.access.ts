// Who may see that supervision happens: facts and figures, never content (TRUST, "Who sees what").
import type { PersonId } from '../../../platform/ids.ts'
import { access } from '../../../platform/web/page.ts'
import type { Asker } from '../../../platform/work.ts'

/** The safeguarding service and auditors see facts by name; directors see totals. */
const seesNames = [
  'safeguarding advisor',
  'senior advisor',
  'named professional',
  'designated professional',
  'auditor',
] as const
/** Sees facts by name: the safeguarding service and auditors. */
export const maySeeNames = (asker: Asker): boolean => seesNames.some((role) => asker.roles.has(role))
/** Sees totals: those, and directors. */
export const maySeeTotals = (asker: Asker): boolean => maySeeNames(asker) || asker.roles.has('director')

export const assuranceReaders = access(
  'The safeguarding service, auditors and directors (directors see totals)',
  maySeeTotals,
  'not allowed',
)

/** Has a team to look at: line managers and those who lead a unit. */
export const mayLookAtTeam = (asker: Asker): boolean =>
  asker.standing.has('line manager') || asker.standing.has('team lead')

export const teamReaders = access('Line managers and those who lead a team', mayLookAtTeam, 'not allowed')

/** A unit's figures; `leads` says that the asker leads this unit or one above it. */
export type UnitSubject = { readonly leads: boolean }
export const unitReaders = access<UnitSubject>(
  'Those who lead the unit, the safeguarding service, auditors and directors (directors see totals)',
  (asker, { leads }) => leads || maySeeTotals(asker),
)

/** Whose facts, and how the asker stands to that person. */
export type PersonSubject = {
  readonly person: PersonId
  readonly manages: boolean
  readonly leads: boolean
  readonly supervises: boolean
}
export const personReaders = access<PersonSubject>(
  'The person, their line manager, whoever leads their unit or supervises them, the safeguarding service and auditors',
  (asker, about) =>
    asker.person === about.person || about.manages || about.leads || about.supervises || maySeeNames(asker),
)
