// That people wrote down what they learned, in the database. The words are sealed.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import type { SetId } from '../set/set.ts'
import type { Reflection } from './reflection.ts'

const columns = sql`id, learning_set as set, meeting, person, shared, shared_about as "sharedAbout", save`

/** The asker's own, and those of which something is shared; of one meeting, or of the whole set (null). */
export async function findReflections(
  work: Work,
  of: { readonly set: SetId; readonly meeting: MeetingId | null },
): Promise<readonly Reflection[]> {
  const found = await sql<Reflection>`select ${columns} from learning_reflection
    where organisation = ${work.organisation} and learning_set = ${of.set}
      and meeting is not distinct from ${of.meeting}::uuid order by saved_at, id`.execute(work.db)
  return found.rows
}

export async function insertReflection(work: Work, one: Reflection): Promise<void> {
  await sql`insert into learning_reflection (organisation, id, learning_set, meeting, person, shared, shared_about, save,
      saved_at)
    values (${work.organisation}, ${one.id}, ${one.set}, ${one.meeting}, ${one.person}, ${one.shared},
      ${one.sharedAbout}, ${one.save}, ${work.moment})`.execute(work.db)
}

/** Saves the asker's own from its newest; false when they saved it somewhere else meanwhile. */
export async function saveReflection(work: Work, one: Reflection): Promise<boolean> {
  const saved = await sql`update learning_reflection set shared = ${one.shared}, shared_about = ${one.sharedAbout},
      save = ${one.save}, saved_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${one.id} and person = ${work.asker.person}
      and save = ${one.save - 1}`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}
