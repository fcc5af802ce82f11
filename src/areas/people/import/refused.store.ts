// The refused rows of an import, with their reasons, and the words for staff groups that nobody knows.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { ImportId } from './import.ts'

export type RefusedRow = {
  readonly line: number
  readonly staffNumber: string | null
  readonly name: string | null
  /** 'field|sentence' lines. */
  readonly faults: string
}

export async function findRefused(
  work: Work,
  id: ImportId,
  page: { most: number; skip: number },
): Promise<readonly RefusedRow[]> {
  const found = await sql<RefusedRow>`select line, staff_number as "staffNumber", name, faults from staff_import_row
    where organisation = ${work.organisation} and import = ${id} and faults is not null
    order by line limit ${page.most} offset ${page.skip}`.execute(work.db)
  return found.rows
}

/** Why rows are refused, by kind: the field and its sentence without what the cell said, with how often. */
export async function countReasons(
  work: Work,
  id: ImportId,
): Promise<readonly { field: string; reason: string; rows: number }[]> {
  const found = await sql<{ field: string; reason: string; rows: number }>`
    select split_part(fault, '|', 1) as field,
      regexp_replace(regexp_replace(split_part(fault, '|', 2), '“[^”]*”', '“…”', 'g'), '[0-9]+(, [0-9]+)*', '…', 'g')
        as reason, count(*)::int as rows
    from staff_import_row, string_to_table(faults, E'\\n') as fault
    where organisation = ${work.organisation} and import = ${id} and faults is not null
    group by 1, 2 order by 3 desc, 1 limit 30`.execute(work.db)
  return found.rows
}

/** Staff groups of the file that the policy does not have, by how many rows say them. */
export async function findUnknownStaffGroups(
  work: Work,
  id: ImportId,
): Promise<readonly { word: string; rows: number }[]> {
  const found = await sql<{ word: string; rows: number }>`select staff_group as word, count(*)::int as rows
    from staff_import_row where organisation = ${work.organisation} and import = ${id} and faults is not null
      and faults ~ '(^|\\n)staffGroup[|]The policy has no'
    group by 1 order by 2 desc, 1 limit 100`.execute(work.db)
  return found.rows
}
