// When the advice desk is open, in words: days that are alike are said once, and bank holidays stand at the end
// (SPEC 8.1). Times are said as people say them.
import { formatTime } from '../../../platform/time/words.ts'
import { hoursOf, weekdayNames } from '../editing/desk-week.ts'
import type { PolicyPack } from '../pack/pack.ts'

export type DeskDays = { readonly days: string; readonly hours: string }

/** "Monday to Friday": "9am to 4:20pm"; then bank holidays. */
export function deskDays(desk: NonNullable<PolicyPack['adviceDesk']>): readonly DeskDays[] {
  const said = hoursOf(desk.hours).map((day) => {
    if (day === null) return 'open at several times'
    return day.from && day.to ? `${formatTime(day.from)} to ${formatTime(day.to)}` : 'closed'
  })
  const runs: { from: number; to: number; hours: string }[] = []
  for (const [at, hours] of said.entries()) {
    const last = runs.at(-1)
    if (last?.hours === hours) last.to = at
    else runs.push({ from: at, to: at, hours })
  }
  const holidays = desk.bankHolidays
  return [
    ...runs.map(({ from, to, hours }) => ({ days: daysWords(from, to), hours })),
    {
      days: 'Bank holidays',
      hours: typeof holidays === 'string' ? holidays : `${formatTime(holidays.from)} to ${formatTime(holidays.to)}`,
    },
  ]
}

function daysWords(from: number, to: number): string {
  if (from === to) return weekdayNames[from] ?? ''
  return `${weekdayNames[from]} ${to === from + 1 ? 'and' : 'to'} ${weekdayNames[to]}`
}
