import type { Area } from '../../platform/area.ts'
import { concernPages } from './escalation/concern.pages.tsx'
import { smallDeedPages } from './escalation/small-deeds.pages.tsx'
import { listPages } from './escalation/lists.pages.tsx'
import { escalationMails } from './escalation/mails.view.ts'
import { askingPages } from './asking/asking.pages.tsx'
import { glassPages } from './glass/glass.pages.tsx'
import { glassMails } from './glass/mails.view.ts'
import { glassNeeds } from './glass/waiting.changes.ts'
import { leadReadingPages } from './lead-reading/lead-reading.pages.tsx'
import { passingOnPages } from './passing-on/passing-on.pages.tsx'
import { practicePages } from './practice/practice.pages.tsx'
import { stepPages } from './practice/step.pages.tsx'
import { concernNeeds } from './escalation/waiting.changes.ts'
import { escalationPanels } from './passing-on/ways-in.pages.tsx'

export const disclosureArea: Area = {
  name: 'disclosure',
  title: 'Passing on and opening',
  pages: [
    ...passingOnPages,
    ...listPages,
    ...concernPages,
    ...smallDeedPages,
    ...practicePages,
    ...stepPages,
    ...askingPages,
    ...glassPages,
    ...leadReadingPages,
  ],
  panels: escalationPanels,
  needs: async (work) => [...(await concernNeeds(work)), ...(await glassNeeds(work))],
  mails: [...escalationMails, ...glassMails],
  navigation: () => [{ order: 40, label: 'Concerns', href: '/concerns' }],
  holds: [
    'Concerns that were passed on: what kind, when, to whom; what was written, sealed',
    'Who asked to open a record in need, who agreed, when it was open, who was told and what the review found',
    'Which case discussions safeguarding leads opened, for what purpose and until when',
    'Concerns about practice as line managers got them, and the plans of support with their steps, sealed',
  ],
}
