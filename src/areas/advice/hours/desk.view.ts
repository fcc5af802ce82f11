// From the policy in force to the desk, and the desk's state in words: "Open now, until 4:20pm".
import { addDays, type Day } from '../../../platform/time/day.ts'
import { londonDay, londonTime, type Moment, secondsBetween } from '../../../platform/time/moment.ts'
import { formatTime, formatWeekday } from '../../../platform/time/words.ts'
import { type Policy, type PolicyPack, textOf, type Wording } from '../../policy/index.ts'
import type { Contact, Desk, DeskNow, Spell, StandIn } from './desk-hours.ts'

type PackDesk = NonNullable<PolicyPack['adviceDesk']>
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The desk of the policy that holds; null when no pack in force has one. */
export function deskIn(policy: Policy): Desk | null {
  const found = policy.packs.find((pack) => pack.adviceDesk)?.adviceDesk
  return found ? deskOf(found) : null
}

/** A pack's desk with each day's hours spelt out: the day's own first, then working days or weekends, then every day. */
export function deskOf(desk: PackDesk): Desk {
  const { hours, bankHolidays } = desk
  return {
    name: desk.name,
    contact: contactOf(desk.contact),
    week: weekdays.map((day, at) =>
      spellsOf(hours[day] ?? (at < 5 ? hours.workingDays : hours.weekends) ?? hours.everyDay ?? 'closed'),
    ),
    bankHolidays: bankHolidays === 'open as usual' ? 'as usual' : spellsOf(bankHolidays),
    closedDays: new Map((desk.closedDays ?? []).map(({ day, why }) => [day as Day, why])),
    standIns: desk.otherwise.map(standInOf),
    answerWithin: desk.answerWithin ?? null,
  }
}

type PackHours = { from: string; to: string; people?: readonly string[] | undefined }

const spellsOf = (said: 'closed' | PackHours | readonly PackHours[]): readonly Spell[] =>
  said === 'closed'
    ? []
    : ('from' in said ? [said] : said).map(({ from, to, people }) => ({ from, to, people: people ?? [] }))

const standInOf = (one: PackDesk['otherwise'][number]): StandIn => ({
  key: one.key,
  when: one.when,
  hours: one.hours ? { from: one.hours.from, to: one.hours.to } : null,
  words: textOf(one.turnTo),
  contact: one.contact ? contactOf(one.contact) : null,
})

type PackContact = { name?: string; phone?: string; email?: string; link?: string; note?: Wording }

const contactOf = ({ name, phone, email, link, note }: PackContact): Contact => ({
  name: name ?? null,
  phone: phone ?? null,
  email: email ?? null,
  link: link ?? null,
  note: note === undefined ? null : textOf(note),
})

/** 'Open now, until 4:20pm', 'Closed now' */
export function stateInWords(state: DeskNow, now: Moment): string {
  if (!state.open) return state.special === null ? 'Closed now' : `Closed today: ${state.special}`
  return state.until === null ? 'Open now, day and night' : `Open now, until ${clockWords(state.until, now)}`
}

/** 'It closes in 4 minutes'; '' when there is time. */
export function hurryInWords(state: DeskNow, now: Moment): string {
  if (!state.open || state.until === null) return ''
  const seconds = secondsBetween(now, state.until)
  if (seconds > 30 * 60) return ''
  const minutes = Math.floor(seconds / 60)
  return `It closes in ${minutes < 1 ? 'less than a minute' : minutes === 1 ? '1 minute' : `${minutes} minutes`}.`
}

/** 'It opens again on Monday 23 November 2026 at 9am'; '' when it does not. */
export const nextInWords = (state: DeskNow, now: Moment): string =>
  state.next === null ? '' : `It opens ${state.open ? 'next' : 'again'} ${dayWords(state.next.from, now)}`

function dayWords(at: Moment, now: Moment): string {
  const time = formatTime(londonTime(at))
  const [day, today] = [londonDay(at), londonDay(now)]
  if (day === today) return `today at ${time}`
  return day === addDays(today, 1)
    ? `tomorrow, ${formatWeekday(day)}, at ${time}`
    : `on ${formatWeekday(day)} at ${time}`
}

/** '4:20pm', 'midnight', 'tomorrow at 2am', 'Monday 23 November 2026 at 7am' */
function clockWords(at: Moment, now: Moment): string {
  const time = formatTime(londonTime(at))
  const [day, today] = [londonDay(at), londonDay(now)]
  if (day === today || (time === 'midnight' && day === addDays(today, 1))) return time
  return day === addDays(today, 1) ? `tomorrow at ${time}` : `${formatWeekday(day)} at ${time}`
}
