// Booking a series: every day of it in one go, or none; skipped days are kept with what was taken instead.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonMoment } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { policyOn, rowsOfPeople, sameWord } from '../../policy/index.ts'
import { bookSession } from '../booking/booking.changes.ts'
import { lackOnDays } from '../contracts/contract.changes.ts'
import type { Lack } from '../contracts/contract.ts'
import { standingPairs } from '../pair/pair.store.ts'
import type { PlaceKind } from '../session/session.ts'
import { obstaclesTo } from './obstacles.changes.ts'
import { dayAfter, type Length } from '../terms/terms.ts'
import { termsIn } from '../terms/terms.view.ts'
import { addSeries, addSkips } from './series.store.ts'
import { type Every, gapsBeyond, type SeriesDay, seriesDays, stepFrom } from './series.ts'

export type SeriesWanted = {
  readonly type: string
  readonly people: readonly PersonId[]
  readonly first: Day
  readonly time: string
  readonly minutes: number
  readonly placeKind: PlaceKind
  readonly place: string
  readonly every: Every
  readonly count: number
}

/** The days of a series with what stands against each, for a look before booking. */
export async function previewSeries(work: Work, wanted: SeriesWanted): Promise<readonly SeriesDay[]> {
  const last = stepFrom(wanted.first, wanted.every, wanted.count)
  const people = [work.asker.person, ...wanted.people]
  const plan = { people, from: wanted.first, to: last, time: wanted.time, minutes: wanted.minutes }
  return seriesDays(wanted.first, wanted.every, wanted.count, await obstaclesTo(work, plan))
}

/**
 * The days on which everybody has the contract that the kind needs, and who lacks one on the first day that is left out; null
 * when none is (SPEC 4.4).
 */
export async function agreedDays(
  work: Work,
  wanted: Pick<SeriesWanted, 'type' | 'people'>,
  days: readonly SeriesDay[],
): Promise<{ readonly days: readonly SeriesDay[]; readonly lack: Lack | null }> {
  const terms = termsIn(await policyOn(work), wanted.type)
  if (!terms) return { days, lack: null }
  const meeting = { terms, supervisor: work.asker.person, supervisees: wanted.people }
  const lacks = await lackOnDays(
    work,
    meeting,
    days.flatMap((one) => one.day ?? []),
  )
  const [first] = [...lacks.keys()].sort()
  return {
    days: days.filter((one) => one.day === null || !lacks.has(one.day)),
    lack: first === undefined ? null : (lacks.get(first) ?? null),
  }
}

/** The stretches between the days of a series that are longer than the policy allows any of its people, in words. */
export async function longGaps(
  work: Work,
  wanted: Pick<SeriesWanted, 'type' | 'people' | 'first'>,
  days: readonly Day[],
): Promise<readonly string[]> {
  const { packs } = await policyOn(work, wanted.first)
  const rows = await rowsOfPeople(work, packs, { people: wanted.people, day: wanted.first })
  const asked = [...rows.values()].flat().filter((row) => row.types.includes(sameWord(wanted.type)))
  const intervals = asked.flatMap((row) => {
    const step = row.steps.at(-1)
    if (step?.rhythm?.kind !== 'rolling' || step.need.unit !== 'sessions' || step.need.count !== 1) return []
    return step.rhythm.intervals.flatMap(({ count, unit }): Length[] =>
      unit === 'shift' || unit === 'hour' ? [] : [{ count, unit }],
    )
  })
  const shortest = intervals.sort((a, b) => (dayAfter(wanted.first, a) < dayAfter(wanted.first, b) ? -1 : 1))[0]
  return gapsBeyond(days, shortest ?? null)
}

/** Sessions in a row are for people whom the asker supervises: nobody looks into the diaries and absences of others. */
export async function decideSeries(work: Work, { people }: Pick<SeriesWanted, 'people'>): Promise<Decision> {
  const own = (await standingPairs(work, people)).filter((pair) => pair.supervisor === work.asker.person)
  return people.length > 0 && people.every((person) => own.some((pair) => pair.supervisee === person))
    ? yes()
    : no('Choose people whom you supervise', 'people')
}

/** Books the chosen days of a series (SPEC 5.1). One-to-one days are proposals that the other side answers. */
export async function bookSeries(work: Work, wanted: SeriesWanted, chosen: readonly Day[]): Promise<Decision<number>> {
  const may = await decideSeries(work, wanted)
  if (!may.ok) return may
  const days = (await previewSeries(work, wanted)).filter((one) => one.day !== null && chosen.includes(one.day))
  if (days.length === 0) return no('Choose at least one day', 'days')
  const id = work.newId<'series'>()
  await addSeries(work, { ...wanted, id, supervisor: work.asker.person })
  await addSkips(
    work,
    id,
    (await previewSeries(work, wanted)).filter((one) => one.skipped !== null),
  )
  for (const { day } of days) {
    const startsAt = day && londonMoment(day, wanted.time)
    if (!startsAt) return no(`This time does not exist on ${day ? formatDay(day) : 'that day'}`, 'time')
    const done = await bookSession(work, {
      startsAt,
      minutes: wanted.minutes,
      placeKind: wanted.placeKind,
      place: wanted.place,
      type: wanted.type,
      format: wanted.people.length > 1 ? 'group' : 'one-to-one',
      supervisor: work.asker.person,
      supervisees: wanted.people,
      rebooks: null,
      unit: null,
      series: id,
      overrideReason: '',
    })
    if (!done.ok) return done
  }
  writeTrail(work, { deed: 'series booked', about: thing('session series', id), detail: { sessions: days.length } })
  return yes(days.length)
}
