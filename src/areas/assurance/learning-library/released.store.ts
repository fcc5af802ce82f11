// Learning points that were sent, in the database, and who has read them. Nothing here says where one came from.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { PointId, Subject } from '../learning-points/learning-point.ts'
import type { Released } from './released.ts'

const columns = sql`id, title, words, to_json(subjects) as subjects, to_json(units) as units, sent_by as "sentBy",
  sent_at as "sentAt", withdrawn_at as "withdrawnAt"`

/** The learning point of that id that was sent, withdrawn ones too; or null. */
export async function findReleased(work: Work, id: PointId): Promise<Released | null> {
  const found = await sql<Released>`select ${columns} from learning_released
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** Those that hold, the newest first: of a subject, or of any; with every one of some words in them, or any. */
export async function searchReleased(
  work: Work,
  { subject, words }: { readonly subject: Subject | null; readonly words: string },
): Promise<readonly Released[]> {
  const found = await sql<Released>`select ${columns} from learning_released
    where organisation = ${work.organisation} and withdrawn_at is null
      and (${subject}::text is null or subjects @> array[${subject}]::text[])
      and (${words} = '' or to_tsvector('english', title || ' ' || words) @@ plainto_tsquery('english', ${words}))
    order by sent_at desc, id limit 100`.execute(work.db)
  return found.rows
}

/** Those that hold, were sent since a moment, and that the asker has not read, the newest first. */
export async function findUnread(work: Work, since: Moment): Promise<readonly Released[]> {
  const found = await sql<Released>`select ${columns} from learning_released l
    where organisation = ${work.organisation} and withdrawn_at is null and sent_at >= ${since}
      and not exists (select from learning_released_reading r where r.organisation = l.organisation
        and r.point = l.id and r.person = ${work.asker.person})
    order by sent_at desc, id`.execute(work.db)
  return found.rows
}

export async function insertReleased(work: Work, one: Omit<Released, 'withdrawnAt'>): Promise<void> {
  await sql`insert into learning_released (organisation, id, title, words, subjects, units, sent_by, sent_at)
    values (${work.organisation}, ${one.id}, ${one.title}, ${one.words}, ${[...one.subjects]}::text[],
      ${[...one.units]}::uuid[], ${one.sentBy}, ${one.sentAt})`.execute(work.db)
}

/** Takes the words away from a learning point that was sent; false when they were gone already. */
export async function withdrawReleased(work: Work, id: PointId): Promise<boolean> {
  const done = await sql`update learning_released set title = '', words = '', withdrawn_by = ${work.asker.person},
      withdrawn_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id} and withdrawn_at is null`.execute(work.db)
  return done.numAffectedRows === 1n
}

/** The asker has read it; said twice, it is said once. */
export async function insertReleasedReading(work: Work, id: PointId): Promise<void> {
  await sql`insert into learning_released_reading (organisation, point, person, read_at)
    values (${work.organisation}, ${id}, ${work.asker.person}, ${work.moment}) on conflict do nothing`.execute(work.db)
}

/** Who has said that they read it. */
export async function findWhoRead(work: Work, id: PointId): Promise<ReadonlySet<PersonId>> {
  const found = await sql<{ person: PersonId }>`select person from learning_released_reading
    where organisation = ${work.organisation} and point = ${id}`.execute(work.db)
  return new Set(found.rows.map((row) => row.person))
}
