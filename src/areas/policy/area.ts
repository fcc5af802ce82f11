import type { Area } from '../../platform/area.ts'
import { policyCommands } from './trial/policy-commands.job.ts'
import { policyOn } from './version/version.changes.ts'
import { policyKeepers } from './version/version.access.ts'
import { versionPages } from './version/version.pages.tsx'
import { versionsPages } from './version/versions.pages.tsx'

export const policyArea: Area = {
  name: 'policy',
  title: 'Policy',
  pages: [...versionsPages, ...versionPages],
  commands: policyCommands,
  answers: { 'staff groups': async (work, day) => (await policyOn(work, day)).staffGroups },
  navigation: (asker) => (policyKeepers.may(asker, null) ? [{ order: 70, label: 'Set-up', href: '/set-up' }] : []),
}
