// What people said about keeping the words of a meeting, in the database: facts, for the people of its set.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import type { CaptureWord } from './capture.ts'

/** What was said about a meeting; nothing for those who are not of its set. */
export async function findCaptureWords(work: Work, id: MeetingId): Promise<readonly CaptureWord[]> {
  const found = await sql<CaptureWord>`select person, agrees from learning_capture_word
    where organisation = ${work.organisation} and meeting = ${id} order by said_at, person`.execute(work.db)
  return found.rows
}

/** The asker's own, said now; the newest counts. */
export async function saveCaptureWord(work: Work, id: MeetingId, what: { agrees: boolean }): Promise<void> {
  await sql`insert into learning_capture_word (organisation, meeting, person, agrees, said_at)
    values (${work.organisation}, ${id}, ${work.asker.person}, ${what.agrees}, ${work.moment})
    on conflict (organisation, meeting, person) do update set agrees = excluded.agrees, said_at = excluded.said_at`.execute(
    work.db,
  )
}
