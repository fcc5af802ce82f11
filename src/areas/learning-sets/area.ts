import type { Area } from '../../platform/area.ts'
import { standingFrom } from '../../platform/standing.ts'
import { reminderPanels } from './agreeing/reminder.pages.tsx'
import { setRulesNeeds } from './agreeing/set-rules-needs.changes.ts'
import { setRulesPages } from './agreeing/set-rules.pages.tsx'
import { whoBelongsNow } from './agreeing/who-belongs.changes.ts'
import { afterwardsPages } from './afterwards/afterwards.pages.tsx'
import { announcementNeeds } from './announcement/announcement-needs.changes.ts'
import { announcementPages } from './announcement/announcement.pages.tsx'
import { writingPages } from './announcement/writing.pages.tsx'
import { unfinishedJobs } from './unfinished/unfinished.job.ts'
import { unfinishedNeeds, unfinishedPages } from './unfinished/unfinished.pages.tsx'
import { whoCamePages } from './unfinished/who-came.pages.tsx'
import { draftFormatPages } from './formats/draft-formats.pages.tsx'
import { formatPages } from './formats/formats.pages.tsx'
import { isInACohort } from './cohort/cohort.store.ts'
import { cohortDatesPages } from './cohort-year/cohort-dates.pages.tsx'
import { cohortPages } from './cohort/cohort.pages.tsx'
import { feedbackPages } from './feedback/feedback.pages.tsx'
import { feedbackNeeds } from './feedback/needs.changes.ts'
import { readingPages } from './feedback/reading.pages.tsx'
import { reflectionPages } from './reflection/reflection.pages.tsx'
import { releaseNeeds } from './release/release.changes.ts'
import { releasePages } from './release/release.pages.tsx'
import { livePages, meetingStreams } from './live/live.pages.tsx'
import { leavingPages } from './membership/leaving.pages.tsx'
import { beforeMeetingPages } from './before/before-meeting.pages.tsx'
import { meetingNeeds } from './before/meeting-needs.changes.ts'
import { topicDraftPages } from './before/topic-draft.pages.tsx'
import { calendarPages } from './dates/calendar.pages.tsx'
import { datesMails } from './dates/mails.view.ts'
import { capturePages } from './capture/capture.pages.tsx'
import { sharedTopicPages } from './waiting/shared-topic.pages.tsx'
import { oneDatePages } from './dates/one-date.pages.tsx'
import { sessionPanels } from './dates/session-panel.pages.tsx'
import { planningPages } from './dates/planning.pages.tsx'
import { whereFrom } from './membership/where-from.changes.ts'
import { joinPages } from './membership/membership.pages.tsx'
import { keepingPages } from './programme/keeping.pages.tsx'
import { programmePages } from './programme/programmes.pages.tsx'
import { answeredBefore } from './questionnaire/questionnaire.changes.ts'
import { questionnaireNeeds } from './questionnaire/needs.changes.ts'
import { questionnairePages } from './questionnaire/questionnaire.pages.tsx'
import { changingPages } from './set/changing-set.pages.tsx'
import { mayBeFacilitator } from './set/facilitators.changes.ts'
import { newSetPages } from './set/new-set.pages.tsx'
import { looksAfterSets } from './set/set.access.ts'
import { setPages } from './set/set.pages.tsx'
import { turnsPages } from './turns/turns.pages.tsx'
import { supervisorRolesOf } from '../people/index.ts'
import { areInSets, isInASet } from './set/set.store.ts'
import { listPages } from './set/sets.pages.tsx'

export const learningSetsArea: Area = {
  name: 'learning-sets',
  title: 'Action learning',
  pages: [
    ...setRulesPages,
    ...listPages,
    ...newSetPages,
    ...setPages,
    ...changingPages,
    ...joinPages,
    ...leavingPages,
    ...formatPages,
    ...draftFormatPages,
    ...turnsPages,
    ...keepingPages,
    ...programmePages,
    ...cohortPages,
    ...cohortDatesPages,
    ...feedbackPages,
    ...readingPages,
    ...questionnairePages,
    ...planningPages,
    ...oneDatePages,
    ...calendarPages,
    ...beforeMeetingPages,
    ...capturePages,
    ...sharedTopicPages,
    ...topicDraftPages,
    ...afterwardsPages,
    ...releasePages,
    ...announcementPages,
    ...writingPages,
    ...reflectionPages,
    ...livePages,
    ...unfinishedPages,
    ...whoCamePages,
  ],
  jobs: unfinishedJobs,
  streams: meetingStreams,
  mails: datesMails,
  panels: [...reminderPanels, ...sessionPanels],
  needs: async (work) => [
    ...(await setRulesNeeds(work)),
    ...(await questionnaireNeeds(work)),
    ...(await meetingNeeds(work)),
    ...(await unfinishedNeeds(work)),
    ...(await feedbackNeeds(work)),
    ...(await announcementNeeds(work)),
    ...(await releaseNeeds(work)),
  ],
  navigation: (asker) =>
    asker.standing.has('in a set') ||
    asker.standing.has('in a cohort') ||
    asker.standing.has('facilitator') ||
    looksAfterSets(asker)
      ? [{ order: 20, label: 'Action learning', href: '/action-learning' }]
      : [],
  standing: standingFrom(
    (work) => ({
      inASet: isInASet(work, work.asker.person),
      inACohort: isInACohort(work, work.asker.person),
      roles: supervisorRolesOf(work, work.asker.person),
    }),
    async ({ inASet, inACohort, roles }, work) => [
      ...(inASet ? ['in a set'] : []),
      ...((await mayBeFacilitator(work, roles)) ? ['facilitator'] : []),
      ...(inACohort ? ['in a cohort'] : []),
    ],
  ),
  answers: {
    'what rests on an import': async (work, { people }) =>
      (await areInSets(work, people)) ? ['somebody whom it added is in a learning set'] : [],
    'who belongs to it now': whoBelongsNow,
    'what was answered before': answeredBefore,
    'what a concern comes from': whereFrom,
  },
  holds: [
    'Action learning sets: who is in which, in what part, from when to when; nothing that is said there',
    'Meetings: who says that its words are kept, and which waiting topic its author shares with whoever leads the set since',
    'Programmes and cohorts: who leads, who takes part, which sets belong to them',
    'Questionnaires before a first meeting, and feedback at the end of a programme, sealed; quotes as long as their author agrees',
  ],
}
