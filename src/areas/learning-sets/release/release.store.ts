// What presenters gave away, in the database: facts. The words are sealed.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import type { Release, ReleaseId } from './release.ts'

const columns = sql`id, meeting, item, presenter, recipient, released_at as "releasedAt", read_at as "readAt",
  taken_back_at as "takenBackAt"`

/** The release of that id, for those who know of it; null for everybody else. */
export async function findRelease(work: Work, id: ReleaseId): Promise<Release | null> {
  const found = await sql<Release>`select ${columns} from learning_release
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** What was given away of a meeting, first first; for those who were in it. */
export async function findReleasesOf(work: Work, meeting: MeetingId): Promise<readonly Release[]> {
  const found = await sql<Release>`select ${columns} from learning_release
    where organisation = ${work.organisation} and meeting = ${meeting} order by released_at, id`.execute(work.db)
  return found.rows
}

/** What waits to be read by the asker. */
export async function findReleasesToRead(work: Work): Promise<readonly Release[]> {
  const found = await sql<Release>`select ${columns} from learning_release
    where organisation = ${work.organisation} and recipient = ${work.asker.person}
      and read_at is null and taken_back_at is null order by released_at, id`.execute(work.db)
  return found.rows
}

export async function insertRelease(work: Work, release: Release): Promise<void> {
  await sql`insert into learning_release (organisation, id, meeting, item, presenter, recipient, released_at)
    values (${work.organisation}, ${release.id}, ${release.meeting}, ${release.item}, ${release.presenter},
      ${release.recipient}, ${release.releasedAt})`.execute(work.db)
}

/** It has been read; false when it was read or taken back before. */
export async function markRead(work: Work, id: ReleaseId): Promise<boolean> {
  const saved = await sql`update learning_release set read_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id} and read_at is null and taken_back_at is null`.execute(
    work.db,
  )
  return Number(saved.numAffectedRows) === 1
}

/** It has been taken back; false when it was read or taken back before. */
export async function markTakenBack(work: Work, id: ReleaseId): Promise<boolean> {
  const saved = await sql`update learning_release set taken_back_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id} and read_at is null and taken_back_at is null`.execute(
    work.db,
  )
  return Number(saved.numAffectedRows) === 1
}
