// PostgreSQL refuses to run as root, so root runs it as a user without rights.
import { chownSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { DatabaseFault } from '../migrate.ts'

export type ServerUser = { readonly uid: number; readonly gid: number; readonly name: string }

/** Who the server runs as: null when that is simply ourselves, otherwise a user of /etc/passwd without rights. */
export async function findServerUser(ourselves = process.getuid?.() ?? -1): Promise<ServerUser | null> {
  if (ourselves === -1) return null
  const people = parsePasswd(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  if (ourselves !== 0) {
    if (process.platform === 'darwin' || people.some((person) => person.uid === ourselves)) return null
    throw new DatabaseFault(
      `The user number ${ourselves} has no entry in /etc/passwd, and the built-in database cannot run without one. ` +
        'Add an entry, or set DATABASE_URL to a PostgreSQL server of version 17 or newer.',
    )
  }
  const found = ['postgres', 'nobody']
    .map((name) => people.find((person) => person.name === name && person.uid > 0))
    .find(Boolean)
  if (found) return found
  throw new DatabaseFault(
    'The built-in database cannot run as root, and there is no user "postgres" or "nobody" to run it as. ' +
      'Start the service as another user, or set DATABASE_URL to a PostgreSQL server of version 17 or newer.',
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
