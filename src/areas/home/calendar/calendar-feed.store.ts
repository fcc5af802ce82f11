// The secret address of somebody's calendar, in the database: that there is one, its owner's alone.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { Feed, FeedId } from './calendar-feed.ts'

/** The asker's own; null when they have none. */
export async function findFeed(work: Work): Promise<Feed | null> {
  const found = await sql<Feed>`select id, made_at as "madeAt" from calendar_feed
    where organisation = ${work.organisation} and person = ${work.asker.person}`.execute(work.db)
  return found.rows[0] ?? null
}

/** Makes the asker's, in the place of the one before. */
export async function saveFeed(work: Work, id: FeedId): Promise<void> {
  await sql`insert into calendar_feed (organisation, person, id, made_at)
    values (${work.organisation}, ${work.asker.person}, ${id}, ${work.moment})
    on conflict (organisation, person) do update set id = excluded.id, made_at = excluded.made_at`.execute(work.db)
}

/** Takes the asker's back. */
export async function deleteFeed(work: Work): Promise<void> {
  await sql`delete from calendar_feed
    where organisation = ${work.organisation} and person = ${work.asker.person}`.execute(work.db)
}
