// The folders and files the built-in database keeps in the data folder of the service:
//   lock.sqlite, in-use.json   who works here
//   database-password          the owner's password; also what the request login's is derived from
//   postgres/data              the database itself; postgres/socket, unless that path would be too long
//   postgres/server.log
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  readlinkSync,
} from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseFault } from '../migrate.ts'
import { giveTo, isReachable, type ServerUser } from './server-user.ts'

/** The data folder, made when missing; answers its real path. Others may pass through it, not read it. */
export function makeDataFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    return realpathSync(folder)
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    throw new DatabaseFault(`The data folder ${folder} cannot be made: ${why}. Give another one with --data FOLDER.`)
  }
}

/** `postgres/` inside the data folder, closed to all but the server's user. */
export function makeServerFolder(dataFolder: string, user: ServerUser | null): string {
  const folder = join(dataFolder, 'postgres')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  giveTo(user, folder)
  return folder
}

/** The owner's password: random, made once, on the disk before the database that it opens. */
export async function keepPassword(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'database-password')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  if (existsSync(join(dataFolder, 'postgres', 'data'))) {
    throw new DatabaseFault(`The file ${file} is missing, and the database cannot be opened without it. Put it back.`)
  }
  const password = randomBytes(32).toString('base64url')
  const handle = await open(`${file}.new`, 'w', 0o600)
  await handle.writeFile(`${password}\n`)
  await handle.sync()
  await handle.close()
  await rename(`${file}.new`, file)
  await syncFolder(dataFolder)
  return password
}

/** Makes the names in a folder outlast a power cut, as syncing a file does for its content. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

const LONGEST_LOG = 10_000_000

/** The server's own log: one old one is kept. Only while no server writes to it. */
export function turnLog(serverFolder: string): string {
  const file = join(serverFolder, 'server.log')
  if ((lstatSync(file, { throwIfNoEntry: false })?.size ?? 0) > LONGEST_LOG) renameSync(file, `${file}.old`)
  return file
}

// A Unix socket's path may have 107 bytes on Linux and 103 on macOS; the server adds '/.s.PGSQL.5432'.
const LONGEST = 100 - '/.s.PGSQL.5432'.length

/**
 * An empty folder for the socket, closed to all but the server's user. Where the path is too long or closed, a random
 * one in the machine's folder for temporary files, remembered by a link so that the next start can remove it.
 */
export function makeSocketFolder(serverFolder: string, user: ServerUser | null): string {
  const usual = join(serverFolder, 'socket')
  forgetSocketFolder(usual)
  if (Buffer.byteLength(usual) <= LONGEST && isReachable(serverFolder, user)) {
    mkdirSync(usual, { mode: 0o700 })
    giveTo(user, usual)
    return usual
  }
  const short = mkdtempSync(join(tmpdir(), 'mcs-'))
  giveTo(user, short)
  symlinkSync(short, usual)
  return short
}

/** The owner's URL of the server that another program of ours runs on the folder. */
export function urlOfRunning(dataFolder: string): string {
  const socket = realpathSync(join(dataFolder, 'postgres', 'socket'))
  return ownerUrl(socket, readFileSync(join(dataFolder, 'database-password'), 'utf8').trim())
}

export const OWNER = 'mcs_owner'

export function ownerUrl(socketFolder: string, password: string): string {
  return `postgresql://${OWNER}:${password}@localhost/postgres?host=${encodeURIComponent(socketFolder)}`
}

/** Only with the lock held and no server running. */
export function forgetSocketFolder(usual: string): void {
  const entry = lstatSync(usual, { throwIfNoEntry: false })
  if (entry?.isSymbolicLink()) {
    const short = readlinkSync(usual)
    // The link lies in a closed folder of ours; the name is checked all the same before anything is removed.
    if (/[/\\]mcs-[A-Za-z0-9]{6}$/.test(short)) rmSync(short, { recursive: true, force: true })
  }
  rmSync(usual, { recursive: true, force: true })
}
