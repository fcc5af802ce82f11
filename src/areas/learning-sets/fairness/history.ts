// Turns over the life of a set (SPEC 7.6): who presented and for how long, who asked and was put off, who kept time. It is added
// up from the facts of the meetings that were held. Whoever was absent has missed nothing that counts against them: a meeting
// without somebody says nothing about their turns. Whoever joins later begins level with the others, not before them.
import type { PersonId } from '../../../platform/ids.ts'
import type { MeetingRole } from '../format/format.ts'
import type { Day } from '../../../platform/time/day.ts'

/** The facts of one meeting that was held. */
export type MeetingTurns = {
  readonly day: Day
  /** Who was there and who was not, of those in the set that day. */
  readonly present: readonly PersonId[]
  readonly absent: readonly PersonId[]
  readonly presented: readonly { readonly person: PersonId; readonly minutes: number }[]
  /** Who named a topic, or made a bid, that was not reached. */
  readonly putOff: readonly PersonId[]
  readonly roles: readonly { readonly person: PersonId; readonly role: MeetingRole }[]
  /** The set chose otherwise than was suggested, in its words; null when it did not. */
  readonly overruled: string | null
}
/** Oldest first. */
export type SetHistory = readonly MeetingTurns[]

/** How one person's turns stand. */
export type TurnsOfPerson = {
  readonly person: PersonId
  readonly presented: number
  /** Whole minutes in which they presented, over all meetings. */
  readonly minutes: number
  readonly lastPresented: Day | null
  /** How often they asked and were put off since they last presented. */
  readonly putOffSince: number
  readonly present: number
  readonly absent: number
  /** Turns that the others had had when they joined: they count as had. */
  readonly headStart: number
}

/** How the turns of people stand after the meetings that were held. */
export const turnsOf = (history: SetHistory, people: readonly PersonId[]): readonly TurnsOfPerson[] =>
  people.map((person) => turnsOfPerson(history, person))

function turnsOfPerson(history: SetHistory, person: PersonId): TurnsOfPerson {
  const own = history.flatMap((meeting) =>
    meeting.presented.flatMap((one) => (one.person === person ? [one.minutes] : [])),
  )
  const last = history.findLastIndex((meeting) => hasPresented(meeting, person))
  return {
    person,
    presented: own.length,
    minutes: own.reduce((sum, minutes) => sum + minutes, 0),
    lastPresented: history[last]?.day ?? null,
    putOffSince: history.slice(last + 1).filter((meeting) => meeting.putOff.includes(person)).length,
    present: history.filter((meeting) => meeting.present.includes(person)).length,
    absent: history.filter((meeting) => meeting.absent.includes(person)).length,
    headStart: headStart(history, person),
  }
}

const hasPresented = (meeting: MeetingTurns, person: PersonId): boolean =>
  meeting.presented.some((one) => one.person === person)

function headStart(history: SetHistory, person: PersonId): number {
  const first = history.findIndex((meeting) => [...meeting.present, ...meeting.absent].includes(person))
  const before = first === -1 ? history : history.slice(0, first)
  const others = new Set(before.flatMap((meeting) => [...meeting.present, ...meeting.absent]))
  if (others.size === 0) return 0
  return Math.min(...[...others].map((one) => before.filter((meeting) => hasPresented(meeting, one)).length))
}

/** Who has had a role least often, longest ago, among people who are here; null when nobody is. For roles that rotate. */
export function nextForRole(history: SetHistory, role: MeetingRole, people: readonly PersonId[]): PersonId | null {
  const times = (person: PersonId) =>
    history.filter((meeting) => meeting.roles.some((one) => one.role === role && one.person === person)).length
  const last = (person: PersonId) =>
    history.findLastIndex((meeting) => meeting.roles.some((one) => one.role === role && one.person === person))
  return people.toSorted((a, b) => times(a) - times(b) || last(a) - last(b))[0] ?? null
}
