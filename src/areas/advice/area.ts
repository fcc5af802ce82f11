import type { Area } from '../../platform/area.ts'
import { deskPages } from './asking/desk.pages.tsx'
import { queuePages } from './asking/queue.pages.tsx'
import { figuresPages } from './figures/figures.pages.tsx'
import { correctingPages } from './recording/correcting.pages.tsx'
import { draftingPages } from './recording/drafting.pages.tsx'
import { outsidePages } from './outside/outside.pages.tsx'
import { recordingPages } from './recording/recording.pages.tsx'
import { alarmJobs } from './request/alarm.job.ts'
import { adviceMails } from './request/mails.view.ts'
import { requestPages } from './showing/request.pages.tsx'
import { adviceNeeds } from './request/waiting.changes.ts'

export const adviceArea: Area = {
  name: 'advice',
  title: 'Advice',
  pages: [
    ...deskPages,
    ...queuePages,
    ...requestPages,
    ...recordingPages,
    ...draftingPages,
    ...correctingPages,
    ...outsidePages,
    ...figuresPages,
  ],
  needs: adviceNeeds,
  // Second for everybody, so that it stands in the menu of a phone without opening it.
  navigation: () => [{ order: 5, label: 'Advice', href: '/advice' }],
  jobs: alarmJobs,
  mails: adviceMails,
  holds: [
    'Requests for advice: who asked, also where they are not in the register, when, how urgent, who has it and by when',
    'What was asked, what was advised and what was heard, sealed',
    'Counts of requests by month, hour and theme, without anybody’s name',
  ],
}
