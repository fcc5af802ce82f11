// Changes that sets want to be told, in the database: who, when, to whom and the hash. The words are sealed.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { SetId } from '../set/set.ts'
import type { Agreed, Announcement, AnnouncementId } from './announcement.ts'

const columns = sql`id, learning_set as set, proposed_by as "proposedBy", proposed_at as "proposedAt", version,
  text_hash as "textHash", to_json(recipients) as recipients, state, ended_by as "endedBy", ended_at as "endedAt"`

/** The announcement of that id, for those who know of it; null for everybody else. */
export async function findAnnouncement(work: Work, id: AnnouncementId): Promise<Announcement | null> {
  const found = await sql<Announcement>`select ${columns} from learning_announcement
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** As `findAnnouncement`; whoever else changes it waits until this work has ended. */
export async function lockAnnouncement(work: Work, id: AnnouncementId): Promise<Announcement | null> {
  const found = await sql<Announcement>`select ${columns} from learning_announcement
    where organisation = ${work.organisation} and id = ${id} for no key update`.execute(work.db)
  return found.rows[0] ?? null
}

/** All of a set, the newest first; for its people. */
export async function findAnnouncementsOf(work: Work, set: SetId): Promise<readonly Announcement[]> {
  const found = await sql<Announcement>`select ${columns} from learning_announcement
    where organisation = ${work.organisation} and learning_set = ${set} order by proposed_at desc, id`.execute(work.db)
  return found.rows
}

/** What was told to the asker and they have not read. */
export async function findToRead(work: Work): Promise<readonly Announcement[]> {
  const found = await sql<Announcement>`select ${columns} from learning_announcement a
    where organisation = ${work.organisation} and state = 'told' and recipients @> array[${work.asker.person}]::uuid[]
      and not exists (select from learning_announcement_reading r where r.organisation = a.organisation
        and r.announcement = a.id and r.person = ${work.asker.person})
    order by ended_at, id`.execute(work.db)
  return found.rows
}

/** Open proposals of these sets to whose text the asker has not agreed. */
export async function findToAgree(work: Work, sets: readonly SetId[]): Promise<readonly Announcement[]> {
  const found = await sql<Announcement>`select ${columns} from learning_announcement a
    where organisation = ${work.organisation} and learning_set = any(${[...sets]}::uuid[]) and state = 'proposed'
      and not exists (select from learning_announcement_agreement g where g.organisation = a.organisation
        and g.announcement = a.id and g.person = ${work.asker.person} and g.text_hash = a.text_hash)
    order by proposed_at, id`.execute(work.db)
  return found.rows
}

export async function insertAnnouncement(work: Work, one: Announcement): Promise<void> {
  await sql`insert into learning_announcement (organisation, id, learning_set, proposed_by, proposed_at, version,
      text_hash, recipients, state)
    values (${work.organisation}, ${one.id}, ${one.set}, ${one.proposedBy}, ${one.proposedAt}, ${one.version},
      ${one.textHash}, ${[...one.recipients]}::uuid[], ${one.state})`.execute(work.db)
}

/** Saves an announcement, for whoever holds it. */
export async function saveAnnouncement(work: Work, one: Announcement): Promise<void> {
  await sql`update learning_announcement set version = ${one.version}, text_hash = ${one.textHash},
      recipients = ${[...one.recipients]}::uuid[], state = ${one.state}, ended_by = ${one.endedBy},
      ended_at = ${one.endedAt}
    where organisation = ${work.organisation} and id = ${one.id}`.execute(work.db)
}

/** Who agreed to which text, first first. */
export async function findAgreed(work: Work, id: AnnouncementId): Promise<readonly Agreed[]> {
  const found = await sql<Agreed>`select person, text_hash as "textHash", agreed_at as "agreedAt"
    from learning_announcement_agreement
    where organisation = ${work.organisation} and announcement = ${id} order by agreed_at, person`.execute(work.db)
  return found.rows
}

/** The asker agrees to a text; said twice, it is said once. */
export async function insertAgreed(work: Work, id: AnnouncementId, textHash: string): Promise<void> {
  await sql`insert into learning_announcement_agreement (organisation, announcement, person, text_hash, agreed_at)
    values (${work.organisation}, ${id}, ${work.asker.person}, ${textHash}, ${work.moment})
    on conflict do nothing`.execute(work.db)
}

/** The asker no longer agrees. */
export async function deleteAgreed(work: Work, id: AnnouncementId): Promise<void> {
  await sql`delete from learning_announcement_agreement where organisation = ${work.organisation}
    and announcement = ${id} and person = ${work.asker.person}`.execute(work.db)
}

/** Who has read it of those it was told to. */
export async function findReadersOf(work: Work, id: AnnouncementId): Promise<readonly PersonId[]> {
  const found = await sql<{ person: PersonId }>`select person from learning_announcement_reading
    where organisation = ${work.organisation} and announcement = ${id} order by read_at, person`.execute(work.db)
  return found.rows.map((row) => row.person)
}

export async function insertReading(work: Work, id: AnnouncementId): Promise<void> {
  await sql`insert into learning_announcement_reading (organisation, announcement, person, read_at)
    values (${work.organisation}, ${id}, ${work.asker.person}, ${work.moment}) on conflict do nothing`.execute(work.db)
}
