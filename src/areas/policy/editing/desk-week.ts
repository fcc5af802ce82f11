// A desk's hours, day by day. A pack may say them for working days, weekends or every day at once; here each day of
// the week stands alone, and what changed goes back as briefly as it can: Monday to Friday alike is "working days".
import type { YamlEdit } from '../../../platform/yaml/yaml-edit.ts'
import type { PolicyPack } from '../pack/pack.ts'

type Week = NonNullable<PolicyPack['adviceDesk']>['hours']
/** Both times null: closed. */
export type DayHours = { readonly from: string | null; readonly to: string | null; readonly people: readonly string[] }

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The hours of each day; null for a day with several openings, which a form of one line cannot hold. */
export const hoursOf = (week: Week): readonly (DayHours | null)[] =>
  days.map((day, at) => {
    const said = week[day] ?? (at < 5 ? week.workingDays : week.weekends) ?? week.everyDay ?? 'closed'
    if (said === 'closed') return { from: null, to: null, people: [] }
    const spells = Array.isArray(said) ? said : [said]
    const [one] = spells
    if (spells.length > 1 || !one) return null
    return { from: one.from, to: one.to, people: one.people ?? [] }
  })

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What to write so that the week is as wanted; nothing when it is so already. Days with several openings stay. */
export function weekEdits(week: Week, wanted: readonly (DayHours | null)[]): readonly YamlEdit[] {
  if (same(hoursOf(week), wanted)) return []
  if (wanted.includes(null)) return singleDays(week, wanted)
  const [working, weekend] = [wanted.slice(0, 5), wanted.slice(5)]
  const alike = (some: readonly unknown[]) => some.every((one) => same(one, some[0]))
  const hours = {
    ...(alike(working) ? { workingDays: written(working[0]) } : daysWritten(working, 0)),
    ...(alike(weekend) ? { weekends: written(weekend[0]) } : daysWritten(weekend, 5)),
  }
  return [{ path: ['adviceDesk', 'hours'], value: hours }]
}

const singleDays = (week: Week, wanted: readonly (DayHours | null)[]): readonly YamlEdit[] =>
  hoursOf(week).flatMap((now, at) => {
    const day = days[at]
    return day && !same(now, wanted[at]) ? [{ path: ['adviceDesk', 'hours', day], value: written(wanted[at]) }] : []
  })

const daysWritten = (some: readonly (DayHours | null)[], first: number) =>
  Object.fromEntries(some.map((day, at) => [days[first + at], written(day)]))

function written(day: DayHours | null | undefined): unknown {
  if (!day?.from || !day.to) return 'closed'
  return { from: day.from, to: day.to, ...(day.people.length > 0 ? { people: day.people } : {}) }
}
