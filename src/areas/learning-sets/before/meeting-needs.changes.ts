// What home says of meetings: to everybody of a set that it meets soon, with the question what they would like to bring; when a
// meeting is open, that they can come in; and when one of the next days was called off, that they need not come. Days and times only.
import type { Need } from '../../../platform/area.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import type { PlannedMeeting } from '../room/planned-meeting.ts'
import { seatsOn } from '../room/opening.changes.ts'
import { findCalledOff, findNextMeetings } from '../room/planned-meeting.store.ts'
import { belongs, type LearningSet } from '../set/set.ts'
import { findSetsOf } from '../set/set.store.ts'
import { findDrafted } from './topic-draft.store.ts'

const SHOWN_DAYS = 14

/** One need for each set of the asker that meets within two weeks, and for each meeting of those weeks that was called off. */
export async function meetingNeeds(work: Work): Promise<readonly Need[]> {
  if (!work.asker.standing.has('in a set')) return []
  const sets = (await findSetsOf(work, work.asker.person)).filter((set) => belongs(set, work.asker.person, work.today))
  const ids = sets.map((set) => set.id)
  const next = await findNextMeetings(work, ids)
  const near = next.filter((one) => londonDay(one.startsAt) <= addDays(work.today, SHOWN_DAYS))
  const drafted = await findDrafted(
    work,
    near.map((one) => one.id),
  )
  const off = await findCalledOff(work, ids, addDays(work.today, SHOWN_DAYS))
  return [
    ...off.map(calledOffNeed),
    ...near.flatMap((meeting) => needOf(work, meeting, { sets, hasDraft: drafted.has(meeting.id) }) ?? []),
  ]
}

const calledOffNeed = (meeting: PlannedMeeting): Need => ({
  urgency: 'later',
  title: `Your set does not meet on ${formatMoment(meeting.startsAt)}`,
  reason: 'This meeting was called off. What you prepared for it is kept.',
  button: { label: 'See when you meet', href: `/action-learning/sets/${meeting.set}` },
  by: londonDay(meeting.startsAt),
})

function needOf(
  work: Work,
  meeting: PlannedMeeting,
  { sets, hasDraft }: { sets: readonly LearningSet[]; hasDraft: boolean },
): Need | null {
  const set = sets.find((one) => one.id === meeting.set)
  if (!set) return null
  const href = `/action-learning/meetings/${meeting.id}`
  const day = londonDay(meeting.startsAt)
  if (meeting.state === 'open')
    return {
      urgency: 'now',
      title: 'Your set is meeting',
      reason: `It was to begin on ${formatMoment(meeting.startsAt)}.`,
      button: { label: 'Come in', href },
      by: day,
    }
  return {
    urgency: day === work.today ? 'now' : 'later',
    title: `Your set meets on ${formatMoment(meeting.startsAt)}`,
    reason: reasonOf(set, { person: work.asker.person, day: work.today, hasDraft }),
    button: { label: 'Go to the meeting', href },
    by: day,
  }
}

/** The facilitator brings no topic. */
function reasonOf(set: LearningSet, about: { person: PersonId; day: Day; hasDraft: boolean }): string {
  if (about.hasDraft) return 'You have drafted a topic. Nobody else can read it.'
  return seatsOn(set, about.day).get(about.person) === 'facilitator'
    ? 'You facilitate it.'
    : 'What would you like to bring?'
}
