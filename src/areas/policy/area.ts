import type { Area } from '../../platform/area.ts'
import { hasAcknowledged } from './acknowledging/acknowledgement.store.ts'
import { inShortPages } from './acknowledging/in-short.pages.tsx'
import { readingNeeds, reviewNeeds } from './acknowledging/needs.changes.ts'
import { agreementTemplatesPages } from './agreement-template/agreement-templates.pages.tsx'
import { pastingPages } from './agreement-template/pasting.pages.tsx'
import { removalPages } from './agreement-template/removal.pages.tsx'
import { templatePreviewPages } from './agreement-template/template-preview.pages.tsx'
import { draftPages } from './editing/draft.pages.tsx'
import { editPages } from './editing/edit.pages.tsx'
import { textPages } from './editing/text.pages.tsx'
import { matrixPages } from './matrix/matrix.pages.tsx'
import { oldVersionPages } from './reading/old-versions.pages.tsx'
import { policyPages } from './reading/policy.pages.tsx'
import { endingPages } from './supervisor-role/ending.pages.tsx'
import { supervisorRolePages, supervisorRolePanel } from './supervisor-role/supervisor-role.pages.tsx'
import { policyCommands } from './trial/policy-commands.job.ts'
import { trialPages } from './trial/trial.pages.tsx'
import { policyPanels } from './version/first-steps.pages.tsx'
import { policyKeepers } from './version/version.access.ts'
import { policyOn } from './version/version.changes.ts'
import { versionPages } from './version/version.pages.tsx'
import { versionsPages } from './version/versions.pages.tsx'

export const policyArea: Area = {
  name: 'policy',
  title: 'Policy',
  pages: [
    ...versionsPages,
    ...versionPages,
    ...draftPages,
    ...editPages,
    ...matrixPages,
    ...agreementTemplatesPages,
    ...pastingPages,
    ...removalPages,
    ...templatePreviewPages,
    ...textPages,
    ...trialPages,
    ...policyPages,
    ...oldVersionPages,
    ...inShortPages,
    ...supervisorRolePages,
    ...endingPages,
  ],
  panels: [...policyPanels, supervisorRolePanel],
  commands: policyCommands,
  needs: async (work) => [...(await readingNeeds(work)), ...(await reviewNeeds(work))],
  answers: {
    'staff groups': async (work, day) => (await policyOn(work, day)).staffGroups,
    'what rests on an import': async (work, { people }) =>
      (await hasAcknowledged(work, people)) ? ['somebody whom it added has confirmed reading a policy'] : [],
  },
  holds: ['Who has said that they read which version of a policy, and when'],
  navigation: (asker) =>
    policyKeepers.may(asker, null) ? [{ order: 70, label: 'Set-up', href: '/set-up/policy' }] : [],
}
