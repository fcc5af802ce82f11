// What a calendar is told of meetings of somebody's sets: when, and nothing else; what was called off says so (SPEC 12.6).
import type { CalendarEntry } from '../../../platform/calendar/calendar-file.ts'
import { addMinutes, type Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { PlannedMeeting } from '../room/planned-meeting.ts'
import { findMeetingsOf } from '../room/planned-meeting.store.ts'
import { findSetsOf } from '../set/set.store.ts'
import { belongs } from '../set/set.ts'

/** A meeting as the entry of a calendar. */
export const calendarEntryOf = (work: Work, meeting: PlannedMeeting): CalendarEntry => ({
  id: meeting.id,
  startsAt: meeting.startsAt,
  endsAt: addMinutes(meeting.startsAt, meeting.minutes),
  sequence: meeting.version,
  cancelled: meeting.state === 'called off',
  madeAt: work.moment,
  title: 'Action learning set',
})

/** Meetings within a time of the sets that the asker belongs to today. */
export async function meetingsForCalendar(
  work: Work,
  { from, to }: { from: Moment; to: Moment },
): Promise<readonly CalendarEntry[]> {
  const entries: CalendarEntry[] = []
  for (const set of await findSetsOf(work, work.asker.person)) {
    if (!belongs(set, work.asker.person, work.today)) continue
    const meetings = await findMeetingsOf(work, set.id)
    const within = meetings.filter((one) => one.startsAt >= from && one.startsAt < to)
    entries.push(...within.map((one) => calendarEntryOf(work, one)))
  }
  return entries
}
