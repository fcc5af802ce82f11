// What people said about keeping the words of a meeting, in the database: facts without names, for the people of its set. Which of
// them is whose, its author alone can read.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import type { CaptureSaid } from './capture.ts'

/** How many agree and how many would rather not, and the asker's own; nothing for those who are not of the set. */
export async function findCaptureSaid(work: Work, id: MeetingId): Promise<CaptureSaid> {
  const found = await sql<CaptureSaid>`select count(*) filter (where c.agrees)::int as agree,
      count(*) filter (where not c.agrees)::int as against, bool_or(c.agrees) filter (where w.person is not null) as own
    from learning_capture_choice c
    left join learning_capture_word w on w.organisation = c.organisation and w.token = c.token
      and w.person = ${work.asker.person}
    where c.organisation = ${work.organisation} and c.meeting = ${id}`.execute(work.db)
  return found.rows[0] ?? { agree: 0, against: 0, own: null }
}

/** The asker's own, said now; the newest counts. */
export async function saveCaptureWord(work: Work, id: MeetingId, what: { agrees: boolean }): Promise<void> {
  const own = await sql<{
    token: string
  }>`insert into learning_capture_word (organisation, meeting, person, token, said_at)
    values (${work.organisation}, ${id}, ${work.asker.person}, ${work.newId()}, ${work.moment})
    on conflict (organisation, meeting, person) do update set said_at = excluded.said_at
    returning token`.execute(work.db)
  await sql`insert into learning_capture_choice (organisation, meeting, token, agrees)
    values (${work.organisation}, ${id}, ${own.rows[0]?.token}, ${what.agrees})
    on conflict (organisation, token) do update set agrees = excluded.agrees`.execute(work.db)
}
