// Keeps the planned sessions of a person apart, and off weekends and bank holidays.
import { bankHolidaysOf } from '../../platform/time/bank-holidays.ts'
import { addDays, type Day, weekdayOf } from '../../platform/time/day.ts'

export type Slot = { readonly day: Day; readonly time: string }

export type Diary = {
  /** The first free time on the day or a working day soon after it; null when there is none within three weeks. */
  readonly take: (people: readonly string[], day: Day, times: readonly string[], minutes: number) => Slot | null
  /** Takes this time whatever the day is; for what must be on a certain day. */
  readonly insist: (people: readonly string[], slot: Slot, minutes: number) => Slot
}

export function newDiary(): Diary {
  const taken = new Map<string, [number, number][]>()
  const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const spansOf = (person: string, day: Day) => taken.get(`${person} ${day}`) ?? []
  const isFree = (person: string, day: Day, from: number, to: number) =>
    spansOf(person, day).every(([begins, ends]) => to <= begins || from >= ends)
  const keep = (people: readonly string[], slot: Slot, minutes: number) => {
    const from = minutesOf(slot.time)
    for (const person of people)
      taken.set(`${person} ${slot.day}`, [...spansOf(person, slot.day), [from, from + minutes]])
    return slot
  }
  return {
    take: (people, wanted, times, minutes) => {
      for (let day = wanted; day < addDays(wanted, 21); day = addDays(day, 1)) {
        if (!isWorkingDay(day)) continue
        const time = times.find((one) =>
          people.every((person) => isFree(person, day, minutesOf(one), minutesOf(one) + minutes)),
        )
        if (time !== undefined) return keep(people, { day, time }, minutes)
      }
      return null
    },
    insist: keep,
  }
}

const holidays = new Map<string, ReadonlySet<string>>()

export function isWorkingDay(day: Day): boolean {
  if (weekdayOf(day) > 5) return false
  const year = day.slice(0, 4)
  const known = holidays.get(year) ?? new Set(bankHolidaysOf(Number(year)).map((one) => one.day))
  holidays.set(year, known)
  return !known.has(day)
}

/** The day itself when it is a working day, else the next one. */
export function workingDayFrom(day: Day): Day {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, 1)
  return found
}
