// One who supervises, as the pages show them: on which ways, how far, and how their own supervision stands. When several ways
// ask for own supervision, the one that is due first says how it stands.
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import type { OwnStanding, OwnState } from '../in-date/own-supervision.ts'
import { isDone, type Pathway, renewableDays, type StepProgress } from '../pathway/pathway.ts'

/** Somebody on one way. */
export type OnWay = {
  readonly pathway: Pathway
  /** The days of the sign-off; null while there is none. */
  readonly signed: { readonly from: Day; readonly to: Day | null } | null
  readonly progress: readonly StepProgress[]
}

export type Supervisor = {
  readonly person: PersonId
  readonly name: string
  /** Names of the roles for which they go these ways. */
  readonly roles: readonly string[]
  readonly ways: readonly OnWay[]
  /** Null when no way of theirs asks for it. */
  readonly own: OwnStanding | null
}

export type WayState = 'signed off' | 'ends soon' | 'ready' | 'on the way' | 'not begun'

/** How somebody stands on a way today. */
export function wayState({ signed, progress }: Pick<OnWay, 'signed' | 'progress'>, today: Day): WayState {
  if (signed) return signed.to !== null && signed.to <= addDays(today, renewableDays) ? 'ends soon' : 'signed off'
  if (progress.every(isDone)) return 'ready'
  return progress.some(({ done }) => done > 0) ? 'on the way' : 'not begun'
}

const worst: readonly OwnState[] = ['out of date', 'due soon', 'in date', 'top']

/** How own supervision stands where several ways ask for it: the top on one way is the top; else what is due first. */
export function ownOfAll(standings: readonly OwnStanding[]): OwnStanding | null {
  const top = standings.find(({ state }) => state === 'top')
  if (top) return top
  return standings.toSorted((a, b) => worst.indexOf(a.state) - worst.indexOf(b.state) || order(a, b))[0] ?? null
}

const order = (a: OwnStanding, b: OwnStanding): number => (a.due ?? '').localeCompare(b.due ?? '')
