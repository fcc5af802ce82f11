import type { Area } from '../../platform/area.ts'
import { chainPanel } from './chain/chain-panel.pages.tsx'
import { chainPages } from './chain/chain.pages.tsx'
import { chainNeeds } from './chain/needs.changes.ts'
import { againstSupervisor } from './in-date/in-date.changes.ts'
import { logbookPages } from './logbook/logbook.pages.tsx'
import { observationNeeds } from './observation/needs.changes.ts'
import { observationPages } from './observation/observation.pages.tsx'
import { planningPages } from './observation/planning.pages.tsx'
import { observationPanels } from './observation/session-panel.pages.tsx'
import { unobserved } from './observing/duty.changes.ts'
import { observationsPages } from './observing/observations.pages.tsx'
import { observationMails } from './report/mails.view.ts'
import { reportPages } from './report/report.pages.tsx'
import { writingPages } from './report/writing.pages.tsx'
import { exceptionPages } from './sign-off/exception.pages.tsx'
import { signOffPages } from './sign-off/sign-off.pages.tsx'
import { letSupervise } from './sign-off/let-supervise.changes.ts'
import { startingListPages } from './sign-off/starting-list.pages.tsx'
import { competenceNeeds } from './supervisors/needs.changes.ts'
import { supervisorPages, supervisorPanels } from './supervisors/supervisor.pages.tsx'
import { mayOversee } from './supervisors/supervisors.access.ts'
import { supervisorsPages } from './supervisors/supervisors.pages.tsx'

const observing = ['designated professional', 'named professional', 'director']

export const competenceArea: Area = {
  name: 'competence',
  title: 'Supervisors',
  pages: [
    ...supervisorsPages,
    ...signOffPages,
    ...exceptionPages,
    ...startingListPages,
    ...supervisorPages,
    ...logbookPages,
    ...chainPages,
    ...observationsPages,
    ...planningPages,
    ...observationPages,
    ...writingPages,
    ...reportPages,
  ],
  mails: observationMails,
  panels: [...supervisorPanels, ...observationPanels, chainPanel],
  needs: async (work) => [
    ...(await competenceNeeds(work)),
    ...(await chainNeeds(work)),
    ...(await observationNeeds(work)),
  ],
  answers: {
    'whom somebody let supervise': letSupervise,
    'what stands against a booking': async (work, plan) => [
      ...(await againstSupervisor(work, plan)),
      ...(await unobserved(work, plan)),
    ],
  },
  navigation: (asker) => [
    ...(mayOversee(asker) ? [{ order: 45, label: 'Who may supervise', href: '/supervisors' }] : []),
    ...(observing.some((role) => asker.roles.has(role))
      ? [{ order: 55, label: 'Observations', href: '/observations' }]
      : []),
  ],
  holds: [
    'The logbook of those who prepare to supervise: which step, on which day, with which colleague, who confirmed it',
    'Who was signed off to supervise, by whom, from when until when, and why where it was without the steps',
    'Who was observed supervising, when and by whom, and that everybody in the session agreed, without who said what',
    'What was seen, the supervisor’s comment, and the report to the director, sealed',
  ],
}
