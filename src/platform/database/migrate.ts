// Brings a database up to date with the plain SQL files of database/migrations, in the order of their numbers.
// An applied file is never edited: its hash is kept and compared. A file that arrives late with a lower number is applied.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'

/** Something an operator must put right before the database can be used; the message says what, in plain words. */
export class DatabaseFault extends Error {
  override name = 'DatabaseFault'
}

export type Migration = { readonly name: string; readonly text: string; readonly hash: string }

// Any fixed number; advisory locks live within one database.
const MIGRATION_LOCK = 4_607_182_331

/** The folder `database/` of the project, found upwards from this file so that it also works from a bundle. */
export function databaseFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'database', 'migrations'))) {
    if (folder === dirname(folder)) throw new DatabaseFault('The folder database/migrations is missing.')
    folder = dirname(folder)
  }
  return join(folder, 'database')
}

/** All migration files of a folder in the order they are applied. */
export async function readMigrations(folder = join(databaseFolder(), 'migrations')): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/**
 * Applies what is missing, as the owner, and answers the names applied. Others who start at the same moment wait.
 * Throws a DatabaseFault when an applied file was changed or is not known to this version of the program.
 */
export async function migrate(ownerUrl: string, migrations?: readonly Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations())
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mcs-migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await applyMissing(client, wanted)
  } finally {
    // Ending the connection also gives the lock back.
    await client.end()
  }
}

async function applyMissing(client: pg.Client, wanted: readonly Migration[]): Promise<string[]> {
  await client.query(`create table if not exists migration (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`)
  const rows = await client.query<{ name: string; hash: string }>('select name, hash from migration')
  const applied = new Map(rows.rows.map((row) => [row.name, row.hash]))
  refuseSurprises(applied, wanted)
  const missing = wanted.filter((migration) => !applied.has(migration.name))
  for (const migration of missing) await apply(client, migration)
  return missing.map((migration) => migration.name)
}

function refuseSurprises(applied: ReadonlyMap<string, string>, wanted: readonly Migration[]): void {
  const known = new Map(wanted.map((migration) => [migration.name, migration.hash]))
  for (const [name, hash] of applied) {
    const now = known.get(name)
    if (now === undefined) {
      throw new DatabaseFault(
        `The database already has the change ${name}, which this version of the program does not know. ` +
          'Start the version that made it, or a newer one.',
      )
    }
    if (now !== hash) {
      throw new DatabaseFault(
        `The file ${name} was changed after it was applied to this database. ` +
          'Put the file back as it was and write the change as a new file.',
      )
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback').catch(() => undefined)
    const why = fault instanceof Error ? fault.message : String(fault)
    throw new DatabaseFault(`The database change ${migration.name} failed and was undone: ${why}`, { cause: fault })
  }
}
