// Everything that the database keeps, as its superuser reads it: each table's rows as text, and the bytes on the disk.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TestDatabase } from '../test-database.ts'

export type Dump = ReadonlyMap<string, readonly string[]>

/**
 * Every row of every table as text; `but` names types of column that are left out; then
 * moments that the database puts in by itself are left out too.
 */
export async function dumpTables({ owner }: TestDatabase, but: readonly string[] = []): Promise<Dump> {
  const columns = await owner.query<{ name: string; column: string; type: string }>(
    `select c.table_name as name, c.column_name as column, c.data_type as type from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and t.table_schema not in ('pg_catalog', 'information_schema')
       and ($1 or coalesce(c.column_default, '') !~ 'now\\(\\)|clock_timestamp')
     order by 1, c.ordinal_position`,
    [but.length === 0],
  )
  const dump = new Map<string, readonly string[]>()
  for (const [name, all] of Map.groupBy(columns.rows, (row) => row.name)) {
    const kept = all.filter((row) => !but.includes(row.type)).map((row) => `"${row.column}"`)
    const found = await owner.query<{ row: string }>(`select row(${kept.join(', ')})::text as row from "${name}"`)
    dump.set(name, found.rows.map(({ row }) => row).sort())
  }
  return dump
}

/** The files of this database and the log of its changes; null where its disk is not ours to read. */
export async function filesOf({ owner }: TestDatabase): Promise<readonly Buffer[] | null> {
  await owner.query('checkpoint')
  const at = await owner.query<{ folder: string; oid: string }>(
    `select current_setting('data_directory') as folder, oid::text from pg_database where datname = current_database()`,
  )
  const { folder = '', oid = '' } = at.rows[0] ?? {}
  try {
    return [join(folder, 'base', oid), join(folder, 'pg_wal'), join(folder, 'global')].flatMap(filesIn)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EACCES' || (fault as NodeJS.ErrnoException).code === 'ENOENT')
      return null
    throw fault
  }
}

const filesIn = (folder: string): readonly Buffer[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path))
