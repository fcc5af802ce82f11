import type { Area } from '../../platform/area.ts'
import { superviseesPages, superviseesPanel } from './behind/supervisees.pages.tsx'
import { contractPages } from './contracts/contracts.pages.tsx'
import { mayLookAtTeam, maySeeTotals } from './dashboard/dashboard.access.ts'
import { homeFigures } from './dashboard/home-figures.pages.tsx'
import { obligationsPages } from './dashboard/obligations.pages.tsx'
import { organisationPages } from './dashboard/organisation.pages.tsx'
import { ownNeeds } from './dashboard/needs.changes.ts'
import { assurancePanels } from './dashboard/panels.pages.tsx'
import { teamPages } from './dashboard/team.pages.tsx'
import { myTeamPages } from './my-team/my-team.pages.tsx'
import { learningNeeds } from './learning-library/needs.changes.ts'
import { libraryPages } from './learning-library/library.pages.tsx'
import { releasedPages } from './learning-library/released.pages.tsx'
import { pointPages } from './learning-points/learning-point.pages.tsx'
import { pointPanels, pointWritingPages } from './learning-points/writing.pages.tsx'
import { whoHasReadPages } from './my-team/who-has-read.pages.tsx'
import { putOffNeeds } from './preparing/prepared.changes.ts'
import { forgetAnswers } from './figures/answers.changes.ts'
import { whenDue } from './figures/due.changes.ts'
import { figuresCommands } from './figures/command.job.ts'
import { hearChange } from './figures/figures.changes.ts'
import { figuresJobs } from './figures/figures.job.ts'

export const assuranceArea: Area = {
  name: 'assurance',
  title: 'Assurance',
  pages: [
    ...organisationPages,
    ...myTeamPages,
    ...whoHasReadPages,
    ...teamPages,
    ...obligationsPages,
    ...superviseesPages,
    ...contractPages,
    ...libraryPages,
    ...releasedPages,
    ...pointPages,
    ...pointWritingPages,
  ],
  panels: [...assurancePanels, superviseesPanel, ...homeFigures, ...pointPanels],
  needs: async (work) => [...(await ownNeeds(work)), ...(await putOffNeeds(work)), ...(await learningNeeds(work))],
  hears: async (work, event) => {
    forgetAnswers(work)
    await hearChange(work, event)
  },
  answers: { 'when supervision is due': whenDue },
  jobs: figuresJobs,
  commands: figuresCommands,
  navigation: (asker) => [
    ...(mayLookAtTeam(asker) ? [{ order: 50, label: 'Team', href: '/my-team' }] : []),
    ...(maySeeTotals(asker) ? [{ order: 60, label: 'Assurance', href: '/assurance' }] : []),
  ],
  holds: [
    'How each person’s supervision stands, worked out from posts, absences and sessions; no content',
    'Learning points: whose they are, who agreed, read over and approved, words sealed until they are sent; who has read them',
  ],
}
