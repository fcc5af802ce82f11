// What stands against the days of a series: bank holidays of the policy's calendar, absences, other sessions, clock changes.
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day, daysBetween } from '../../../platform/time/day.ts'
import { addMinutes, londonDay, londonMoment, type Moment } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { absencesOfPeople } from '../../people/index.ts'
import { bankHolidaysBetween, policyHistory } from '../../policy/index.ts'
import { findClashes } from '../session/session.store.ts'
import { namer } from '../supervision.changes.ts'
import type { Obstacle, Obstacles } from './series.ts'

export type SeriesPlan = {
  readonly people: readonly PersonId[]
  readonly from: Day
  readonly to: Day
  readonly time: string
  readonly minutes: number
}

/** Every day of the stretch that cannot be, with the reason in words. */
export async function obstaclesTo(work: Work, plan: SeriesPlan): Promise<Obstacles> {
  const found = new Map<Day, Obstacle>()
  const nameOf = await namer(work, plan.people)
  for (const [day, words] of await absentDays(work, plan, nameOf)) found.set(day, { why: 'absence', words })
  const stretch = { from: noonOf(addDays(plan.from, -1)), to: noonOf(addDays(plan.to, 1)), but: null }
  for (const clash of await findClashes(work, plan.people, stretch)) {
    const day = londonDay(clash.startsAt)
    const begins = londonMoment(day, plan.time)
    const overlaps = begins && clash.startsAt < addMinutes(begins, plan.minutes) && clash.endsAt > begins
    if (overlaps)
      found.set(day, { why: 'busy', words: `${nameOf(clash.person)} has another session on ${formatDay(day)}` })
  }
  for (const [day, name] of bankHolidaysBetween(await policyHistory(work), plan.from, plan.to))
    found.set(day, { why: 'bank holiday', words: `${formatDay(day)} is ${name}` })
  for (let day = plan.from; day <= plan.to; day = addDays(day, 1))
    if (!londonMoment(day, plan.time))
      found.set(day, { why: 'clock change', words: `The clocks go forward on ${formatDay(day)}` })
  return found
}

/** Noon is never left out by the clocks. */
const noonOf = (day: Day): Moment => londonMoment(day, '12:00') as Moment

async function absentDays(
  work: Work,
  plan: SeriesPlan,
  nameOf: (person: PersonId) => string,
): Promise<Map<Day, string>> {
  const days = new Map<Day, string>()
  for (const absence of await absencesOfPeople(work, plan.people)) {
    if (absence.kind === 'no caseload') continue
    const first = absence.from > plan.from ? absence.from : plan.from
    const last = absence.to === null || absence.to > plan.to ? plan.to : absence.to
    for (let at = 0; at <= daysBetween(first, last); at += 1)
      days.set(addDays(first, at), `${nameOf(absence.person)} is away`)
  }
  return days
}
