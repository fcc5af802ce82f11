// Whose topic it would be fair to take (SPEC 7.6): first who has had the fewest turns, where each time somebody asked and was
// put off since their last turn counts as a turn that is owed to them; then who presented longest ago, then who had the fewest
// minutes, then who asked first. It comes with its reasons, is a suggestion, and the set decides.
import type { PersonId } from '../../../platform/ids.ts'
import type { TopicId } from '../meeting/meeting.ts'
import { type SetHistory, type TurnsOfPerson, turnsOf } from './history.ts'

export type Suggested = {
  readonly topic: TopicId
  readonly person: PersonId
  /** Sentences without a name, such as "has not presented yet" and "asked twice and was put off". */
  readonly reasons: readonly string[]
}

/** A topic that was asked for. */
export type Asked = { readonly id: TopicId; readonly owner: PersonId }

/** The fairest choice among topics that were asked for, the fairest first; as many as can be taken. */
export function suggestTopics(history: SetHistory, asked: readonly Asked[], most: number): readonly Suggested[] {
  const turns = new Map(
    turnsOf(
      history,
      asked.map((one) => one.owner),
    ).map((one) => [one.person, one]),
  )
  return asked
    .flatMap((one) => {
      const own = turns.get(one.owner)
      return own ? [{ topic: one.id, own }] : []
    })
    .toSorted((a, b) => byFairness(a.own, b.own))
    .slice(0, most)
    .map(({ topic, own }) => ({ topic, person: own.person, reasons: reasonsFor(own, history.length > 0) }))
}

const owed = (turns: TurnsOfPerson): number => turns.presented + turns.headStart - turns.putOffSince

/** Sorts the one whose turn it rather is before the other. */
export function byFairness(a: TurnsOfPerson, b: TurnsOfPerson): number {
  const last = (turns: TurnsOfPerson) => turns.lastPresented ?? ''
  return owed(a) - owed(b) || (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : 0) || a.minutes - b.minutes
}

/** Of the topics that were left, those whose turn it rather was than that of one that was taken. */
export function ratherThan(history: SetHistory, left: readonly Asked[], taken: readonly Asked[]): readonly TopicId[] {
  const turns = new Map(
    turnsOf(
      history,
      [...left, ...taken].map((one) => one.owner),
    ).map((one) => [one.person, one]),
  )
  return left
    .filter((one) => {
      const own = turns.get(one.owner)
      return taken.some((other) => {
        const had = turns.get(other.owner)
        return own !== undefined && had !== undefined && byFairness(own, had) < 0
      })
    })
    .map((one) => one.id)
}

function reasonsFor(turns: TurnsOfPerson, hasMet: boolean): readonly string[] {
  if (!hasMet) return ['asked first: the set has not met before']
  const had =
    turns.presented === 0
      ? 'has not presented yet'
      : `has presented ${times(turns.presented)}, ${turns.minutes} minutes in all`
  const since = turns.presented === 0 ? '' : ' since'
  const asked = turns.putOffSince === 0 ? [] : [`asked ${times(turns.putOffSince)}${since} and was put off`]
  const joined = turns.headStart > 0 ? ['joined later and begins level with the others'] : []
  const away = turns.absent > 0 ? [`could not come ${times(turns.absent)}, which does not count against them`] : []
  return [had, ...asked, ...joined, ...away]
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
