// An online backup of the built-in database: the service goes on while its files are copied. PostgreSQL notes where the
// copy began and ended; with the log of everything between, a server started on the copy is exactly as at the end.
// The keys are not in it: keep and back them up apart.
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { DatabaseFault } from '../migrate.ts'
import { type BackedUpFile, copyFile, type Manifest, writeManifest } from './manifest.ts'

// Made anew by a server that starts, or only true of the one that runs.
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'pg_internal.init', 'current_logfiles'])
const EMPTIED = new Set(
  ['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'].map(
    (name) => join('data', name),
  ),
)

/**
 * Copies the running built-in database of `dataFolder` into the new folder `target`. `ownerUrl` is the owner of the
 * running server. Answers the manifest. Throws a DatabaseFault when `target` exists; an interrupted backup leaves only
 * a folder named `target.unfinished`.
 */
export async function backUp(dataFolder: string, ownerUrl: string, target: string): Promise<Manifest> {
  if (existsSync(target)) throw new DatabaseFault(`${target} exists already. Give the name of a new folder.`)
  const scratch = `${target}.unfinished`
  await rm(scratch, { recursive: true, force: true })
  await mkdir(join(scratch, 'data'), { recursive: true, mode: 0o700 })
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mcs-backup' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const files = await copyLive(client, join(dataFolder, 'postgres'), scratch)
    const password = await copyFile(
      join(dataFolder, 'database-password'),
      join(scratch, 'database-password'),
      'database-password',
    )
    if (password) files.push(password)
    const now = await client.query<{ made: string; server: string }>(
      `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as made, current_setting('server_version') as server`,
    )
    const { made = '', server = '' } = now.rows[0] ?? {}
    const manifest: Manifest = { format: 1, made, server, files }
    await writeManifest(scratch, manifest)
    await rename(scratch, target)
    return manifest
  } finally {
    await client.end()
  }
}

async function copyLive(client: pg.Client, from: string, to: string): Promise<BackedUpFile[]> {
  // Keeps the log from being recycled until we have it; gone with our connection.
  await client.query("select pg_create_physical_replication_slot('mcs_backup_' || pg_backend_pid(), true, true)")
  await client.query("select pg_backup_start('manage-clinical-supervision', true)")
  const files = await copyTree(from, to, 'data')
  const stopped = await client.query<{ label: string; spaces: string }>(
    'select labelfile as label, spcmapfile as spaces from pg_backup_stop(false)',
  )
  const { label = '', spaces = '' } = stopped.rows[0] ?? {}
  if (spaces !== '')
    throw new DatabaseFault('The database uses tablespaces outside its folder; this backup cannot hold them.')
  await writeFile(join(to, 'data', 'backup_label.new'), label, { mode: 0o600 })
  const noted = await copyFile(
    join(to, 'data', 'backup_label.new'),
    join(to, 'data', 'backup_label'),
    join('data', 'backup_label'),
  )
  await rm(join(to, 'data', 'backup_label.new'))
  const log = await copyLog(from, to)
  return [...files, ...(noted ? [noted] : []), ...log]
}

async function copyTree(from: string, to: string, path: string): Promise<BackedUpFile[]> {
  await mkdir(join(to, path), { recursive: true, mode: 0o700 })
  if (EMPTIED.has(path)) return []
  const files: BackedUpFile[] = []
  for (const entry of await readdir(join(from, path), { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (LEFT_OUT.has(entry.name) || entry.name.startsWith('pgsql_tmp')) continue
    if (entry.isDirectory()) files.push(...(await copyTree(from, to, inside)))
    else if (entry.isFile()) {
      const file = await copyFile(join(from, inside), join(to, inside), inside)
      if (file) files.push(file)
    }
  }
  return files
}

async function copyLog(from: string, to: string): Promise<BackedUpFile[]> {
  const folder = join('data', 'pg_wal')
  await mkdir(join(to, folder, 'archive_status'), { recursive: true, mode: 0o700 })
  const files: BackedUpFile[] = []
  for (const name of await readdir(join(from, folder))) {
    if (!/^[0-9A-F]{24}$|^[0-9A-F]{8}\.history$/.test(name)) continue
    const file = await copyFile(join(from, folder, name), join(to, folder, name), join(folder, name))
    if (file) files.push(file)
  }
  return files
}

/** The folders of a backup that hold nothing still must be there for the server. */
export async function makeEmptyFolders(serverFolder: string): Promise<void> {
  const empty = [
    ...EMPTIED,
    join('data', 'pg_wal', 'archive_status'),
    join('data', 'pg_tblspc'),
    join('data', 'pg_twophase'),
  ]
  for (const path of [
    ...empty,
    join('data', 'pg_commit_ts'),
    join('data', 'pg_logical', 'snapshots'),
    join('data', 'pg_logical', 'mappings'),
  ]) {
    await mkdir(join(serverFolder, path), { recursive: true, mode: 0o700 })
  }
}
