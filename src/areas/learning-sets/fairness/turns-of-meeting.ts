// What a meeting adds to the turns over the life of its set (SPEC 7.6): who was there, who presented and for how many minutes
// by the clock, who asked and was put off, who had which role, and the set's words where it chose otherwise than was suggested.
// Rounds in small groups give everybody a turn and so change nothing between people.
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { secondsRun } from '../clock/clock.ts'
import type { MeetingRole } from '../format/format.ts'
import { type Meeting, unreached } from '../meeting/meeting.ts'
import type { MeetingTurns } from './history.ts'

/** The turns of a meeting that is finished; minutes are rounded to whole ones. */
export function turnsOfMeeting(meeting: Meeting): MeetingTurns {
  const takesPart = meeting.seats.filter((seat) => seat.as !== 'facilitator')
  const came = (person: PersonId) => meeting.seats.some((seat) => seat.person === person && seat.arrivedAt !== null)
  const people = takesPart.map((seat) => seat.person)
  return {
    day: londonDay(meeting.startsAt),
    present: people.filter(came),
    absent: people.filter((person) => !came(person)),
    presented: presentedIn(meeting),
    // Whoever was away did not ask that day: a topic of theirs that waits is no turn they were refused.
    putOff: [...new Set(unreached(meeting).map((topic) => topic.owner))].filter(came),
    roles: (Object.entries(meeting.roles) as [MeetingRole, PersonId][]).map(([role, person]) => ({ role, person })),
    overruled: meeting.choice?.overruled ? meeting.choice.words : null,
  }
}

function presentedIn(meeting: Meeting): MeetingTurns['presented'] {
  const seconds = new Map<PersonId, number>()
  for (const { presenter, clock, endedAt } of meeting.past)
    if (presenter && endedAt) seconds.set(presenter, (seconds.get(presenter) ?? 0) + secondsRun(clock, endedAt))
  return [...seconds].map(([person, all]) => ({ person, minutes: Math.round(all / 60) }))
}
