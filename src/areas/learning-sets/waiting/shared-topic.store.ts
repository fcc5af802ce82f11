// Which waiting topics their authors share, in the database: facts, for the people of the set.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { TopicId } from '../meeting/meeting.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import type { SharedTopic } from './shared-topic.ts'

/** What is shared of the topics that a meeting left over. */
export async function findSharedTopics(work: Work, meeting: MeetingId): Promise<readonly SharedTopic[]> {
  const found =
    await sql<SharedTopic>`select topic, meeting, learning_set as set, person, about from learning_shared_topic
    where organisation = ${work.organisation} and meeting = ${meeting} order by shared_at, topic`.execute(work.db)
  return found.rows
}

/** The asker shares a topic of theirs; shared already, it stays as it is. False then. */
export async function insertSharedTopic(work: Work, one: SharedTopic): Promise<boolean> {
  const added = await sql`insert into learning_shared_topic (organisation, topic, meeting, learning_set, person, about,
      shared_at)
    values (${work.organisation}, ${one.topic}, ${one.meeting}, ${one.set}, ${one.person}, ${one.about}, ${work.moment})
    on conflict do nothing`.execute(work.db)
  return Number(added.numAffectedRows) === 1
}

/** The asker's own is shared no longer. */
export async function deleteSharedTopic(work: Work, topic: TopicId): Promise<void> {
  await sql`delete from learning_shared_topic where organisation = ${work.organisation} and topic = ${topic}
    and person = ${work.asker.person}`.execute(work.db)
}
