// PostgreSQL refuses to run as root, so root runs it as a user without rights.
import { chownSync, realpathSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseFault } from '../migrate.ts'

export type ServerUser = { readonly uid: number; readonly gid: number; readonly name: string }

const OTHERWISE = 'or set DATABASE_URL to a PostgreSQL server of version 17 or newer.'

/**
 * Who the server runs as: null when that is simply ourselves; when we are root, the user who owns the data already,
 * otherwise "postgres" or "nobody". Throws a DatabaseFault where nobody fits.
 */
export async function findServerUser({
  data,
  ourselves = process.getuid?.() ?? -1,
  passwd = '/etc/passwd',
}: {
  data?: string
  ourselves?: number
  passwd?: string
} = {}): Promise<ServerUser | null> {
  if (ourselves === -1) return null
  const people = parsePasswd(await readFile(passwd, 'utf8').catch(() => ''))
  if (ourselves !== 0) {
    if (process.platform === 'darwin' || people.some((person) => person.uid === ourselves)) return null
    throw new DatabaseFault(
      `The user number ${ourselves} has no entry in ${passwd}, and the built-in database cannot run without one. ` +
        `Add an entry, ${OTHERWISE}`,
    )
  }
  const owner = data === undefined ? undefined : statSync(data, { throwIfNoEntry: false })?.uid
  const choices = [
    people.find((person) => person.uid === owner),
    ...['postgres', 'nobody'].map((name) => people.find((person) => person.name === name)),
  ]
  const found = choices.find((person) => person !== undefined && person.uid > 0)
  if (found) return found
  throw new DatabaseFault(
    'The built-in database cannot run as root, and there is no user "postgres" or "nobody" to run it as. ' +
      `Start the service as another user, ${OTHERWISE}`,
  )
}

function parsePasswd(text: string): ServerUser[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

/** Gives a file or folder to the server's user. */
export function giveTo(user: ServerUser | null, path: string): void {
  if (user) chownSync(path, user.uid, user.gid)
}

/** May the user enter the folder and every folder above it? Always so when it is ourselves. */
export function isReachable(path: string, user: ServerUser | null): boolean {
  if (user === null) return true
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
