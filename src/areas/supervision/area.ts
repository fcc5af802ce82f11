import type { Area } from '../../platform/area.ts'
import { answerPages } from './booking/answer.pages.tsx'
import { bookingPages } from './booking/booking.pages.tsx'
import { caseFormPages } from './case-form/case-form.pages.tsx'
import { casePages } from './case/case.pages.tsx'
import { casesPanel } from './case/cases-panel.pages.tsx'
import { listPages } from './case/cases.pages.tsx'
import { cancellationPages } from './cancelling/cancellation.pages.tsx'
import { comingUpPanels } from './session/coming-up.pages.tsx'
import { diaryPages } from './diary/diary.pages.tsx'
import { coverPages } from './cover/cover.pages.tsx'
import { bringNowPages } from './bringing/bring-now.pages.tsx'
import { carryingOverPages } from './carrying-over/carrying-over.pages.tsx'
import { changeSupervisorPages } from './finding/change-supervisor.pages.tsx'
import { closingPages } from './left-open/closing.pages.tsx'
import { endingPages } from './ending/ending.pages.tsx'
import { endingPanel } from './ending/ending-panel.pages.tsx'
import { letThroughPages, letThroughPanel } from './let-through/let-through.pages.tsx'
import { leftOpenPages } from './left-open/left-open.pages.tsx'
import { endingNeeds } from './finding/needs.changes.ts'
import { findingPages } from './finding/finding-supervisor.pages.tsx'
import { discussionPages } from './discussion/discussion.pages.tsx'
import { groupPages } from './group/group-booking.pages.tsx'
import { needsOfCases } from './handover/needs.changes.ts'
import { handoverPages } from './handover/handover.pages.tsx'
import { seriesPages } from './group/series.pages.tsx'
import { attendancePages } from './holding/attendance.pages.tsx'
import { heldSessionPages } from './holding/held-session.pages.tsx'
import { outsidePages } from './outside/outside-evidence.pages.tsx'
import { contractPanels } from './contracts/contract-panels.pages.tsx'
import { contractPages } from './contracts/contract.pages.tsx'
import { agreementsGoingOn, contractNeeds } from './contracts/pair-contracts.changes.ts'
import { pairPages } from './pair/pair.pages.tsx'
import { supervisionStanding } from './case/brings-cases.changes.ts'
import { preparationActionPages } from './bringing/actions.pages.tsx'
import { caseSheetPages } from './bringing/case-sheet.pages.tsx'
import { preparationCasesPages } from './bringing/cases.pages.tsx'
import { preparationNeeds } from './preparation/needs.changes.ts'
import { preparationPages } from './preparation/preparation.pages.tsx'
import { postponementNeeds } from './postponing/postponement-needs.changes.ts'
import { postponementPages } from './postponing/postponement.pages.tsx'
import { readingPages } from './postponing/reading.pages.tsx'
import { forumPages } from './peer-review/forum.pages.tsx'
import { forumWritingPages } from './peer-review/forum-writing.pages.tsx'
import { ownerPages } from './following/owner.pages.tsx'
import { overviewPages } from './following/overview.pages.tsx'
import { recommendationPages } from './recommendation/recommendation.pages.tsx'
import { itemPages } from './reviewing/items.pages.tsx'
import { peerReviewMails } from './peer-review/mails.view.ts'
import { peerReviewNeeds } from './peer-review/needs.changes.ts'
import { peerReviewPanels } from './peer-review/forum-panels.pages.tsx'
import { correctionPages } from './register/correction.pages.tsx'
import { registerPages } from './reviewing/register.pages.tsx'
import { peerCalendarPages } from './reviewing/calendar.pages.tsx'
import { reviewPages } from './reviewing/review.pages.tsx'
import { peerRecordPages } from './peer-record/peer-record.pages.tsx'
import { recordPages } from './record/record.pages.tsx'
import { restsOn } from './resting.store.ts'
import { sessionPages } from './session/session.pages.tsx'
import { evidenceNeeds } from './team-evidence/needs.changes.ts'
import { teamEvidencePages } from './team-evidence/team-evidence.pages.tsx'
import { waitingFor } from './supervision.changes.ts'
import { supervisionPages } from './supervision.pages.tsx'
import { needsFrom } from './supervision.view.ts'

export const supervisionArea: Area = {
  name: 'supervision',
  title: 'Supervision',
  pages: [
    ...supervisionPages,
    ...letThroughPages,
    ...sessionPages,
    ...diaryPages,
    ...bookingPages,
    ...answerPages,
    ...cancellationPages,
    ...attendancePages,
    ...heldSessionPages,
    ...preparationPages,
    ...preparationActionPages,
    ...preparationCasesPages,
    ...caseSheetPages,
    ...carryingOverPages,
    ...readingPages,
    ...postponementPages,
    ...recordPages,
    ...discussionPages,
    ...bringNowPages,
    ...coverPages,
    ...teamEvidencePages,
    ...pairPages,
    ...endingPages,
    ...changeSupervisorPages,
    ...leftOpenPages,
    ...closingPages,
    ...findingPages,
    ...contractPages,
    ...groupPages,
    ...seriesPages,
    ...outsidePages,
    ...listPages,
    ...caseFormPages,
    ...casePages,
    ...handoverPages,
    ...forumPages,
    ...forumWritingPages,
    ...reviewPages,
    ...peerCalendarPages,
    ...registerPages,
    ...correctionPages,
    ...itemPages,
    ...peerRecordPages,
    ...recommendationPages,
    ...overviewPages,
    ...ownerPages,
  ],
  panels: [...comingUpPanels, casesPanel, endingPanel, ...contractPanels, ...peerReviewPanels, letThroughPanel],
  needs: async (work) => [
    ...needsFrom(await waitingFor(work)),
    ...(await evidenceNeeds(work)),
    ...(await preparationNeeds(work)),
    ...(await postponementNeeds(work)),
    ...(await needsOfCases(work)),
    ...(await endingNeeds(work)),
    ...(await contractNeeds(work)),
    ...(await peerReviewNeeds(work)),
  ],
  mails: peerReviewMails,
  answers: {
    'which agreements go on': agreementsGoingOn,
    'what rests on an import': async (work, of) =>
      (await restsOn(work, of)) ? ['somebody or a team that it brought has supervision here'] : [],
  },
  navigation: (asker) => [
    { order: 10, label: 'Supervision', href: '/supervision' },
    ...(asker.standing.has('brings cases') ? [{ order: 11, label: 'My cases', href: '/cases' }] : []),
  ],
  standing: supervisionStanding,
  holds: [
    'Who supervises whom, from when to when, and the consent to it',
    'Supervision that ended: from when, when it was talked about, what became of sessions and actions; words, sealed',
    'Sessions: when, with whom, how they were agreed, cancelled and held, who came',
    'Records of sessions, own parts, feedback and comments, sealed',
    'What was prepared for a session, sealed, and whether it was ready',
    'Cases that somebody holds, by a local reference and initials, sealed; which came to which session; handovers',
    'What was said of each case in a session, sealed; which were not reached, when plans went into the clinical record, cover',
    'Evidence that a team had its supervision, for its lead, without cases',
    'Sessions put off for want of preparation, who was told, and the comment, sealed',
    'Peer review: who was invited, came and brought something, how a register was put right; cases, records and recommendations, sealed',
    'Supervision held elsewhere, with whom, and who vouched for it',
  ],
}
