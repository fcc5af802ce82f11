import type { Area } from '../../platform/area.ts'
import { maySeeTotals } from './dashboard/dashboard.access.ts'
import { obligationsPages } from './dashboard/obligations.pages.tsx'
import { organisationPages } from './dashboard/organisation.pages.tsx'
import { ownNeeds } from './dashboard/needs.changes.ts'
import { assurancePanels } from './dashboard/panels.pages.tsx'
import { teamPages } from './dashboard/team.pages.tsx'
import { figuresCommands } from './figures/command.job.ts'
import { hearChange } from './figures/figures.changes.ts'
import { figuresJobs } from './figures/figures.job.ts'

export const assuranceArea: Area = {
  name: 'assurance',
  title: 'Assurance',
  pages: [...organisationPages, ...teamPages, ...obligationsPages],
  panels: assurancePanels,
  needs: ownNeeds,
  hears: hearChange,
  jobs: figuresJobs,
  commands: figuresCommands,
  navigation: (asker) => [
    ...(asker.standing.has('line manager') || asker.standing.has('team lead')
      ? [{ order: 50, label: 'Team', href: '/team' }]
      : []),
    ...(maySeeTotals(asker) ? [{ order: 60, label: 'Assurance', href: '/assurance' }] : []),
  ],
  holds: ['How each person’s supervision stands, worked out from posts, absences and sessions; no content'],
}
