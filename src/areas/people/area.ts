import type { Area } from '../../platform/area.ts'
import { importJobs, importPeopleCommand } from './import/import.job.ts'
import { foundPeople } from './register/asker.store.ts'
import { isAdministrator } from './register/register.access.ts'
import { isAnyonesLineManager } from './post/post.store.ts'
import { unitsLedBy } from './unit/unit.store.ts'

export const peopleArea: Area = {
  name: 'people',
  title: 'People, posts and roles',
  navigation: (asker) => (isAdministrator(asker) ? [{ order: 80, label: 'Set-up', href: '/set-up' }] : []),
  standing: async (work) => {
    const manages = await isAnyonesLineManager(work, work.asker.person, work.today)
    const leads = (await unitsLedBy(work, work.asker.person, work.today)).length > 0
    return [...(manages ? ['line manager'] : []), ...(leads ? ['team lead'] : [])]
  },
  founds: foundPeople,
  jobs: importJobs,
  commands: [importPeopleCommand],
  holds: [
    'Name, work e-mail and staff number',
    'Posts over time: team, staff group, hours, kind, line manager',
    'Absences and who approved them',
    'Registrations, accreditations and training levels',
    'Roles granted, by whom and why',
    'Staff files while they are being imported',
  ],
}
