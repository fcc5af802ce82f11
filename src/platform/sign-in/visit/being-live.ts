// Being on a live page (TRUST 6): somebody who listens for twenty minutes sends nothing, and must not be signed out of the
// meeting. The page that they see keeps itself alive; for everything else the visit is over after its quarter of an hour.
import type { Database } from '../../database/database.ts'
import { addSeconds, type Moment } from '../../time/moment.ts'
import type { NoteLife } from '../../web/door-page.ts'
import { expiryOf, isAliveAt } from './visit-time.ts'
import { asDoor } from './visits.ts'

/** The platform's `NoteLife` over this database: written once in half a minute. */
export const lifeNoter =
  (database: Database): NoteLife =>
  async (visit, path, moment) => {
    await database.transact(asDoor, (tx) =>
      tx
        .updateTable('visit')
        .set({ live_path: path.slice(0, 300), live_at: moment })
        .where('id', '=', visit)
        .where('ended_at', 'is', null)
        .where((one) =>
          one.or([
            one('live_at', 'is', null),
            one('live_at', '<', addSeconds(moment, -30)),
            one('live_path', '!=', path),
          ]),
        )
        .execute(),
    )
  }

/** Which of these visits are over, for whatever reason: ended, idle, too long, or of an account that was closed. */
export const overFinder =
  (database: Database) =>
  async (visits: readonly string[], moment: Moment): Promise<ReadonlySet<string>> => {
    const rows = await database.transact(asDoor, (tx) =>
      tx
        .selectFrom('visit')
        .leftJoin('account', (join) =>
          join.onRef('account.id', '=', 'visit.account').onRef('account.organisation', '=', 'visit.organisation'),
        )
        .select(['visit.id', 'visit.started_at', 'visit.last_seen_at', 'visit.live_path', 'visit.live_at'])
        .where('visit.id', '=', (some) => some.fn.any(some.val([...visits])))
        .where('visit.ended_at', 'is', null)
        .where('account.closed_at', 'is', null)
        .execute(),
    )
    const good = rows.filter(
      (row) =>
        expiryOf(row.started_at, row.last_seen_at) > moment || isAliveAt(row, moment, row.live_path ?? undefined),
    )
    const still = new Set(good.map((row) => row.id))
    return new Set(visits.filter((visit) => !still.has(visit)))
  }
