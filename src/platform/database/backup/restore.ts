// Brings a backup back into an empty data folder, and tries a backup out without touching anything.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../embedded/embedded.ts'
import { makeDataFolder, makeServerFolder } from '../embedded/folders.ts'
import { lockFolder } from '../embedded/lock.ts'
import { findServerUser, giveTo, type ServerUser } from '../embedded/server-user.ts'
import { DatabaseFault } from '../migrate.ts'
import { makeEmptyFolders } from './backup.ts'
import { copyFile, type Manifest, verifyBackup } from './manifest.ts'

/**
 * Puts a backup into `dataFolder`, which must not hold a database; the service starts on it as on any other.
 * Throws a DatabaseFault when the backup is damaged, or the folder holds a database or is in use.
 */
export async function restore(backup: string, dataFolder: string): Promise<Manifest> {
  const manifest = await verifyBackup(backup)
  const folder = makeDataFolder(dataFolder)
  const lock = lockFolder(folder)
  try {
    if (existsSync(join(folder, 'postgres', 'data'))) {
      throw new DatabaseFault(`${folder} holds a database already, and nothing here deletes one. Give an empty folder.`)
    }
    const user = await findServerUser()
    const serverFolder = makeServerFolder(folder, user)
    const scratch = join(serverFolder, `scratch-restore-${process.pid}`)
    await mkdir(scratch, { mode: 0o700 })
    for (const { path } of manifest.files) await copyFile(join(backup, path), join(scratch, path), path)
    await makeEmptyFolders(scratch)
    await giveAll(user, scratch)
    // The password first: data without it could never be opened.
    await rename(join(scratch, 'database-password'), join(folder, 'database-password'))
    giveBack(join(folder, 'database-password'), user)
    await rename(join(scratch, 'data'), join(serverFolder, 'data'))
    await rm(scratch, { recursive: true })
    return manifest
  } finally {
    lock.release()
  }
}

/** What a backup was found to hold: rows by table of the service's database, after every page was read and checked. */
export type BackupCheck = { readonly manifest: Manifest; readonly rows: Readonly<Record<string, number>> }

/**
 * Restores the backup into a folder for temporary files, starts a server on it, reads every table and checks every
 * index against its table, and removes it all again. Throws a DatabaseFault when anything is amiss.
 */
export async function checkBackup(backup: string, database = 'supervision', parent = tmpdir()): Promise<BackupCheck> {
  const folder = await mkdtemp(join(parent, 'mcs-check-'))
  try {
    const manifest = await restore(backup, folder)
    const server = await startEmbedded({ dataFolder: folder, say: () => undefined })
    try {
      const url = new URL(server.ownerUrl)
      url.pathname = `/${database}`
      return { manifest, rows: await readEverything(url.href) }
    } finally {
      await server.stop()
    }
  } catch (fault) {
    if (fault instanceof DatabaseFault) throw fault
    throw new DatabaseFault(`The backup ${basename(backup)} cannot be used: ${String(fault)}`, { cause: fault })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readEverything(url: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('create extension if not exists amcheck')
    await client.query(`select bt_index_check(i.indexrelid, true) from pg_index i join pg_class c on c.oid = i.indexrelid
      join pg_am a on a.oid = c.relam where a.amname = 'btree' and c.relpersistence = 'p' and i.indisready and i.indisvalid`)
    const tables = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname",
    )
    const rows: Record<string, number> = {}
    for (const { name } of tables.rows) {
      const counted = await client.query<{ count: string }>(
        `select count(*) as count from ${client.escapeIdentifier(name)}`,
      )
      rows[name] = Number(counted.rows[0]?.count)
    }
    return rows
  } finally {
    await client.end()
  }
}

async function giveAll(user: ServerUser | null, path: string): Promise<void> {
  if (user === null) return
  giveTo(user, path)
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true }))
    giveTo(user, join(entry.parentPath, entry.name))
}

function giveBack(path: string, user: ServerUser | null): void {
  if (user) giveTo({ uid: 0, gid: 0, name: 'root' }, path)
}
