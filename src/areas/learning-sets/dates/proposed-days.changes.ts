// The days that a rhythm asks for, with what stands against each: weekends, bank holidays of the policy's calendar, the clocks,
// and days on which the set meets already. Asks, and changes nothing.
import { addDays, addMonths, type Day } from '../../../platform/time/day.ts'
import { londonDay, londonMoment } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { bankHolidaysBetween, policyHistory } from '../../policy/index.ts'
import { type Every, type Obstacle, type SeriesDay, seriesDays } from '../../supervision/index.ts'
import { findMeetingsOf } from '../room/planned-meeting.store.ts'
import type { LearningSet } from '../set/set.ts'

export type Rhythm = { readonly first: Day; readonly every: Every; readonly count: number; readonly time: string }

/** The days of a rhythm, each with the day that is offered and why it is not the one that was asked for. */
export async function proposeDays(work: Work, set: LearningSet, rhythm: Rhythm): Promise<readonly SeriesDay[]> {
  const { first, every, count, time } = rhythm
  const steps = every.count * count
  const last = every.unit === 'weeks' ? addDays(first, steps * 7) : addMonths(first, steps)
  const against = new Map<Day, Obstacle>()
  for (const [day, name] of bankHolidaysBetween(await policyHistory(work), addDays(first, -31), addDays(last, 31)))
    against.set(day, { why: 'bank holiday', words: `${formatDay(day)} is ${name}` })
  for (const meeting of await findMeetingsOf(work, set.id)) {
    const day = londonDay(meeting.startsAt)
    if (meeting.state !== 'called off')
      against.set(day, { why: 'busy', words: `the set meets on ${formatDay(day)} already` })
  }
  for (let day = addDays(first, -31); day <= addDays(last, 31); day = addDays(day, 1))
    if (!londonMoment(day, time))
      against.set(day, { why: 'clock change', words: `the clocks go forward on ${formatDay(day)}` })
  return seriesDays(first, every, count, against)
}
