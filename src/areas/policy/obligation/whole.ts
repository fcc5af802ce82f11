// The whole obligation from its parts: no better than the worst of them; excused while absent; and for somebody who
// never had a session, due soon until it is late. SPEC 3.2.
import type { Standing, Situation } from '../counting/standing.ts'
import { type Excused, excusedOn } from '../facts/excusals.ts'

/** How the whole stands, for a mandatory requirement. */
export type Whole = {
  state: 'met' | 'due soon' | 'overdue' | 'never had' | 'excused'
  due: number | null
  soon: number | null
  excusedBy: Excused | null
}

/** The worst of the parts; excused while absent; and for somebody who never had one, due soon until it is late. */
export function wholeOf(standings: readonly Standing[], at: Situation): Whole {
  const [main] = standings
  const away = excusedOn(at.day, at.excused, at.known)
  const resting =
    away &&
    away.excusal.how !== 'reduce' &&
    (main?.rhythm.kind !== 'periods' || away.excusal.how === 'extend' || away.excusal.how === 'excuse')
  const late = standings.filter((one) => one.state === 'overdue')
  const dues = (late.length > 0 ? late : standings).flatMap((one) => (one.due === null ? [] : [one.due]))
  const due = dues.length === 0 ? null : Math.min(...dues)
  const soons = standings.flatMap((one) => (one.due === due && one.soon !== null ? [one.soon] : []))
  const dated = { due, soon: soons.length === 0 ? null : Math.min(...soons) }
  if (resting || main?.state === 'excused') return { ...dated, state: 'excused', excusedBy: away ?? null }
  const none = at.sessions.length === 0
  if (late.length > 0) return { ...dated, state: none ? 'never had' : 'overdue', excusedBy: null }
  const soon = standings.some((one) => one.state === 'due soon') || (none && main !== undefined && main.need > 0)
  return { ...dated, state: soon ? 'due soon' : 'met', excusedBy: null }
}
