// The plan of everything that was and will be: who supervises whom, and every session of two years.
import type { Chance } from '../chance.ts'
import type { PlannedPerson, Span } from '../trust/staff.ts'
import { newDiary } from './diary.ts'
import { planGroups } from './plan-groups.ts'
import { type PlannedPair, planPair, planPairs } from './plan-pairs.ts'
import type { PlannedSession } from './planned-session.ts'

export type History = { readonly pairs: readonly PlannedPair[]; readonly sessions: readonly PlannedSession[] }

export function planHistory(chance: Chance, span: Span, staff: readonly PlannedPerson[]): History {
  const people = new Map(staff.map((one) => [one.key, one]))
  const plan = { chance, diary: newDiary(), span, people }
  const groups = planGroups(plan, staff)
  const pairs = planPairs(plan, staff)
  return { pairs, sessions: [...groups, ...pairs.flatMap((pair) => planPair(plan, pair))] }
}
