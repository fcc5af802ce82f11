// What later areas may use of people.
export {
  absencesOf,
  absencesOfPeople,
} from './absence/absence.store.ts'
export { type Absence, type AbsenceId, type AbsenceKind, absenceKinds } from './absence/absence.ts'
export { endAbsence, recordAbsence } from './absence/absence.changes.ts'
export { changePost, endPost, startPost } from './post/post.changes.ts'
export {
  isLineManagerOf,
  managedAmong,
  postsOf,
  postsOfPeople,
  peopleInUnits,
  postsOn,
  staffOf,
} from './post/post.store.ts'
export { holdsOn, type Post, type PostFacts, type PostId, type PostKind, postKinds } from './post/post.ts'
export { askerFor } from './register/asker.store.ts'
export { formPage, peopleFor } from './register/form-page.pages.tsx'
export { peopleToTick } from './register/ticking-people.pages.tsx'
export { addPerson, leaveOrganisation } from './register/person.changes.ts'
export { findPerson, findPersons, namesOf, searchPeople } from './register/person.store.ts'
export type { Person, PersonFound } from './register/person.ts'
export { whoSeesFoot } from './seen/who-sees.pages.tsx'
export { administrators, isAdministrator } from './register/register.access.ts'
export { endRole, grantRole } from './role/role.changes.ts'
export { findGrants, peopleWithRole, rolesOfPeople, rolesOn } from './role/role.store.ts'
export { type Role, type RoleGrant, roles } from './role/role.ts'
export {
  type Ending,
  endingsOf,
  endRegistration,
  insertRegistration,
  insertTraining,
  registrationsOf,
  registrationsOfPeople,
  supervisorRolesOf,
  reopenRegistration,
  trainingOfPeople,
} from './standing/standing.store.ts'
export type { KnownStaffGroup } from './staff-file/staff-row.ts'
export type { Registration, Training } from './standing/standing.ts'
export { saveTimeWorked, timeWorkedOf } from './time-worked/time-worked.store.ts'
export type { TimeWorked } from './time-worked/time-worked.ts'
export { addLead, addUnit, changeUnit, unitsBelow, unitTree } from './unit/unit.changes.ts'
export { countPeople, findLeads, findUnits, unitsLedBy } from './unit/unit.store.ts'
export { type UnitId, type UnitNode, type UnitPlace, unitsUnder } from './unit/unit.ts'
