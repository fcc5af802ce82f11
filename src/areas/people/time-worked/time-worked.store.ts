// Time worked in the database, as known now and as known at a moment; and files of it until they are written.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { ReadRow, RefusedTime, TimeFileId, TimeWorked } from './time-worked.ts'

const columns = sql`person, from_day as "from", to_day as "to", shifts, hours::float8 as hours`

/** The stretches of these people by person and day, as known now or at a moment; `null` for everybody. */
export async function timeWorkedOf(
  work: Work,
  people: readonly PersonId[] | null,
  known: Moment | null = null,
): Promise<readonly TimeWorked[]> {
  const whose = people === null ? sql`true` : sql`person = any(${[...people]}::uuid[])`
  const asKnown =
    known === null
      ? sql`superseded_at is null`
      : sql`recorded_at <= ${known} and (superseded_at is null or superseded_at > ${known})`
  const found = await sql<TimeWorked>`select ${columns} from time_worked
    where organisation = ${work.organisation} and ${asKnown} and ${whose} order by person, from_day`.execute(work.db)
  return found.rows
}

/** Writes stretches; one that stood for the same days is superseded. */
export async function saveTimeWorked(work: Work, rows: readonly TimeWorked[]): Promise<void> {
  const given = JSON.stringify(rows)
  const as = sql`jsonb_to_recordset(${given}::jsonb) as r (person uuid, "from" date, "to" date, shifts integer,
    hours numeric)`
  await sql`update time_worked t set superseded_at = ${work.moment} from ${as}
    where t.organisation = ${work.organisation} and t.person = r.person and t.from_day = r."from" and t.to_day = r."to"
      and t.superseded_at is null`.execute(work.db)
  await sql`insert into time_worked (organisation, person, from_day, to_day, shifts, hours, recorded_at, recorded_by)
    select ${work.organisation}::uuid, r.person, r."from", r."to", r.shifts, r.hours, ${work.moment}::timestamptz,
      ${work.asker.person}::uuid from ${as}`.execute(work.db)
}

/** The people of staff numbers, for a file's rows. */
export async function findByStaffNumber(
  work: Work,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, PersonId>> {
  const found = await sql<{ number: string; person: PersonId }>`select staff_number as number, id as person from person
    where organisation = ${work.organisation} and staff_number = any(${[...new Set(numbers)]}::text[])`.execute(work.db)
  return new Map(found.rows.map((row) => [row.number, row.person]))
}

export type TimeFile = {
  readonly id: TimeFileId
  readonly fileName: string
  readonly state: 'checked' | 'imported' | 'cancelled'
  readonly rows: readonly ReadRow[]
  readonly refused: readonly RefusedTime[]
}

export async function insertTimeFile(work: Work, file: Omit<TimeFile, 'state'>): Promise<void> {
  await sql`insert into time_worked_file (organisation, id, file_name, state, rows, refused, sent_by, sent_at)
    values (${work.organisation}, ${file.id}, ${file.fileName}, 'checked', ${JSON.stringify(file.rows)}::jsonb,
      ${JSON.stringify(file.refused)}::jsonb, ${work.asker.person}, ${work.moment})`.execute(work.db)
}

/** A file that was sent, locked until the work ends; null when it is not one of this organisation. */
export async function findTimeFile(work: Work, id: TimeFileId): Promise<TimeFile | null> {
  const found = await sql<TimeFile>`select id, file_name as "fileName", state, rows, refused from time_worked_file
    where organisation = ${work.organisation} and id = ${id} for update`.execute(work.db)
  return found.rows[0] ?? null
}

/** A file is over; its rows are let go. */
export async function endTimeFile(work: Work, id: TimeFileId, state: 'imported' | 'cancelled'): Promise<void> {
  await sql`update time_worked_file set state = ${state}, rows = '[]'::jsonb, ended_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}
