// Who may see and do what of a meeting. Its dates are for the people of the set, and for those who look after sets. Once it was
// opened it is for those who have a seat in it and still belong to the set: whoever joined later reads nothing of it, and for
// whoever has left it is not there.
import type { Day } from '../../../platform/time/day.ts'
import { access } from '../../../platform/web/page.ts'
import { belongs, type LearningSet, leads } from '../set/set.ts'
import { keepersOfSet, looksAfterSets } from '../set/set.access.ts'
import type { PlannedMeeting } from './planned-meeting.ts'

/** A meeting as it stands today, and whether the asker has a seat in it. */
export type MeetingSubject = {
  readonly meeting: PlannedMeeting
  readonly set: LearningSet
  readonly today: Day
  readonly hasSeat: boolean
}

/** Whether a meeting was not opened: nothing has been said in it. */
export const isAhead = (meeting: Pick<PlannedMeeting, 'state'>): boolean =>
  meeting.state === 'planned' || meeting.state === 'called off'

/** Whether a meeting is over: finished by its people, or closed. */
export const isFinished = (meeting: Pick<PlannedMeeting, 'state'>): boolean => meeting.state === 'finished'

export const peopleOfMeeting = access<MeetingSubject>(
  'The people of the set, while they belong to it; once it is over those who had a seat in it. Administrators and programme leads see a meeting that is ahead',
  (asker, { meeting, set, today, hasSeat }) => {
    if (isAhead(meeting) && looksAfterSets(asker)) return true
    return belongs(set, asker.person, today) && (meeting.state !== 'finished' || hasSeat)
  },
)

/** What a meeting's people do before it, and in it. */
export const peopleOfMeetingItself = access<MeetingSubject>(
  'The people of the set, while they belong to it; once it is over those who had a seat in it',
  (asker, { meeting, set, today, hasSeat }) =>
    belongs(set, asker.person, today) && (meeting.state !== 'finished' || hasSeat),
)

export const keepersOfMeeting = access<MeetingSubject>(
  'The facilitator and the deputy of the set, administrators and programme leads',
  (asker, { set, today }) => keepersOfSet.may(asker, { set, today }),
)

export const leadersOfMeeting = access<MeetingSubject>(
  'The facilitator and the deputy of the set',
  (asker, { set, today }) => leads(set, asker.person, today),
)
