// Imports, their files in pieces, and the words that were chosen before.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { ImportChoices, ImportCounts, ImportId, ImportState, StaffImport } from './import.ts'

const columns = sql`id, file_name as "fileName", bytes, encoding, delimiter, headers -> 'headings' as headings,
  headers -> 'rowsFrom' as "rowsFrom", state, nullif(choices, '{}') as choices, read_bytes as "readBytes",
  read_lines as "readLine", read_rows as "readRows", nullif(counts, '{}') as counts, fault,
  register_mark as "registerMark", made_by as "madeBy", made_at as "madeAt", ended_at as "endedAt",
  written_at as "writtenAt", mark_after as "markAfter"`

export async function findImport(work: Work, id: ImportId): Promise<StaffImport | null> {
  const found = await sql<StaffImport>`select ${columns} from staff_import
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The import, held until the work ends, so that it is read and imported once. */
export async function lockImport(work: Work, id: ImportId): Promise<StaffImport | null> {
  const found = await sql<StaffImport>`select ${columns} from staff_import
    where organisation = ${work.organisation} and id = ${id} for update`.execute(work.db)
  return found.rows[0] ?? null
}

export async function findImports(work: Work, most: number): Promise<readonly StaffImport[]> {
  const found = await sql<StaffImport>`select ${columns} from staff_import
    where organisation = ${work.organisation} order by made_at desc limit ${most}`.execute(work.db)
  return found.rows
}

export type NewImport = Pick<
  StaffImport,
  'id' | 'fileName' | 'bytes' | 'encoding' | 'delimiter' | 'headings' | 'rowsFrom'
>

export async function insertImport(work: Work, given: NewImport): Promise<void> {
  const headers = JSON.stringify({ headings: given.headings, rowsFrom: given.rowsFrom })
  await sql`insert into staff_import (organisation, id, file_name, bytes, encoding, delimiter, headers, state, made_by,
      made_at)
    values (${work.organisation}, ${given.id}, ${given.fileName}, ${given.bytes}, ${given.encoding},
      ${given.delimiter}, ${headers}::jsonb, 'choosing columns', ${work.asker.person}, ${work.moment})`.execute(work.db)
}

export async function insertPiece(work: Work, id: ImportId, number: number, bytes: Buffer): Promise<void> {
  await sql`insert into staff_import_piece (organisation, import, number, bytes)
    values (${work.organisation}, ${id}, ${number}, ${bytes})`.execute(work.db)
}

export async function findPiece(work: Work, id: ImportId, number: number): Promise<Buffer | null> {
  const found = await sql<{ bytes: Buffer }>`select bytes from staff_import_piece
    where organisation = ${work.organisation} and import = ${id} and number = ${number}`.execute(work.db)
  return found.rows[0]?.bytes ?? null
}

export async function deletePieces(work: Work, id: ImportId): Promise<void> {
  await sql`delete from staff_import_piece where organisation = ${work.organisation} and import = ${id}`.execute(
    work.db,
  )
}

/** The choices are made: reading starts from the first row. */
export async function updateChoices(work: Work, one: StaffImport, choices: ImportChoices): Promise<void> {
  await sql`update staff_import set state = 'checking', choices = ${JSON.stringify(choices)}::jsonb, counts = '{}',
      fault = null, read_bytes = ${one.rowsFrom.byte}, read_lines = ${one.rowsFrom.line}, read_rows = 0
    where organisation = ${work.organisation} and id = ${one.id}`.execute(work.db)
}

export async function updateProgress(
  work: Work,
  id: ImportId,
  at: { byte: number; line: number; rows: number },
): Promise<void> {
  await sql`update staff_import set read_bytes = ${at.byte}, read_lines = ${at.line}, read_rows = ${at.rows}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}

export async function updateChecked(
  work: Work,
  id: ImportId,
  found: { counts: ImportCounts; registerMark: string; fault?: string },
): Promise<void> {
  await sql`update staff_import set state = 'checked', counts = ${JSON.stringify(found.counts)}::jsonb,
      register_mark = ${found.registerMark}, fault = ${found.fault ?? null}, read_bytes = bytes
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}

export async function updateState(
  work: Work,
  id: ImportId,
  state: ImportState,
  fault: string | null = null,
): Promise<void> {
  const endedAt = state === 'imported' || state === 'cancelled' || state === 'undone' ? work.moment : null
  await sql`update staff_import set state = ${state}, fault = ${fault}, ended_at = ${endedAt}::timestamptz
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}

/** Keeps when an import was written and how the register stood then, so that it can be undone while nothing has changed. */
export async function markWritten(work: Work, id: ImportId, mark: string): Promise<void> {
  await sql`update staff_import set written_at = ${work.moment}, mark_after = ${mark}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}

export type WordKind = 'column' | 'staff group'

/** What the organisation chose for a heading or a word before. */
export async function findWords(work: Work, kind: WordKind): Promise<Map<string, string>> {
  const found = await sql<{ heard: string; meant: string }>`select heard, meant from staff_import_word
    where organisation = ${work.organisation} and kind = ${kind}`.execute(work.db)
  return new Map(found.rows.map(({ heard, meant }) => [heard, meant]))
}

export async function saveWords(work: Work, kind: WordKind, words: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...words].map(([heard, meant]) => ({ heard: heard.slice(0, 200), meant }))
  await sql`insert into staff_import_word (organisation, kind, heard, meant)
    select ${work.organisation}::uuid, ${kind}, heard, meant
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (heard text, meant text)
    on conflict (organisation, kind, heard) do update set meant = excluded.meant`.execute(work.db)
}
