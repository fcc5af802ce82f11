// Topic drafts in the database: that there is one, and how often it was saved. The database shows one to its author alone.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import type { TopicDraft } from './topic-draft.ts'

const columns = sql`id, meeting, person, save`

/** The asker's own draft for a meeting; null when they have written nothing. */
export async function findDraft(work: Work, meeting: MeetingId): Promise<TopicDraft | null> {
  const found = await sql<TopicDraft>`select ${columns} from learning_topic_draft
    where organisation = ${work.organisation} and meeting = ${meeting} and person = ${work.asker.person}`.execute(
    work.db,
  )
  return found.rows[0] ?? null
}

/** The asker's own draft, made when there is none; held until this work is done. */
export async function openDraft(work: Work, meeting: MeetingId): Promise<TopicDraft> {
  await sql`insert into learning_topic_draft (organisation, id, meeting, person, saved_at)
    values (${work.organisation}, ${work.newId()}, ${meeting}, ${work.asker.person}, ${work.moment})
    on conflict do nothing`.execute(work.db)
  const found = await sql<TopicDraft>`select ${columns} from learning_topic_draft
    where organisation = ${work.organisation} and meeting = ${meeting} and person = ${work.asker.person} for update`.execute(
    work.db,
  )
  if (!found.rows[0]) throw new Error('A draft is its author’s own')
  return found.rows[0]
}

/** Notes a save. */
export async function saveDraftFacts(work: Work, draft: TopicDraft): Promise<void> {
  await sql`update learning_topic_draft set save = ${draft.save}, saved_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${draft.id}`.execute(work.db)
}

/** The meetings among these for which the asker has drafted a topic. */
export async function findDrafted(work: Work, meetings: readonly MeetingId[]): Promise<ReadonlySet<MeetingId>> {
  const found = await sql<{ meeting: MeetingId }>`select meeting from learning_topic_draft
    where organisation = ${work.organisation} and person = ${work.asker.person} and save > 0
      and meeting = any(${[...meetings]}::uuid[])`.execute(work.db)
  return new Set(found.rows.map((row) => row.meeting))
}
