// The turns over the life of a set as its people see them (SPEC 7.6): who presented when and how long, who asked and was put off,
// who could not come, which is held against nobody; whose turn it rather is, with the reasons; and where the set chose otherwise.
import type { TurnMark, TurnRow } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay, formatDayShort } from '../../../platform/time/words.ts'
import { type MeetingTurns, type SetHistory, type TurnsOfPerson, turnsOf } from '../fairness/history.ts'
import { type Suggested, suggestTopics } from '../fairness/suggestion.ts'
import type { TopicId } from '../meeting/meeting.ts'
import { type LearningSet, withPart } from '../set/set.ts'

export type TurnsView = {
  readonly columns: readonly { readonly label: string; readonly short: string }[]
  readonly rows: readonly TurnRow[]
  readonly figures: readonly (TurnsOfPerson & { readonly isStillHere: boolean })[]
  /** The order in which it would be fair to take the topics of all members, if each brought one. */
  readonly order: readonly Suggested[]
  readonly overruled: readonly { readonly day: Day; readonly words: string }[]
}

/** What the page of turns says; `nameOf` gives a person's name. */
export function turnsView(
  set: LearningSet,
  history: SetHistory,
  { today, nameOf }: { today: Day; nameOf: (person: PersonId) => string },
): TurnsView {
  const now = [...withPart(set, 'member', today), ...withPart(set, 'deputy', today)]
  const before = history.flatMap((one) => [...one.present, ...one.absent])
  const people = [...new Set([...now, ...before])]
  const figures = turnsOf(history, people)
  return {
    columns: history.map(({ day }) => ({ label: formatDay(day), short: formatDayShort(day).replace(/ \d{4}$/, '') })),
    rows: figures.map((one) => rowOf(one, history, nameOf(one.person))),
    figures: figures.map((one) => ({ ...one, isStillHere: now.includes(one.person) })),
    order: suggestTopics(
      history,
      [...new Set(now)].map((owner) => ({ id: owner as string as TopicId, owner })),
      now.length,
    ),
    overruled: history.flatMap(({ day, overruled }) => (overruled === null ? [] : [{ day, words: overruled }])),
  }
}

const rowOf = (turns: TurnsOfPerson, history: SetHistory, name: string): TurnRow => ({
  name,
  marks: history.map((meeting) => markOf(meeting, turns.person)),
  says: `${turns.presented === 0 ? 'Has not presented yet' : `Presented ${times(turns.presented)}, ${turns.minutes} minutes`}${
    turns.putOffSince > 0 ? `; asked and put off ${times(turns.putOffSince)} since` : ''
  }`,
})

/** 'once', 'twice', '3 times' */
export const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

function markOf(meeting: MeetingTurns, person: PersonId): { mark: TurnMark; minutes: number } {
  const turn = meeting.presented.find((one) => one.person === person)
  if (turn) return { mark: 'turn', minutes: turn.minutes }
  const mark = meeting.putOff.includes(person)
    ? 'waited'
    : meeting.present.includes(person)
      ? 'there'
      : meeting.absent.includes(person)
        ? 'away'
        : 'not yet'
  return { mark, minutes: 0 }
}

/** What the picture shows, in a sentence. */
export function turnsInWords(history: SetHistory): string {
  const turns = history.flatMap((one) => one.presented)
  const minutes = turns.reduce((sum, one) => sum + one.minutes, 0)
  const met = `${history.length} ${history.length === 1 ? 'meeting' : 'meetings'}`
  return `${turns.length} ${turns.length === 1 ? 'turn' : 'turns'} in ${met}, ${minutes} minutes in all. An absence counts against nobody.`
}
