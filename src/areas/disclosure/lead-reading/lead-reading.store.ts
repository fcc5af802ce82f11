// Which lead opened which discussion, for what and until when, in the database: facts, added and never changed.
import { sql } from '../../../platform/database/database.ts'
import type { Id } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { LeadReading } from './lead-reading.ts'

export async function addReading(work: Work, reading: LeadReading): Promise<void> {
  await sql`insert into lead_reading (organisation, id, record, lead, purpose, opened_at, until)
    values (${work.organisation}, ${reading.id}, ${reading.record}, ${reading.lead}, ${reading.purpose},
      ${reading.openedAt}, ${reading.until})`.execute(work.db)
}

/** Every opening of a record by leads, the latest first. */
export async function findReadingsOf(work: Work, record: Id<'session record'>): Promise<readonly LeadReading[]> {
  const found =
    await sql<LeadReading>`select id, record, lead, purpose, opened_at as "openedAt", until from lead_reading
    where organisation = ${work.organisation} and record = ${record} order by opened_at desc`.execute(work.db)
  return found.rows
}
