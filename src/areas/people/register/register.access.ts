// Who may see and change the register. Any member of staff may find a colleague's name, team and staff group, which
// choosing a supervisor needs; line managers see the facts of their own staff; administrators keep the register.
import type { PersonId } from '../../../platform/ids.ts'
import { access, type Access } from '../../../platform/web/page.ts'
import type { Asker } from '../../../platform/work.ts'

/** Administrators, and the service itself when it imports or makes a demonstration. */
export const isAdministrator = (asker: Asker): boolean => asker.roles.has('administrator') || isService(asker)

/** The service at work for itself: importing, or making a demonstration. Never a person. */
export const isService = (asker: Asker): boolean => asker.roles.has('service')

export const administrators: Access<unknown> = access(
  'Administrators of this organisation',
  isAdministrator,
  'not allowed',
)

/** The page that leads to everything that is set up; each part of it judges for itself. */
export const settingUp: Access<unknown> = access(
  'Administrators, and people who look after policies or programmes',
  (asker) => asker.roles.size > 0,
  'not allowed',
)

/** A person as a page's subject: who it is, and whether the asker is their line manager today. */
export type PersonSubject = { readonly person: PersonId; readonly managedByAsker: boolean }

/** Whether the asker may see more of a person than name, team and staff group. */
export const maySeeFacts = (asker: Asker, { person, managedByAsker }: PersonSubject): boolean =>
  asker.person === person || managedByAsker || isAdministrator(asker)

/** Whether the asker may record a person's absence. */
export const mayRecordAbsence = (asker: Asker, { managedByAsker }: PersonSubject): boolean =>
  managedByAsker || isAdministrator(asker)

export const absenceKeepers: Access<PersonSubject> = access(
  'Administrators, and the person’s line manager',
  mayRecordAbsence,
  'not found',
)
