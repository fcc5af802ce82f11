// Who of a set has begun, sent or declined the questionnaire. What they wrote is sealed; a draft is not even seen by others.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { SetId } from '../set/set.ts'
import type { Questionnaire } from './questionnaire.ts'

const columns = sql`id, learning_set as set, person, save, version, sent_at as "sentAt", declined_at as "declinedAt"`

/** Somebody's own in a set, or null. */
export async function findQuestionnaire(work: Work, set: SetId, person: PersonId): Promise<Questionnaire | null> {
  const found = await sql<Questionnaire>`select ${columns} from learning_questionnaire
    where organisation = ${work.organisation} and learning_set = ${set} and person = ${person}`.execute(work.db)
  return found.rows[0] ?? null
}

/** All that were sent in a set and not taken back, the first first. */
export async function findSent(work: Work, set: SetId): Promise<readonly Questionnaire[]> {
  const found = await sql<Questionnaire>`select ${columns} from learning_questionnaire
    where organisation = ${work.organisation} and learning_set = ${set} and sent_at is not null
    order by sent_at, id`.execute(work.db)
  return found.rows
}

/** The asker's own, made when it is not there yet; whoever else saves it waits until this work has ended. */
export async function holdQuestionnaire(work: Work, set: SetId): Promise<Questionnaire> {
  await sql`insert into learning_questionnaire (organisation, id, learning_set, person, saved_at)
    values (${work.organisation}, ${work.newId()}, ${set}, ${work.asker.person}, ${work.moment})
    on conflict (organisation, learning_set, person) do nothing`.execute(work.db)
  const found = await sql<Questionnaire>`select ${columns} from learning_questionnaire
    where organisation = ${work.organisation} and learning_set = ${set} and person = ${work.asker.person}
    for update`.execute(work.db)
  const own = found.rows[0]
  if (!own) throw new Error('A questionnaire that was just made is not there')
  return own
}

/** Saves how the asker's own stands. */
export async function saveQuestionnaire(work: Work, one: Questionnaire): Promise<void> {
  await sql`update learning_questionnaire set save = ${one.save}, version = ${one.version}, sent_at = ${one.sentAt},
      declined_at = ${one.declinedAt}, saved_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${one.id} and person = ${work.asker.person}`.execute(work.db)
}
