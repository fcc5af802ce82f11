// How long a visit is good (TRUST 6): fifteen minutes from its last request, eight hours in all; and a live page that can be
// seen stays good by itself, for nothing but itself.
import { addMinutes, type Moment, secondsBetween } from '../../time/moment.ts'

export const idleMinutes = 15
export const longestMinutes = 8 * 60

/** Whichever comes first: a quarter of an hour after it was last used, or eight hours after its start. */
export function expiryOf(started: Moment, seen: Moment): Moment {
  const [idle, longest] = [addMinutes(seen, idleMinutes), addMinutes(started, longestMinutes)]
  return idle < longest ? idle : longest
}

/** So long after its last sign of life a live page is taken to be closed or put away. */
const silentSeconds = 90

type Life = {
  readonly started_at: Moment
  readonly live_path: string | null
  readonly live_at: Moment | null
}

/** Whether an idle visit is still good for this path, or, without one, for any. Eight hours end it all the same. */
export function isAliveAt(visit: Life, moment: Moment, path?: string): boolean {
  const { live_path: livePath, live_at: at, started_at: started } = visit
  if (livePath === null || at === null || path === undefined) return false
  if (secondsBetween(at, moment) >= silentSeconds || addMinutes(started, longestMinutes) <= moment) return false
  return path === livePath || path.startsWith(`${livePath}/`)
}
