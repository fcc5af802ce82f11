import type { Area } from '../../platform/area.ts'
import { concernPages } from './escalation/concern.pages.tsx'
import { listPages } from './escalation/lists.pages.tsx'
import { escalationMails } from './escalation/mails.view.ts'
import { passingOnPages } from './passing-on/passing-on.pages.tsx'
import { practicePages } from './practice/practice.pages.tsx'
import { concernNeeds } from './escalation/waiting.changes.ts'
import { escalationPanels } from './passing-on/ways-in.pages.tsx'

export const disclosureArea: Area = {
  name: 'disclosure',
  title: 'Passing on and opening',
  pages: [...passingOnPages, ...listPages, ...concernPages, ...practicePages],
  panels: escalationPanels,
  needs: concernNeeds,
  mails: escalationMails,
  navigation: () => [{ order: 40, label: 'Concerns', href: '/concerns' }],
  holds: [
    'Concerns that were passed on: what kind, when, to whom; what was written, sealed',
    'Concerns about practice as line managers got them, and the plans of support that came of them, sealed',
  ],
}
