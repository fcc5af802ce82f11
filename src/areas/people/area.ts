import type { Area } from '../../platform/area.ts'
import { standingFrom } from '../../platform/standing.ts'
import { absencePages } from './absence/absence.pages.tsx'
import { postPages } from './post/post.pages.tsx'
import { columnPages } from './preview/columns.pages.tsx'
import { importPages } from './preview/import.pages.tsx'
import { previewPages } from './preview/preview.pages.tsx'
import { refusedPages } from './preview/refused.pages.tsx'
import { rowPages } from './preview/rows.pages.tsx'
import { staffGroupPages } from './preview/staff-groups.pages.tsx'
import { personPages } from './register/person.pages.tsx'
import { searchPages } from './search/search.pages.tsx'
import { setUpPages } from './register/set-up.pages.tsx'
import { rolePages } from './role/role.pages.tsx'
import { registrationNeeds } from './running-out/needs.changes.ts'
import { runningOutPages } from './running-out/running-out.pages.tsx'
import { standingPages } from './standing/standing-deeds.pages.tsx'
import { importTimeCommand } from './time-worked/time-worked.job.ts'
import { timeWorkedPages } from './time-worked/time-worked.pages.tsx'
import { undoPages } from './undoing/undo.pages.tsx'
import { unitChangePages } from './unit/unit-change.pages.tsx'
import { unitPages } from './unit/unit.pages.tsx'
import { importJobs, importPeopleCommand } from './import/import.job.ts'
import { foundWithAdministrator } from './role/role.changes.ts'
import { isAdministrator } from './register/register.access.ts'
import { managesSomebody } from './post/post.store.ts'
import { leadsSomeUnit } from './unit/unit.store.ts'

export const peopleArea: Area = {
  name: 'people',
  title: 'People, posts and roles',
  navigation: (asker) => (isAdministrator(asker) ? [{ order: 80, label: 'Set-up', href: '/set-up' }] : []),
  standing: standingFrom(
    (work) => ({
      manages: managesSomebody(work, work.asker.person, work.today),
      leads: leadsSomeUnit(work, work.asker.person, work.today),
    }),
    ({ manages, leads }) => [...(manages ? ['line manager'] : []), ...(leads ? ['team lead'] : [])],
  ),
  pages: [
    ...setUpPages,
    ...searchPages,
    ...personPages,
    ...postPages,
    ...absencePages,
    ...standingPages,
    ...runningOutPages,
    ...unitPages,
    ...unitChangePages,
    ...rolePages,
    ...importPages,
    ...columnPages,
    ...previewPages,
    ...rowPages,
    ...refusedPages,
    ...staffGroupPages,
    ...undoPages,
    ...timeWorkedPages,
  ],
  needs: registrationNeeds,
  founds: foundWithAdministrator,
  jobs: importJobs,
  commands: [importPeopleCommand, importTimeCommand],
  holds: [
    'Name, work e-mail and staff number',
    'Posts over time: team, staff group, hours, kind, line manager',
    'Absences and who approved them',
    'Shifts and hours worked, between which days',
    'Registrations, accreditations and training levels',
    'Roles granted, by whom and why',
    'Staff files while they are being imported; what the last imports changed of persons, so that they can be undone',
  ],
}
