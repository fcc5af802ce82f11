import type { Area } from '../../platform/area.ts'
import { policyCommands } from './trial/policy-commands.job.ts'
import { policyKeepers } from './version/version.access.ts'
import { versionPages } from './version/version.pages.tsx'
import { versionsPages } from './version/versions.pages.tsx'

export const policyArea: Area = {
  name: 'policy',
  title: 'Policy',
  pages: [...versionsPages, ...versionPages],
  commands: policyCommands,
  navigation: (asker) => (policyKeepers.may(asker, null) ? [{ order: 70, label: 'Set-up', href: '/set-up' }] : []),
}
