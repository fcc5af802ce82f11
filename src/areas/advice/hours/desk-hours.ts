// When the advice desk is open, to the second, and where to turn when it is not (SPEC 8.1). Hours are those of the policy, day
// by day; bank holidays and the desk's own closed days go before the weekday. Times are what London's clocks read: where the
// March night leaves a time out, the moment at which the clocks move stands for it; where October has it twice, hours begin at
// the first and end at the second. Spells that touch, over midnight too, are one.
import { addDays, type Day, weekdayOf } from '../../../platform/time/day.ts'
import {
  addMinutes,
  londonDay,
  londonMoment,
  londonTime,
  type Moment,
  secondsBetween,
} from '../../../platform/time/moment.ts'

/** 'HH:MM' to 'HH:MM', the end not counted; '24:00' is midnight at the end of the day. */
export type Hours = { readonly from: string; readonly to: string }
export type Spell = Hours & { readonly people: readonly string[] }

export type Contact = {
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly link: string | null
  readonly note: string | null
}

export type StandInWhen = 'closed' | 'closed and urgent' | 'after midnight' | 'bank holiday' | 'always'
/** Where to turn when the desk is closed, or always. */
export type StandIn = {
  readonly key: string
  readonly when: StandInWhen
  readonly hours: Hours | null
  readonly words: string
  readonly contact: Contact | null
}

/** The desk as the policy of a day describes it. */
export type Desk = {
  readonly name: string
  readonly contact: Contact
  /** Seven lists, Monday first; an empty one is a closed day. */
  readonly week: readonly (readonly Spell[])[]
  readonly bankHolidays: 'as usual' | readonly Spell[]
  readonly closedDays: ReadonlyMap<Day, string>
  readonly standIns: readonly StandIn[]
  /** Minutes within which the policy wants an answer; null when it does not say. */
  readonly answerWithin: number | null
}

/** The name of the bank holiday that a day is; null for every other day. */
export type Holiday = (day: Day) => string | null

export type Opening = { readonly from: Moment; readonly to: Moment; readonly people: readonly string[] }

export type DeskNow = {
  readonly open: boolean
  /** When it closes; null while it is closed, and for a desk that never does. */
  readonly until: Moment | null
  /** Who is on duty now; when it is closed, nobody. */
  readonly people: readonly string[]
  /** The next opening after this moment; null when none comes within a year. */
  readonly next: Opening | null
  /** Why today is no ordinary day: 'Christmas Day', 'Federation away day'. */
  readonly special: string | null
  /** For what cannot wait, when the desk is closed. */
  readonly urgent: readonly StandIn[]
  /** Whom else to turn to now, the most particular first. */
  readonly others: readonly StandIn[]
}

const DAYS_TO_LOOK = 400
/** A desk that is open for so many spells on end never closes. */
const SPELLS_ON_END = 15

/** What is open at a moment, and what comes next. */
export function deskNow(desk: Desk, holiday: Holiday, now: Moment): DeskNow {
  const today = londonDay(now)
  const open = openingAt(desk, holiday, now)
  const standing = open ? [] : desk.standIns.filter((one) => stands(one, desk, holiday, now))
  const others = [...byParticular(standing), ...desk.standIns.filter((one) => isAlways(one, now))]
  return {
    open: open !== null,
    until: open ? endOf(desk, holiday, open) : null,
    people: open?.people ?? [],
    next: nextOpening(desk, holiday, open ? endOf(desk, holiday, open) : now),
    special: desk.closedDays.get(today) ?? holiday(today),
    urgent: standing.filter((one) => one.when === 'closed and urgent'),
    others: others.filter((one) => one.when !== 'closed and urgent'),
  }
}

/**
 * The moment at which the desk will have been open for so many minutes since `from`: by when something should have been
 * answered. Counted on the world's clock when the desk does not open any more.
 */
export function afterOpenMinutes(desk: Desk, holiday: Holiday, from: Moment, minutes: number): Moment {
  let left = minutes
  for (let day = addDays(londonDay(from), -1), looked = 0; looked < DAYS_TO_LOOK; day = addDays(day, 1), looked += 1)
    for (const spell of openingsOn(desk, holiday, day)) {
      const begins = spell.from > from ? spell.from : from
      const here = secondsBetween(begins, spell.to) / 60
      if (here <= 0) continue
      if (here >= left) return addMinutes(begins, left)
      left -= here
    }
  return addMinutes(from, minutes)
}

/** The openings that begin on a day, first to last. */
export function openingsOn(desk: Desk, holiday: Holiday, day: Day): readonly Opening[] {
  return spellsOn(desk, holiday, day)
    .map(({ from, to, people }) => ({ from: startsAt(day, from), to: stopsAt(day, to), people }))
    .filter((one) => one.from < one.to)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}

function spellsOn(desk: Desk, holiday: Holiday, day: Day): readonly Spell[] {
  if (desk.closedDays.has(day)) return []
  if (desk.bankHolidays !== 'as usual' && holiday(day) !== null) return desk.bankHolidays
  return desk.week[weekdayOf(day) - 1] ?? []
}

const openingAt = (desk: Desk, holiday: Holiday, now: Moment): Opening | null =>
  openingsOn(desk, holiday, londonDay(now)).find((one) => one.from <= now && now < one.to) ?? null

/** When an opening ends that others may follow without a gap; null when it goes on and on. */
function endOf(desk: Desk, holiday: Holiday, opening: Opening): Moment | null {
  let end = opening.to
  for (let looked = 0; looked < SPELLS_ON_END; looked += 1) {
    const next = openingAt(desk, holiday, end)
    if (!next) return end
    end = next.to
  }
  return null
}

function nextOpening(desk: Desk, holiday: Holiday, after: Moment | null): Opening | null {
  if (after === null) return null
  for (let day = londonDay(after), looked = 0; looked < DAYS_TO_LOOK; day = addDays(day, 1), looked += 1) {
    const found = openingsOn(desk, holiday, day).find((one) => one.from > after)
    if (found) return found
  }
  return null
}

const midnightAfter = (day: Day): Moment => startsAt(addDays(day, 1), '00:00')

/** The first moment at which the clocks read this, or at which they jump over it. */
function startsAt(day: Day, time: string): Moment {
  if (time === '24:00') return midnightAfter(day)
  const found = londonMoment(day, time)
  if (found) return found
  const hourBefore = `${String(Math.max(0, Number(time.slice(0, 2)) - 1)).padStart(2, '0')}:00`
  return addMinutes(londonMoment(day, hourBefore) ?? ('' as Moment), 60)
}

/** The last moment at which the clocks read this: the second one, on the night that has it twice. */
function stopsAt(day: Day, time: string): Moment {
  const first = startsAt(day, time)
  const later = addMinutes(first, 60)
  return time !== '24:00' && londonTime(later) === time ? later : first
}

const particular: Readonly<Record<StandInWhen, number>> = {
  'closed and urgent': 0,
  'after midnight': 1,
  'bank holiday': 2,
  closed: 3,
  always: 4,
}

const byParticular = (some: readonly StandIn[]): readonly StandIn[] =>
  [...some].sort((a, b) => particular[a.when] - particular[b.when])

const isAlways = (one: StandIn, now: Moment): boolean =>
  one.when === 'always' && (one.hours === null || readsBetween(one.hours, now))

/** Whether a stand-in is for this moment, at which the desk is closed. */
function stands(one: StandIn, desk: Desk, holiday: Holiday, now: Moment): boolean {
  if (one.when === 'always') return false
  if (one.when === 'bank holiday' && holiday(londonDay(now)) === null) return false
  if (one.when === 'after midnight' && one.hours === null) return isNight(desk, holiday, now)
  return one.hours === null || readsBetween(one.hours, now)
}

/** From midnight until the desk opens; until 8am on a day on which it opens later or not at all. */
function isNight(desk: Desk, holiday: Holiday, now: Moment): boolean {
  const day = londonDay(now)
  const [first] = openingsOn(desk, holiday, day)
  const eight = startsAt(day, '08:00')
  return now < (first && first.from < eight ? first.from : eight)
}

/** By the clock on the wall; hours that end before they begin run over midnight. */
function readsBetween({ from, to }: Hours, now: Moment): boolean {
  const time = londonTime(now)
  return from < to ? from <= time && time < to : time >= from || time < to
}
