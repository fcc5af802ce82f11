import type { Area } from '../../platform/area.ts'
import { unobserved } from './observing/duty.changes.ts'
import { observationNeeds } from './observation/needs.changes.ts'
import { observationPages } from './observation/observation.pages.tsx'
import { observationsPages } from './observing/observations.pages.tsx'
import { planningPages } from './observation/planning.pages.tsx'
import { observationPanels } from './observation/session-panel.pages.tsx'

export const competenceArea: Area = {
  name: 'competence',
  title: 'Supervisors',
  pages: [...observationsPages, ...planningPages, ...observationPages],
  panels: observationPanels,
  needs: observationNeeds,
  answers: { 'what stands against a booking': unobserved },
  navigation: ({ roles }) =>
    ['designated professional', 'named professional', 'director'].some((role) => roles.has(role))
      ? [{ order: 55, label: 'Observations', href: '/observations' }]
      : [],
  holds: [
    'Who was observed supervising, when and by whom, and that everybody in the session agreed, without who said what',
    'What was seen, the supervisor’s comment, and the report to the director, sealed',
  ],
}
