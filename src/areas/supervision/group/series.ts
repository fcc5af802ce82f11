// A recurring series of sessions every so many weeks or months (SPEC 5.1), counted from its first day so that it never drifts.
// A day that is a weekend, a bank holiday, somebody's absence or taken already is skipped; the nearest day that works is
// offered instead, an earlier one before a later one, and never so far that it comes after the next day of the series.
import { addDays, addMonths, type Day, daysBetween, weekdayOf } from '../../../platform/time/day.ts'
import { formatDay, weekdayName } from '../../../platform/time/words.ts'
import { dayAfter, type Length, lengthInWords } from '../terms/terms.ts'

export type Every = { readonly count: number; readonly unit: 'weeks' | 'months' }
export type SkipReason = 'weekend' | 'bank holiday' | 'absence' | 'busy' | 'clock change'
export type Obstacle = { readonly why: SkipReason; readonly words: string }

export type SeriesDay = {
  /** The day that the rhythm asks for. */
  readonly planned: Day
  /** The day to be booked; null when nothing near it works. */
  readonly day: Day | null
  readonly skipped: Obstacle | null
}

/** Days that cannot be, with the reason: bank holidays, people's absences, days on which somebody is busy at that time. */
export type Obstacles = ReadonlyMap<Day, Obstacle>

const MOST = 60

/** The days of a series, `count` of them, each with what stands against it and the day offered instead. */
export function seriesDays(first: Day, every: Every, count: number, obstacles: Obstacles): readonly SeriesDay[] {
  const days: SeriesDay[] = []
  const taken = new Set<Day>()
  for (let index = 0; index < Math.min(count, MOST); index += 1) {
    const planned = stepFrom(first, every, index)
    const skipped = obstacleOn(planned, obstacles)
    const day = skipped ? nearestWorkable(planned, first, every, obstacles, taken) : planned
    if (day) taken.add(day)
    days.push({ planned, day, skipped })
  }
  return days
}

/** The day `index` steps after the first; months clamp from the first day, so 31 January leads to 28 February and 31 March. */
export function stepFrom(first: Day, every: Every, index: number): Day {
  return every.unit === 'weeks' ? addDays(first, every.count * 7 * index) : addMonths(first, every.count * index)
}

/** What stands against a day: a weekend, or one of the obstacles; null when it works. */
export function obstacleOn(day: Day, obstacles: Obstacles): Obstacle | null {
  if (weekdayOf(day) > 5) return { why: 'weekend', words: `${formatDay(day)} is a ${weekdayName(weekdayOf(day))}` }
  return obstacles.get(day) ?? null
}

function nearestWorkable(
  planned: Day,
  first: Day,
  every: Every,
  obstacles: Obstacles,
  taken: ReadonlySet<Day>,
): Day | null {
  const reach = Math.min(14, Math.floor((every.unit === 'weeks' ? every.count * 7 : every.count * 30) / 2))
  for (let distance = 1; distance <= reach; distance += 1) {
    for (const candidate of [addDays(planned, -distance), addDays(planned, distance)]) {
      if (candidate >= first && !taken.has(candidate) && !obstacleOn(candidate, obstacles)) return candidate
    }
  }
  return null
}

/** The stretches between sessions that are longer than the policy's interval, in words; none when there is no interval. */
export function gapsBeyond(days: readonly Day[], interval: Length | null): readonly string[] {
  if (!interval) return []
  const sorted = [...days].sort()
  return sorted.flatMap((day, index) => {
    const next = sorted[index + 1]
    return next && next > dayAfter(day, interval)
      ? [
          `From ${formatDay(day)} to ${formatDay(next)} is longer than ${lengthInWords(interval)} (${daysBetween(day, next)} days)`,
        ]
      : []
  })
}
