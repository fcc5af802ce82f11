// Forums of peer review in the database: what they are called, who facilitates them and whom they invite. Facts only.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { Forum, ForumId } from './forum.ts'

const columns = sql`id, name, type_key as type, to_json(chairs) as chairs, asked, to_json(units) as units,
  opened_by as "openedBy", opened_at as "openedAt", closed_at as "closedAt", version`

/** The forum of that id in this organisation, or null. */
export async function findForum(work: Work, id: ForumId): Promise<Forum | null> {
  const found = await sql<Forum>`select ${columns} from peer_forum
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** As `findForum`; whoever else changes it waits until this work has ended. */
export async function lockForum(work: Work, id: ForumId): Promise<Forum | null> {
  const found = await sql<Forum>`select ${columns} from peer_forum
    where organisation = ${work.organisation} and id = ${id} for no key update`.execute(work.db)
  return found.rows[0] ?? null
}

/** Every forum that goes on, by name. */
export async function findForums(work: Work): Promise<readonly Forum[]> {
  const found = await sql<Forum>`select ${columns} from peer_forum
    where organisation = ${work.organisation} and closed_at is null order by name, id`.execute(work.db)
  return found.rows
}

/** Every forum, those that have ended among them, by name. */
export async function findForumsEver(work: Work): Promise<readonly Forum[]> {
  const found = await sql<Forum>`select ${columns} from peer_forum
    where organisation = ${work.organisation} order by name, id`.execute(work.db)
  return found.rows
}

export async function insertForum(work: Work, one: Forum): Promise<void> {
  await sql`insert into peer_forum (organisation, id, name, type_key, chairs, asked, units, opened_by, opened_at, version)
    values (${work.organisation}, ${one.id}, ${one.name}, ${one.type}, ${[...one.chairs]}::uuid[], ${one.asked},
      ${[...one.units]}::uuid[], ${one.openedBy}, ${one.openedAt}, ${one.version})`.execute(work.db)
}

/** Saves a forum, for whoever holds it. */
export async function saveForum(work: Work, one: Forum): Promise<void> {
  await sql`update peer_forum set name = ${one.name}, chairs = ${[...one.chairs]}::uuid[], asked = ${one.asked},
      units = ${[...one.units]}::uuid[], closed_at = ${one.closedAt}, version = ${one.version}
    where organisation = ${work.organisation} and id = ${one.id}`.execute(work.db)
}
