// The logbook in the database: days, keys and people, no words.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { Entry, EntryAnswer, EntryId } from './entry.ts'

const columns = sql`id, person, pathway, step, on_day as "on", other, state, entered_by as "enteredBy"`

/** The entries of some people, of everybody without, by day. */
export async function findEntries(work: Work, people: readonly PersonId[] | null): Promise<readonly Entry[]> {
  const whose = people === null ? sql`true` : sql`person = any(${[...people]}::uuid[])`
  const found = await sql<Entry>`select ${columns} from competence_entry
    where organisation = ${work.organisation} and ${whose} order by on_day, entered_at, id`.execute(work.db)
  return found.rows
}

/** The entry of that id in this organisation, or null. */
export async function findEntry(work: Work, id: EntryId): Promise<Entry | null> {
  const found = await sql<Entry>`select ${columns} from competence_entry
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The entries that wait for somebody to confirm them, oldest first. */
export async function findAskedOf(work: Work, person: PersonId): Promise<readonly Entry[]> {
  const found = await sql<Entry>`select ${columns} from competence_entry
    where organisation = ${work.organisation} and state = 'asked' and (person = ${person} or other = ${person})
      and entered_by <> ${person} order by entered_at, id`.execute(work.db)
  return found.rows
}

/** Adds an entry of the asker's, now. */
export async function insertEntry(work: Work, entry: Omit<Entry, 'enteredBy'>): Promise<void> {
  await sql`insert into competence_entry (organisation, id, person, pathway, step, on_day, other, state, entered_by,
      entered_at)
    values (${work.organisation}, ${entry.id}, ${entry.person}, ${entry.pathway}, ${entry.step}, ${entry.on},
      ${entry.other}, ${entry.state}, ${work.asker.person}, ${work.moment})`.execute(work.db)
}

/** Keeps the asker's answer; false when it was answered meanwhile. */
export async function saveAnswer(work: Work, id: EntryId, answer: EntryAnswer): Promise<boolean> {
  const saved = await sql`update competence_entry set state = ${answer}, answered_by = ${work.asker.person},
      answered_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id} and state in ('noted', 'asked')`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}
